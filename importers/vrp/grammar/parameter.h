#pragma once

// What may stand where a template has `<…>`.
//
// The vendor writes a name only. Our command table adds a type after a colon:
//
//   <name>                  any one token
//   <name:1-4094>           integer in a range; several: <name:0|5-100>
//   <name:limit(mtu)>       integer whose range the release profile holds under that name
//   <name:text(1-31)>       text with a length in bytes, quotes not counted; <name:text> without bounds
//   <name:text(limit(x))>   text whose length the release profile bounds under that name
//   <name:ref(vsi)>         the name of something of that kind; a length may follow as for text:
//                           <name:ref(vsi)(1-31)>
//   <name:def(vsi)>         likewise, at the place that brings it into being
//   <name:ip4> <name:ip6> <name:ip>   address, of either family for `ip`
//   <name:prefix>           address of either family, a slash and a length
//   <name:mask>             255.255.255.0 or a length of 0–32
//   <name:mac>              H-H-H, one to four hexadecimal digits each
//   <name:interface>        GigabitEthernet0/1/0 or, in two tokens, GigabitEthernet 0/1/0
//   <name:rd>               route distinguisher or target: 1:1, 1.1.1.1:1, 65536:1, 1.1:1, or a number
//   <name:as>               number of an autonomous system: 65546 or 1.10
//   <name:hex>              hexadecimal digits, with or without 0x
//   <name:secret>           one token that must never be printed
//   <name:rest>             every token that is left, at least one

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "importers/vrp/grammar/parse_error.h"

namespace holdfast::vrp {

enum class ParameterKind : std::uint8_t {
  Any,
  Integer,
  Limit,
  Text,
  Reference,
  Definition,
  Ip4,
  Ip6,
  Ip,
  Prefix,
  Mask,
  Mac,
  Interface,
  RouteDistinguisher,
  AsNumber,
  Hex,
  Secret,
  Rest,
};

// Both ends belong to it.
struct Range {
  std::uint64_t low = 0;
  std::uint64_t high = 0;

  constexpr bool contains(std::uint64_t value) const { return low <= value && value <= high; }
  friend bool operator==(const Range&, const Range&) = default;
};

struct Parameter {
  std::string name;
  ParameterKind kind = ParameterKind::Any;
  std::string subject;        // Reference, Definition: the kind of thing
  std::vector<Range> ranges;  // Integer: at least one; Text, Reference, Definition: at most one, of lengths
  std::string
      limit;  // name of the limit of a number (Limit) or, in place of a range, of a length; else empty

  bool is_text() const {
    return kind == ParameterKind::Text || kind == ParameterKind::Reference ||
           kind == ParameterKind::Definition;
  }
  friend bool operator==(const Parameter&, const Parameter&) = default;
};

// `inside` is what stands between < and >; the error's position counts from its start.
std::variant<Parameter, ParseError> parse_parameter(std::string_view inside);

// With the brackets, in one spelling per meaning.
std::string to_string(const Parameter& parameter);

}  // namespace holdfast::vrp

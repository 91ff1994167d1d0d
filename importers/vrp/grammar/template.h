#pragma once

// A command template in the vendor's own notation, as a tree in one flat vector.
//
//   word  <parameter>
//   { a | b }      one of the alternatives           [ a | b ]      one or none
//   { a | b } *    one or more, in any order, each at most once
//   [ a | b ] *    none or more, in any order, each at most once
//   &<1-64>        directly after an element: so many times
//
// An alternative is a sequence; groups nest. A * at the start of an alternative is a word (`{ { a | b } * | *
// }` is how the vendor writes "some of these, or an asterisk"). A | between two characters of a word belongs
// to the word (`50|100GE`).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "importers/vrp/grammar/parameter.h"
#include "importers/vrp/grammar/parse_error.h"

namespace holdfast::vrp {

enum class NodeKind : std::uint8_t {
  Sequence,  // children are elements: words, parameters, groups
  Word,
  Parameter,
  Choice,     // children are sequences; one of them
  Optional,   // children are sequences; one of them or none
  AnyOrder,   // children are sequences; one or more, each at most once
  AnyOrNone,  // children are sequences; none or more, each at most once
};

constexpr bool is_group(NodeKind kind) {
  return kind >= NodeKind::Choice;
}

struct Node {
  static constexpr std::uint32_t kNone = 0xffffffff;

  NodeKind kind = NodeKind::Sequence;
  std::uint16_t min_repeat = 1;  // both 1 unless &<…> follows the element
  std::uint16_t max_repeat = 1;
  std::uint32_t first_child = kNone;
  std::uint32_t next_sibling = kNone;
  std::uint32_t index = kNone;  // Word: in Template::words; Parameter: in Template::parameters

  friend bool operator==(const Node&, const Node&) = default;
};

struct Template {
  static constexpr std::size_t kMaxDepth = 64;  // groups within groups
  static constexpr std::size_t kMaxNodes = 8192;
  static constexpr std::size_t kMaxAlternatives = 64;  // of an any-order group
  static constexpr std::size_t kMaxLoops = 256;        // any-order groups and repetitions together

  std::vector<Node> nodes;  // in the order of the notation, parents first; [0] is the outermost sequence
  std::vector<std::string> words;
  std::vector<Parameter> parameters;

  friend bool operator==(const Template&, const Template&) = default;
};

// Our own notation, with parameter types.
std::variant<Template, ParseError> parse(std::string_view notation);

// The vendor's: whatever stands between < and > is a name (`<hh:mm:ss>`), of any one token.
std::variant<Template, ParseError> parse_untyped(std::string_view notation);

// In one spelling per tree: reading it with the function that made the tree gives the same tree.
std::string to_string(const Template& tree);

}  // namespace holdfast::vrp

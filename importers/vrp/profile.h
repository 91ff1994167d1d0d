#pragma once

// Release profiles: the ranges that differ between releases of the vendor's system (semantics: ranges and
// mutability). A row of the command table names a limit (`<id:limit(e-trunk-id)>`); the profile knows its
// range.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace holdfast::vrp {

struct Limit {
  std::string_view name;  // "e-trunk-id"
  std::string_view what;  // "E-Trunk id"
  std::uint64_t low = 0;
  std::uint64_t high = 0;   // of a text: its length in bytes
  std::string_view source;  // document and section
};

struct Profile {
  std::string_view name;     // as in holdfast.yaml: "ne40e-v800r012"
  std::string_view release;  // as an engineer says it: "NE40E V800R012"
  std::span<const Limit> limits;
  bool discriminator_mutable = true;  // a BFD discriminator can be changed in place

  const Limit* find(std::string_view limit) const;
};

std::span<const Profile> profiles();
const Profile& default_profile();
const Profile* find_profile(std::string_view name);

}  // namespace holdfast::vrp

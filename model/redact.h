#pragma once

// Hiding keys before a configuration line is shown or stored. Whoever prints a line prints `redact(line)`.
//
// The rule is generous on purpose: what follows a word that introduces a key (`cipher`, `simple`, `password`,
// `key-string`, `community` of an SNMP line, an authentication mode, …) is hidden up to the next word that is
// known to be an option of its own, and so is anything that looks like stored cipher text wherever it stands.
// A harmless word hidden costs little; a key shown costs a network.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace holdfast {

// What every hidden stretch is shown as.
inline constexpr std::string_view kRedacted = "******";

// Bytes [begin, end) of a line.
struct SecretStretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const SecretStretch&, const SecretStretch&) = default;
};

// The stretches to hide, in order, apart from each other. Any bytes are allowed in `line`; time is linear.
std::vector<SecretStretch> secret_stretches(std::string_view line);

// The line with every such stretch replaced by kRedacted.
std::string redact(std::string_view line);

}  // namespace holdfast

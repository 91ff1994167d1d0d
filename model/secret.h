#pragma once

// A key as far as a configuration shows it. The text itself is never kept: only what is needed to compare
// (semantics: secrets). `fingerprint` is salted per run of the program and safe to print.

#include <cstdint>

namespace holdfast {

enum class SecretForm : std::uint8_t {
  Clear,   // readable text: two of them compare exactly
  Cipher,  // stored cipher text: equal strings are equal keys, different ones prove nothing
  Masked,  // removed by whoever archived the file: unknown
};

struct Secret {
  SecretForm form = SecretForm::Masked;
  std::uint64_t fingerprint = 0;
  friend constexpr auto operator<=>(const Secret&, const Secret&) = default;
};

}  // namespace holdfast

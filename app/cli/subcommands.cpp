#include <array>

#include "app/cli/subcommand.h"

namespace holdfast::cli {

std::span<const Subcommand> subcommands() {
  static constexpr auto kTable = std::to_array<Subcommand>({
      {"coverage", "show which lines were understood and which were not", setup_coverage},
      {"explain", "show the manual page of a rule", setup_explain},
      {"rules", "list every rule", setup_rules},
  });
  return kTable;
}

}  // namespace holdfast::cli

#include <array>

#include "app/cli/subcommand.h"

namespace holdfast::cli {

std::span<const Subcommand> subcommands() {
  static constexpr auto kTable = std::to_array<Subcommand>({
      {"check", "check every rule over the configurations of a network", setup_check},
      {"failures", "find the failures that lose a service, and tell why", setup_failures},
      {"whatif", "tell what every service does when given elements fail", setup_whatif},
      {"trace", "follow the traffic of a service, hop by hop, with the lines behind", setup_trace},
      {"verify-proof", "check a certificate of `failures --proof` independently", setup_verify_proof},
      {"fix", "propose proven commands that mend what check finds", setup_fix},
      {"plan", "plan a network from an intent, with configurations and proof", setup_plan},
      {"diff", "tell what a change breaks and what it mends", setup_diff},
      {"services", "list the services, their PWs and what protects them", setup_services},
      {"topology", "show devices and links, as text, data or a drawing", setup_topology},
      {"coverage", "show which lines were understood and which were not", setup_coverage},
      {"gui", "explore a network on the desktop", setup_gui},
      {"explain", "show the manual page of a rule", setup_explain},
      {"rules", "list every rule", setup_rules},
      {"completion", "print completions for a shell", setup_completion},
      {"man", "print the manual page", setup_man},
  });
  return kTable;
}

}  // namespace holdfast::cli

#include "importers/vrp/commands/tables.h"

#include <array>

namespace holdfast::vrp {

std::span<const std::span<const Command>> all_commands() {
  static const std::array kTables{
      system_commands(),
  };
  return kTables;
}

}  // namespace holdfast::vrp

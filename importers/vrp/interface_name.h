#pragma once

// Interface names in one spelling: `ge0/1/0.10`, `GigabitEthernet 0/1/0.10` and `Gigabitethernet0/1/0.10` are
// one interface.

#include <optional>
#include <string>
#include <string_view>

#include "model/interface.h"

namespace holdfast::vrp {

struct InterfaceName {
  std::string canonical;  // "GigabitEthernet0/1/0.10"
  std::string parent;     // "GigabitEthernet0/1/0"; empty when this is no sub-interface
  InterfaceKind kind = InterfaceKind::Other;
  std::string slot;          // "0/1"; empty when the interface sits on no board
  std::uint32_t number = 0;  // of a logical interface with one number
};

// `text` may have blanks between type and number. Nothing when the type is unknown or the number is none.
std::optional<InterfaceName> parse_interface_name(std::string_view text);

// The canonical spelling, or the text as it is when it is no interface name.
std::string canonical_interface(std::string_view text);

}  // namespace holdfast::vrp

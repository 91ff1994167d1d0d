#include "importers/vrp/edit/disruption.h"

#include <array>

namespace holdfast::vrp {
namespace {

struct Kind {
  std::string_view start;
  std::uint32_t cost;
};

// The longest start counts. What only enters a view costs nothing: its lines do.
constexpr auto kKinds = std::to_array<Kind>({
    {"interface ", 0},
    {"vsi ", 0},
    {"pwsignal ", 0},
    {"quit", 0},
    {"commit", 0},
    {"e-trunk ", 0},
    {"bfd ", 0},
    {"ospf ", 0},
    {"isis ", 0},
    {"isis enable", 20},
    {"area ", 0},
    {"bgp ", 0},
    {"ipv4-family", 0},
    {"ipv6-family", 0},
    {"protect-group ", 0},
    {"description", 1},
    {"timer", 1},
    {"wtr", 1},
    {"detect-multiplier", 1},
    {"discriminator", 2},
    {"undo bfd", 2},
    {"security-key", 2},
    {"e-trunk track", 2},
    {"priority", 3},
    {"lacp", 4},
    {"peer-address", 4},
    {"vrrp", 4},
    {"mtu", 8},
    {"mpls l2vc", 10},
    {"undo mpls l2vc", 10},
    {"mpls switch-l2vc", 10},
    {"undo mpls switch-l2vc", 10},
    {"peer ", 10},
    {"undo peer ", 10},
    {"vsi-id", 10},
    {"undo pwsignal", 30},
    {"network ", 20},
    {"next hop", 20},
    {"destination", 20},
    {"remote-ip", 20},
    {"ip address", 40},
    {"undo interface", 40},
    {"mpls lsr-id", 100},
    {"sysname", 100},
});
constexpr std::uint32_t kUsual = 5;

}  // namespace

std::uint32_t disruption_of(std::string_view line) {
  std::uint32_t cost = kUsual;
  std::size_t longest = 0;
  for (const Kind& kind : kKinds) {
    if (kind.start.size() <= longest || !line.starts_with(kind.start)) continue;
    longest = kind.start.size();
    cost = kind.cost;
  }
  return cost;
}

}  // namespace holdfast::vrp

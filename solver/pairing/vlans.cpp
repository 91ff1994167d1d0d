#include "solver/pairing/vlans.h"

#include <algorithm>

namespace holdfast::pairing {
namespace {

// Untagged and default matches name no VLAN; neither do lines that were given none.
bool ranges_meet(std::uint16_t a_first, std::uint16_t a_last, std::uint16_t b_first, std::uint16_t b_last) {
  return a_first <= b_last && b_first <= a_last;
}

bool meet(const VlanMatch& a, const VlanMatch& b) {
  if (a.outer_first == 0 || b.outer_first == 0) return a.kind == b.kind;
  if (!ranges_meet(a.outer_first, a.outer_last, b.outer_first, b.outer_last)) return false;
  if (a.inner_first == 0 || b.inner_first == 0) return a.inner_first == b.inner_first;
  return ranges_meet(a.inner_first, a.inner_last, b.inner_first, b.inner_last);
}

}  // namespace

bool vlans_meet(const Interface& a, const Interface& b) {
  if (a.vlans.empty() || b.vlans.empty()) return a.vlans.empty() && b.vlans.empty();
  return std::ranges::any_of(a.vlans, [&b](const Fact<VlanMatch>& one) {
    return std::ranges::any_of(b.vlans, [&one](const Fact<VlanMatch>& other) { return meet(*one, *other); });
  });
}

VlanKey vlan_key(const Interface& interface) {
  constexpr std::uint16_t kDefault = 0xffff;
  VlanKey result;
  for (const Fact<VlanMatch>& vlan : interface.vlans) {
    const std::uint16_t first = vlan->kind == VlanMatchKind::Default ? kDefault : vlan->outer_first;
    result.push_back({first, vlan->outer_last, vlan->inner_first, vlan->inner_last});
  }
  std::ranges::sort(result);
  return result;
}

std::string_view sub_number(const Interface& interface) {
  const std::string_view name = interface.name;
  const std::size_t dot = name.rfind('.');
  return interface.is_sub && dot != std::string_view::npos ? name.substr(dot + 1) : std::string_view{};
}

}  // namespace holdfast::pairing

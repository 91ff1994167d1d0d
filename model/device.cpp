#include "model/device.h"

#include <algorithm>
#include <numeric>

namespace holdfast {

void InterfaceIndex::build(const std::vector<Interface>& interfaces) {
  by_name_.resize(interfaces.size());
  std::iota(by_name_.begin(), by_name_.end(), 0U);
  std::ranges::sort(by_name_, {}, [&](std::uint32_t i) -> const std::string& { return interfaces[i].name; });
}

InterfaceId InterfaceIndex::find(const std::vector<Interface>& interfaces, std::string_view canonical) const {
  const auto name_of = [&](std::uint32_t i) -> std::string_view { return interfaces[i].name; };
  const auto at = std::ranges::lower_bound(by_name_, canonical, {}, name_of);
  if (at == by_name_.end() || name_of(*at) != canonical) return {};
  return InterfaceId{*at};
}

}  // namespace holdfast

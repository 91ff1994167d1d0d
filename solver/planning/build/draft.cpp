#include "solver/planning/build/draft.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace holdfast::planning {
namespace {

constexpr std::size_t kBoards = 16;

// Letters, then numbers as numbers: GigabitEthernet2/0/0 comes before GigabitEthernet10/0/0.
std::pair<std::string, std::vector<unsigned long>> natural(const std::string& name) {
  std::pair<std::string, std::vector<unsigned long>> key;
  for (std::size_t i = 0; i < name.size();) {
    if (std::isdigit(static_cast<unsigned char>(name[i])) == 0) {
      if (key.second.empty()) key.first += name[i];
      ++i;
      continue;
    }
    std::size_t used = 0;
    key.second.push_back(std::stoul(name.substr(i), &used));
    i += used;
  }
  return key;
}

}  // namespace

Fact<InterfaceAddress> address(Ipv4 host, std::uint8_t length, bool secondary) {
  return said(InterfaceAddress{{ip(host), length}, secondary});
}

Fact<InterfaceAddress> address(const IpAddress& host, std::uint8_t length) {
  return said(InterfaceAddress{{host, length}, false});
}

Draft::Draft(const std::string& name) {
  device_.name = said(name);
}

Interface& Draft::interface(const std::string& name) {
  const auto [at, fresh] = place_.emplace(name, device_.interfaces.size());
  if (fresh) device_.interfaces.emplace_back().name = name;
  return device_.interfaces[at->second];
}

std::string Draft::new_port(const std::string& description) {
  std::string name = fmt::format("GigabitEthernet{}/0/{}", ports_ % kBoards + 1, ports_ / kBoards);
  ++ports_;
  Interface& made = interface(name);
  made.shutdown = said(false);
  made.description = said(description);
  return name;
}

std::string Draft::new_board() {
  return fmt::format("{}/0", ports_++ % kBoards + 1);
}

Device Draft::take() {
  std::ranges::stable_sort(device_.interfaces, {}, [](const Interface& it) { return natural(it.name); });
  return std::move(device_);
}

}  // namespace holdfast::planning

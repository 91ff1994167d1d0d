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

Draft::Draft(const std::string& name, const Device* standing, std::vector<std::string> free_ports)
    : standing_(standing), free_ports_(std::move(free_ports)) {
  device_.name = said(name);
  std::ranges::reverse(free_ports_);
  if (standing == nullptr) return;
  for (const Interface& it : standing->interfaces) {
    const auto behind = [&](const char* kind, std::uint32_t number) {
      numbers_[kind] = std::max(numbers_[kind], number);
    };
    if (it.kind == InterfaceKind::Loopback) behind("LoopBack", it.number);
    if (it.kind == InterfaceKind::EthTrunk && !it.is_sub) behind("Eth-Trunk", it.number);
    if (it.kind == InterfaceKind::Tunnel) {
      const auto numbers = natural(it.name).second;
      if (!numbers.empty()) behind("Tunnel", static_cast<std::uint32_t>(numbers.back()));
      if (it.tunnel && it.tunnel->tunnel_id) behind("Tunnel", **it.tunnel->tunnel_id);
    }
  }
}

const Interface* Draft::standing(const std::string& name) const {
  if (standing_ == nullptr) return nullptr;
  const auto at = std::ranges::find(standing_->interfaces, name, &Interface::name);
  return at == standing_->interfaces.end() ? nullptr : &*at;
}

bool Draft::is_taken(const std::string& name) const {
  if (standing_ == nullptr) return false;
  const auto named = [&](const auto& all, auto field) {
    return std::ranges::find(all, name, field) != all.end();
  };
  return named(standing_->explicit_paths, &ExplicitPath::name) ||
         named(standing_->tunnel_policies, &TunnelPolicy::name) ||
         named(standing_->bfd_sessions, &BfdSession::name);
}

std::string Draft::new_name(const std::string& start) {
  std::string name;
  do name = fmt::format("{}-{}", start, new_number(start));
  while (is_taken(name));
  return name;
}

Interface& Draft::interface(const std::string& name) {
  const auto [at, fresh] = place_.emplace(name, device_.interfaces.size());
  if (fresh) device_.interfaces.emplace_back().name = name;
  return device_.interfaces[at->second];
}

std::string Draft::new_port(const std::string& description) {
  std::string name;
  if (!free_ports_.empty()) {
    name = std::move(free_ports_.back());
    free_ports_.pop_back();
  }
  while (name.empty()) {
    const std::string next = fmt::format("GigabitEthernet{}/0/{}", ports_ % kBoards + 1, ports_ / kBoards);
    ++ports_;
    if (standing(next) == nullptr) name = next;
  }
  Interface& made = interface(name);
  made.shutdown = said(false);
  made.description = said(description);
  return name;
}

std::string Draft::new_board() {
  std::string board;
  for (std::size_t i = 0; i < kBoards; ++i) {
    board = fmt::format("{}/0", ports_++ % kBoards + 1);
    if (standing(fmt::format("Virtual-Ethernet{}/0", board)) == nullptr) break;
  }
  return board;
}

std::string Site::loopback_name(std::size_t device) const {
  if (const Device* standing = existing.at(device)) {
    for (const Interface& it : standing->interfaces) {
      const bool has = std::ranges::any_of(it.addresses, [&](const Fact<InterfaceAddress>& at) {
        return at->prefix.address == ip(loopback(device));
      });
      if (has && it.kind == InterfaceKind::Loopback) return it.name;
    }
  }
  return "LoopBack0";
}

Device Draft::take() {
  std::ranges::stable_sort(device_.interfaces, {}, [](const Interface& it) { return natural(it.name); });
  return std::move(device_);
}

}  // namespace holdfast::planning

#include "solver/control_plane/igp_settings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "solver/control_plane/adjacencies.h"

namespace holdfast::control_plane {
namespace {

// Mbit/s, by the interface's name.
std::uint32_t bandwidth_of(const Interface& interface) {
  struct Speed {
    std::string_view prefix;
    std::uint32_t mbit;
  };
  constexpr auto kSpeeds = std::to_array<Speed>({{"400GE", 400000},
                                                 {"100GE", 100000},
                                                 {"50GE", 50000},
                                                 {"50|100GE", 50000},
                                                 {"40GE", 40000},
                                                 {"25GE", 25000},
                                                 {"10GE", 10000},
                                                 {"XGigabitEthernet", 10000},
                                                 {"GigabitEthernet", 1000},
                                                 {"Eth-Trunk", 1000},
                                                 {"Ethernet", 100},
                                                 {"Serial", 2},
                                                 {"E1", 2}});
  for (const Speed& it : kSpeeds) {
    if (interface.name.starts_with(it.prefix)) return it.mbit;
  }
  switch (interface.kind) {
    case InterfaceKind::Serial:
    case InterfaceKind::E1:
      return 2;
    case InterfaceKind::Ethernet:
    case InterfaceKind::Vlanif:
    case InterfaceKind::Vbdif:
      return 1000;
    default:
      return 155;
  }
}

bool point_to_point_by_nature(const Interface& interface) {
  switch (interface.kind) {
    case InterfaceKind::Serial:
    case InterfaceKind::Pos:
    case InterfaceKind::E1:
    case InterfaceKind::MpGroup:
    case InterfaceKind::IpTrunk:
      return true;
    default:
      return false;
  }
}

std::string_view ospf_authentication(const Interface& interface, const OspfArea& area) {
  if (interface.ospf && interface.ospf->authentication) return **interface.ospf->authentication;
  return area.authentication ? std::string_view(**area.authentication) : std::string_view();
}

const Secret* ospf_key(const Interface& interface, const OspfArea& area) {
  const bool own = interface.ospf && interface.ospf->authentication;
  const MaybeFact<Secret>& key = own ? interface.ospf->key : area.key;
  return key ? &key->value : nullptr;
}

// The kind of an authentication: "keychain NAME" is a keychain, whatever its name; "null" is none.
std::string_view kind_of(std::string_view authentication) {
  authentication = authentication.substr(0, authentication.find(' '));
  return authentication == "null" ? std::string_view() : authentication;
}

// Readable keys compare; others are taken to be right.
bool keys_differ(const Secret* a, const Secret* b) {
  return a != nullptr && b != nullptr && a->form == SecretForm::Clear && b->form == SecretForm::Clear &&
         *a != *b;
}

// Timers that are not set are the same everywhere as long as the network type is.
bool agree(const MaybeFact<std::uint32_t>& a, const MaybeFact<std::uint32_t>& b, std::uint32_t unset) {
  return (a ? **a : unset) == (b ? **b : unset);
}

// What a cost style sends and reads.
struct Style {
  bool sends_wide = false;
  bool sends_narrow = false;
  bool reads_wide = false;
  bool reads_narrow = false;
};
Style style_of(const IsisProcess& process) {
  const std::string& name = *process.cost_style;
  if (name.starts_with("wide-compatible")) return {true, false, true, true};
  if (name.starts_with("narrow-compatible")) return {false, true, true, true};
  if (name.starts_with("compatible")) return {true, true, true, true};
  if (name.starts_with("wide")) return {true, false, true, false};
  return {false, true, false, true};
}
bool reads(const Style& reader, const Style& sender) {
  return (reader.reads_wide && sender.sends_wide) || (reader.reads_narrow && sender.sends_narrow);
}

struct IsisProof {
  std::string_view kind;
  const Secret* key = nullptr;
};
IsisProof isis_proof(const MaybeFact<std::string>& authentication, const MaybeFact<Secret>& key) {
  return {authentication ? kind_of(**authentication) : std::string_view(), key ? &key->value : nullptr};
}
bool proofs_agree(const IsisProof& a, const IsisProof& b) {
  return a.kind == b.kind && (a.kind.empty() || !keys_differ(a.key, b.key));
}

}  // namespace

std::optional<OspfPlace> ospf_place(const Device& device, const Interface& interface) {
  if (interface.vpn_instance) return std::nullopt;
  if (interface.ospf && interface.ospf->process && interface.ospf->area) {
    for (std::uint32_t p = 0; p < device.ospf.size(); ++p) {
      const OspfProcess& process = device.ospf[p];
      if (process.id != **interface.ospf->process || process.vpn_instance) continue;
      for (const OspfArea& area : process.areas) {
        if (*area.id == **interface.ospf->area) return OspfPlace{p, &area};
      }
    }
    return std::nullopt;
  }
  const auto* configured = primary_address(interface);
  if (configured == nullptr) return std::nullopt;
  const IpPrefix& own = (**configured).prefix;
  std::optional<OspfPlace> best;
  int longest = -1;
  for (std::uint32_t p = 0; p < device.ospf.size(); ++p) {
    const OspfProcess& process = device.ospf[p];
    if (process.vpn_instance) continue;
    for (const OspfArea& area : process.areas) {
      for (const OspfNetwork& network : area.networks) {
        const IpPrefix& range = *network.range;
        if (range.length <= longest || range.length > own.length) continue;
        if (!range.contains(own.address)) continue;
        longest = range.length;
        best = OspfPlace{p, &area};
      }
    }
  }
  return best;
}

// The largest of a router's links: others pass through only where there is no other way (command reference:
// stub-router).
constexpr std::uint32_t kStubRouterCost = 65535;

std::uint32_t ospf_cost(const OspfProcess& process, const Interface& interface) {
  if (*process.stub_router) return kStubRouterCost;
  if (interface.ospf && interface.ospf->cost) return **interface.ospf->cost;
  if (interface.kind == InterfaceKind::Loopback) return 0;
  return std::max<std::uint32_t>(1, *process.bandwidth_reference / bandwidth_of(interface));
}

bool ospf_silent(const OspfProcess& process, const Interface& interface) {
  const auto names = [&](const Fact<std::string>& it) { return *it == interface.name; };
  if (std::ranges::any_of(process.silent_interfaces, names)) return true;
  const bool all =
      std::ranges::any_of(process.silent_interfaces, [](const auto& it) { return *it == "all"; });
  return all && std::ranges::none_of(process.active_interfaces, names);
}

bool ospf_point_to_point(const Interface& interface) {
  if (interface.ospf && interface.ospf->network_type) return **interface.ospf->network_type == "p2p";
  return point_to_point_by_nature(interface);
}

bool ospf_neighbours(const Interface& a, const OspfArea& area_a, const Interface& b, const OspfArea& area_b) {
  if (*area_a.id != *area_b.id) return false;
  const auto kind = [](const OspfArea& area) { return area.kind ? **area.kind : std::string(); };
  if (kind(area_a) != kind(area_b)) return false;
  if (ospf_point_to_point(a) != ospf_point_to_point(b)) return false;
  const std::string_view proof = kind_of(ospf_authentication(a, area_a));
  if (proof != kind_of(ospf_authentication(b, area_b))) return false;
  if (!proof.empty() && keys_differ(ospf_key(a, area_a), ospf_key(b, area_b))) return false;
  static const OspfInterface kUnset;
  const OspfInterface& at_a = a.ospf ? *a.ospf : kUnset;
  const OspfInterface& at_b = b.ospf ? *b.ospf : kUnset;
  constexpr std::uint32_t kHello = 10;
  const auto dead = [](const OspfInterface& it) {
    return it.dead ? **it.dead : 4 * (it.hello ? **it.hello : kHello);
  };
  if (!agree(at_a.hello, at_b.hello, kHello) || dead(at_a) != dead(at_b)) return false;
  return !(*at_a.mtu_enable && *at_b.mtu_enable) || *a.mtu == *b.mtu;
}

std::optional<std::uint32_t> isis_process(const Device& device, const Interface& interface) {
  if (!interface.isis || !interface.isis->process || interface.vpn_instance) return std::nullopt;
  for (std::uint32_t p = 0; p < device.isis.size(); ++p) {
    const IsisProcess& process = device.isis[p];
    if (process.id != **interface.isis->process) continue;
    if (process.vpn_instance || !process.network_entity || *process.shutdown) return std::nullopt;
    return p;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> isis_levels(const IsisProcess& process, const Interface& interface) {
  const IsisLevel circuit =
      interface.isis && interface.isis->circuit_level ? **interface.isis->circuit_level : IsisLevel::Level12;
  const auto has = [](IsisLevel level, std::uint32_t which) {
    return level == IsisLevel::Level12 || level == (which == 1 ? IsisLevel::Level1 : IsisLevel::Level2);
  };
  // Of a router with one level, circuit levels are without effect.
  const IsisLevel effective = *process.level == IsisLevel::Level12 ? circuit : *process.level;
  std::vector<std::uint32_t> result;
  for (const std::uint32_t level : {1U, 2U}) {
    if (has(effective, level)) result.push_back(level);
  }
  return result;
}

std::uint32_t isis_cost(const IsisProcess& process, const Interface& interface, std::uint32_t level) {
  const IsisInterface& it = *interface.isis;
  const MaybeFact<std::uint32_t>& own = level == 1 ? it.level1_cost : it.level2_cost;
  if (own) return **own;
  if (it.cost) return **it.cost;
  if (interface.kind == InterfaceKind::Loopback) return 0;
  if (process.circuit_cost) return **process.circuit_cost;
  if (*process.auto_cost) {
    return std::max<std::uint32_t>(1, *process.bandwidth_reference * 10 / bandwidth_of(interface));
  }
  constexpr std::uint32_t kDefaultCost = 10;
  return kDefaultCost;
}

std::string isis_area(const IsisProcess& process) {
  std::string digits;
  for (const char c : **process.network_entity) {
    if (std::isxdigit(static_cast<unsigned char>(c)) != 0) {
      digits += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  constexpr std::size_t kSystemAndSelector = 14;
  return digits.size() > kSystemAndSelector ? digits.substr(0, digits.size() - kSystemAndSelector)
                                            : std::string();
}

bool isis_point_to_point(const Interface& interface) {
  return *interface.isis->point_to_point || point_to_point_by_nature(interface);
}

bool isis_neighbours(const IsisProcess& of_a, const Interface& a, const IsisProcess& of_b, const Interface& b,
                     std::uint32_t level) {
  if (level == 1 && isis_area(of_a) != isis_area(of_b)) return false;
  if (isis_point_to_point(a) != isis_point_to_point(b)) return false;
  if (!proofs_agree(isis_proof(a.isis->authentication, a.isis->key),
                    isis_proof(b.isis->authentication, b.isis->key))) {
    return false;
  }
  const auto level_proof = [level](const IsisProcess& process) {
    return level == 1 ? isis_proof(process.area_authentication, process.area_key)
                      : isis_proof(process.domain_authentication, process.domain_key);
  };
  if (!proofs_agree(level_proof(of_a), level_proof(of_b))) return false;
  return reads(style_of(of_a), style_of(of_b)) && reads(style_of(of_b), style_of(of_a));
}

}  // namespace holdfast::control_plane

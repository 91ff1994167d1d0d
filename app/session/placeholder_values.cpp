#include "app/session/placeholder_values.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "app/session/line_edit.h"

namespace holdfast::session {
namespace {

using Values = std::vector<std::string>;

constexpr std::size_t kMostValues = 6;    // of one placeholder
constexpr std::size_t kMostChoices = 16;  // of all together

// Where a placeholder stands.
struct Spot {
  const Snapshot& snapshot;
  const pairing::Pairing& net;
  DeviceId device;
  std::string_view view;  // the command that opened the outermost view, or the line itself
  std::string_view line;
  const std::vector<rules::DeviceCommands>& commands;  // all, as far as they are filled in

  const Device& here() const { return snapshot.network[device]; }
};

// Every other device, with its id.
template <class Visit>
void for_each_other(const Spot& spot, Visit visit) {
  for (std::size_t i = 0; i < spot.snapshot.network.devices.size(); ++i) {
    if (i != spot.device.index) visit(DeviceId(i), spot.snapshot.network.devices[i]);
  }
}

bool is_mine(const Spot& spot, const MaybeFact<IpAddress>& address) {
  return address && spot.net.locator().owns(spot.device, **address);
}

// How many lines of other devices hold the word.
std::size_t mentions(const Spot& spot, const std::string& word) {
  std::size_t count = 0;
  for_each_other(spot, [&](DeviceId, const Device& other) {
    const std::string_view text = spot.snapshot.network.sources.text(other.file);
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++count;
  });
  return count;
}

// Addresses of this device's loopbacks, the one that others name most first.
Values loopback_addresses(const Spot& spot) {
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const Interface& interface : spot.here().interfaces) {
    if (interface.kind != InterfaceKind::Loopback) continue;
    for (const Fact<InterfaceAddress>& it : interface.addresses) {
      const std::string address = to_string(it->prefix.address);
      found.emplace_back(mentions(spot, address), address);
    }
  }
  std::ranges::stable_sort(found, std::greater<>(), &std::pair<std::size_t, std::string>::first);
  Values values;
  for (auto& [count, address] : found) values.push_back(std::move(address));
  return values;
}

std::string free_number(const Spot& spot, std::string_view pool_name, const std::set<std::uint32_t>& used) {
  NumberPool pool{1, 8191};
  if (const auto stated = spot.snapshot.pools.find(std::string(pool_name));
      stated != spot.snapshot.pools.end())
    pool = stated->second;
  for (std::uint64_t number = pool.first; number <= pool.last; ++number) {
    if (!used.contains(static_cast<std::uint32_t>(number))) return std::to_string(number);
  }
  return {};
}

// What sessions of others towards this device expect or use, else a free number.
Values discriminators(const Spot& spot) {
  const bool remote = spot.line.find("remote") != spot.line.npos;
  Values values;
  std::set<std::uint32_t> used;
  for (const BfdSession& session : spot.here().bfd_sessions) {
    if (session.local_discriminator) used.insert(**session.local_discriminator);
  }
  for_each_other(spot, [&](DeviceId, const Device& other) {
    for (const BfdSession& session : other.bfd_sessions) {
      if (session.local_discriminator) used.insert(**session.local_discriminator);
      const auto& wanted = remote ? session.local_discriminator : session.remote_discriminator;
      if (wanted && is_mine(spot, session.peer)) values.push_back(std::to_string(**wanted));
    }
  });
  if (!remote) {
    const auto is_used = [&](const std::string& value) {
      return std::ranges::any_of(spot.here().bfd_sessions, [&](const BfdSession& it) {
        return it.local_discriminator && std::to_string(**it.local_discriminator) == value;
      });
    };
    std::erase_if(values, is_used);
    values.push_back(free_number(spot, "discriminator", used));
  }
  return values;
}

Values vc_ids(const Spot& spot) {
  std::set<std::uint32_t> used;
  for (const pairing::PwEnd& end : spot.net.pw_ends().all()) {
    if (end.vc_id != nullptr) used.insert(**end.vc_id);
  }
  // Those that these commands have taken already.
  for (const rules::DeviceCommands& of_device : spot.commands) {
    for (const std::string& line : of_device.lines) {
      for (const std::string& word : words_of(line)) {
        std::uint32_t number = 0;
        const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (failed == std::errc() && end == word.data() + word.size()) used.insert(number);
      }
    }
  }
  if (!spot.snapshot.pools.contains("vc-id")) return {};  // nobody but the operator gives these out
  return {free_number(spot, "vc-id", used)};
}

// The far end's addresses of an E-Trunk that names this device.
Values etrunk_addresses(const Spot& spot, bool peer) {
  Values values;
  for_each_other(spot, [&](DeviceId, const Device& other) {
    for (const Etrunk& it : other.etrunks) {
      const auto& value = peer ? it.source_address : it.peer_address;
      if (value && is_mine(spot, it.peer_address)) values.push_back(to_string(**value));
    }
  });
  return values;
}

Values lsr_ids_of_others(const Spot& spot) {
  Values values;
  for_each_other(spot, [&](DeviceId id, const Device&) {
    if (const auto lsr_id = spot.net.locator().lsr_id(id)) values.push_back(to_string(*lsr_id));
  });
  return values;
}

// Interfaces that could be the AC of something: nothing rides on them yet.
Values free_acs(const Spot& spot) {
  Values values;
  for (const Interface& it : spot.here().interfaces) {
    const bool taken = !it.pws.empty() || it.vsi || !it.addresses.empty() || it.vpn_instance ||
                       it.member_of || it.trunk || it.tunnel || it.kind == InterfaceKind::Loopback ||
                       it.mpls.value;
    if (!taken && (it.is_sub || it.portswitch.value)) values.push_back(it.name);
  }
  return values;
}

// `1/0/1` of Virtual-Ethernet interfaces that are in no group.
Values ve_numbers(const Spot& spot) {
  constexpr std::string_view kType = "Virtual-Ethernet";
  Values values;
  for (const Interface& it : spot.here().interfaces) {
    if (it.name.starts_with(kType) && !it.is_sub && !it.ve_group)
      values.push_back(it.name.substr(kType.size()));
  }
  return values;
}

// Sub-interfaces are mostly numbered by their VLAN.
Values vlans(const Spot& spot) {
  const std::size_t dot = spot.view.rfind('.');
  return dot == spot.view.npos ? Values() : Values{std::string(spot.view.substr(dot + 1))};
}

// Tunnels to the address that the line names.
Values tunnels(const Spot& spot) {
  Values values;
  for (const Interface& it : spot.here().interfaces) {
    if (!it.tunnel || !it.tunnel->destination) continue;
    const std::string destination = " " + to_string(**it.tunnel->destination) + " ";
    if (spot.line.find(destination) != spot.line.npos) values.push_back(it.name);
  }
  return values;
}

// Of `vrrp vrid V virtual-ip <address>`: what others of that VRID have.
Values virtual_addresses(const Spot& spot) {
  Values values;
  for_each_other(spot, [&](DeviceId, const Device& other) {
    for (const Interface& interface : other.interfaces) {
      for (const VrrpGroup& group : interface.vrrp) {
        const std::string start = fmt::format("vrrp vrid {} virtual-ip ", *group.vrid);
        if (!spot.line.starts_with(start)) continue;
        for (const Fact<IpAddress>& it : group.virtual_ips) values.push_back(to_string(*it));
      }
    }
  });
  return values;
}

Values instance_names(const Spot& spot) {
  Values values;
  for (const VpnInstance& it : spot.here().vpn_instances) values.push_back(it.name);
  return values;
}

Values values_of(const Spot& spot, std::string_view placeholder) {
  const std::string_view name = placeholder.substr(1, placeholder.size() - 2);
  if (name == "loopback-address" || name == "lsr-id") return loopback_addresses(spot);
  if (name.find("discriminator") != name.npos || name == "local") return discriminators(spot);
  if (name == "remote") return discriminators(spot);
  if (name.starts_with("vc-id")) return vc_ids(spot);
  if (name == "peer") return etrunk_addresses(spot, true);
  if (name == "source") return etrunk_addresses(spot, false);
  if (name.starts_with("other-")) return lsr_ids_of_others(spot);
  if (name == "ac") return free_acs(spot);
  if (name == "number" && spot.line.find("Virtual-Ethernet") != spot.line.npos) return ve_numbers(spot);
  if (name == "instance") return instance_names(spot);
  if (name == "address") return virtual_addresses(spot);
  if (name == "vlan") return vlans(spot);
  if (name.starts_with("tunnel-to-")) return tunnels(spot);
  if (name == "name") return {"pg1"};
  return {};
}

void replace_all(std::vector<rules::DeviceCommands>& commands, const std::string& from,
                 const std::string& to) {
  for (rules::DeviceCommands& of_device : commands) {
    for (std::string& line : of_device.lines) {
      for (std::size_t at = line.find(from); at != line.npos; at = line.find(from, at + to.size())) {
        line.replace(at, from.size(), to);
      }
    }
  }
}

// The first placeholder that is no key.
struct Open {
  DeviceId device;
  std::string view;
  std::string line;
  std::string placeholder;
};
std::optional<Open> first_open(const std::vector<rules::DeviceCommands>& commands) {
  for (const rules::DeviceCommands& of_device : commands) {
    for (const std::string& line : of_device.lines) {
      for (std::string& word : placeholders(line)) {
        if (!is_key(word)) return Open{of_device.device, of_device.lines.front(), line, std::move(word)};
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> placeholders(std::string_view line) {
  std::vector<std::string> result;
  for (std::size_t open = line.find('<'); open != line.npos; open = line.find('<', open + 1)) {
    const std::size_t close = line.find('>', open);
    if (close == line.npos) break;
    result.emplace_back(line.substr(open, close - open + 1));
  }
  return result;
}

bool is_key(std::string_view placeholder) {
  return placeholder == "<key>";
}

std::vector<Filling> filled_in(const Snapshot& snapshot, const pairing::Pairing& net,
                               const std::vector<rules::DeviceCommands>& commands) {
  std::vector<Filling> done;
  std::vector<Filling> open = with_missing_pws(snapshot, commands);
  while (!open.empty() && done.size() + open.size() <= kMostChoices) {
    Filling next = std::move(open.front());
    open.erase(open.begin());
    const auto spot = first_open(next.commands);
    if (!spot) {
      done.push_back(std::move(next));
      continue;
    }
    Values values =
        values_of({snapshot, net, spot->device, spot->view, spot->line, next.commands}, spot->placeholder);
    if (values.size() > kMostValues) values.resize(kMostValues);
    for (const std::string& value : values) {
      if (value.empty()) continue;
      open.push_back(next);
      replace_all(open.back().commands, spot->placeholder, value);
    }
  }
  return done;
}

}  // namespace holdfast::session

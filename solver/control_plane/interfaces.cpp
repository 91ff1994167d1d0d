#include "solver/control_plane/interfaces.h"

#include <algorithm>
#include <limits>

namespace holdfast::control_plane {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

bool allows(const Interface& port, std::uint32_t vlan) {
  if (!port.switch_port) return false;
  const SwitchPort& it = *port.switch_port;
  if (it.default_vlan && it.default_vlan->value == vlan) return true;
  for (const Fact<VlanRange>& range : it.allowed) {
    if (range->first <= vlan && vlan <= range->last) return true;
  }
  return false;
}

}  // namespace

Interfaces::Interfaces(const pairing::Pairing& net, const FailureUniverse& universe)
    : net_(net), outages_(net.network(), universe) {
  std::uint32_t next = 0;
  for (const Device& device : net.network().devices) {
    first_of_device_.push_back(next);
    next += static_cast<std::uint32_t>(device.interfaces.size());
  }
  place_.assign(next, kNone);
}

State Interfaces::device_up(DeviceId device, Failed failed) const {
  const Support& needs = outages_.of_device(device);
  if (failed.meets(needs)) return always(Tri::Down);
  return {Tri::Up, needs};
}

State Interfaces::up(PortRef port, Failed failed) {
  return evaluate(conditions_[condition_of(port)], failed);
}

Support Interfaces::dependencies(PortRef port) {
  Support result;
  collect(conditions_[condition_of(port)], result);
  return result;
}

bool Interfaces::is_certain(const Condition& condition) const {
  if (condition.at_best == Tri::Unknown) return false;
  return std::ranges::all_of(condition.choices, [this](const Choice& choice) {
    return std::ranges::all_of(choice.options,
                               [this](std::uint32_t option) { return is_certain(conditions_[option]); });
  });
}

void Interfaces::collect(const Condition& condition, Support& into) const {
  into |= condition.all;
  for (const Choice& choice : condition.choices) {
    for (const std::uint32_t option : choice.options) collect(conditions_[option], into);
  }
}

State Interfaces::evaluate(const Condition& condition, Failed failed) const {
  if (condition.at_best == Tri::Down || failed.meets(condition.all)) return always(Tri::Down);
  State result{condition.at_best, condition.all};
  for (const Choice& choice : condition.choices) {
    State found{choice.least == 0 ? Tri::Up : Tri::Down, {}};
    std::size_t up = 0;
    std::size_t unknown = 0;
    Support unsure;
    for (const std::uint32_t option : choice.options) {
      if (up == choice.least) break;
      const State state = evaluate(conditions_[option], failed);
      if (state.value == Tri::Up) {
        ++up;
        found.support |= state.support;
      } else if (state.value == Tri::Unknown) {
        ++unknown;
        unsure |= state.support;
      }
    }
    if (up + unknown < choice.least) return always(Tri::Down);
    found.value = tri(up >= choice.least);
    if (up < choice.least) {
      found.value = Tri::Unknown;
      found.support |= unsure;
    }
    result = both(std::move(result), found);
  }
  return result;
}

std::uint32_t Interfaces::condition_of(PortRef port) {
  std::uint32_t& place = place_[first_of_device_[port.device.index] + port.interface.index];
  if (place == kNone) {
    Condition made = make(port);
    conditions_.push_back(std::move(made));
    place = static_cast<std::uint32_t>(conditions_.size() - 1);
  }
  return place;
}

void Interfaces::require(Condition& condition, const Condition& other) {
  condition.at_best = condition.at_best && other.at_best;
  condition.all |= other.all;
  condition.choices.insert(condition.choices.end(), other.choices.begin(), other.choices.end());
}

Interfaces::Condition Interfaces::make(PortRef port) {
  const Interface& it = net_[port];
  if (it.is_sub) {
    Condition result;
    if (it.parent.valid()) {
      const std::uint32_t parent = condition_of({port.device, it.parent});
      result = conditions_[parent];
    } else {
      result.all = outages_.of_port(port);
    }
    if (*it.shutdown) result.at_best = Tri::Down;
    return result;
  }
  switch (it.kind) {
    case InterfaceKind::EthTrunk:
      return make_trunk(port);
    case InterfaceKind::Vlanif:
      return make_vlanif(port);
    case InterfaceKind::Loopback:
    case InterfaceKind::Null:
    case InterfaceKind::Tunnel:
    case InterfaceKind::GlobalVe:
    case InterfaceKind::PwVe:
    case InterfaceKind::VirtualTemplate:
    case InterfaceKind::Vbdif:
    case InterfaceKind::IpTrunk:
    case InterfaceKind::MpGroup:
      return {*it.shutdown ? Tri::Down : Tri::Up, outages_.of_device(port.device), {}};
    default:
      return make_port(port);
  }
}

Interfaces::Condition Interfaces::make_port(PortRef port) const {
  Condition result;
  const auto need = [&](PortRef end) {
    if (*net_[end].shutdown) result.at_best = Tri::Down;
    result.all |= outages_.of_port(end);
  };
  need(port);
  const PhysicalLink* link = outages_.link_at(port);
  if (link != nullptr) {
    need(link->a == port ? link->b : link->a);
    result.all |= outages_.of_link(*link);
  }
  return result;
}

Interfaces::Condition Interfaces::own_trunk(PortRef trunk) {
  const Interface& it = net_[trunk];
  Condition result{*it.shutdown ? Tri::Down : Tri::Up, outages_.of_device(trunk.device), {}};
  const auto members = net_.links().trunk_members(trunk);
  if (members.empty()) {
    if (outages_.link_at(trunk) == nullptr) result.at_best = result.at_best && Tri::Unknown;
    return result;
  }
  Choice choice;
  if (it.trunk) choice.least = std::max<std::size_t>(1, *it.trunk->least_active);
  for (const PortRef member : members) choice.options.push_back(condition_of(member));
  result.choices.push_back(std::move(choice));
  return result;
}

Interfaces::Condition Interfaces::make_trunk(PortRef trunk) {
  Condition result = own_trunk(trunk);
  const PhysicalLink* link = outages_.link_at(trunk);
  if (link == nullptr) return result;
  result.all |= outages_.of_link(*link);
  const PortRef far = link->a == trunk ? link->b : link->a;
  if (net_[far].kind == InterfaceKind::EthTrunk) {
    require(result, own_trunk(far));
  } else {
    if (*net_[far].shutdown) result.at_best = Tri::Down;
    result.all |= outages_.of_port(far);
  }
  return result;
}

Interfaces::Condition Interfaces::make_vlanif(PortRef vlanif) {
  const Interface& it = net_[vlanif];
  Condition result{*it.shutdown ? Tri::Down : Tri::Up, outages_.of_device(vlanif.device), {}};
  Choice choice;
  const Device& device = net_[vlanif.device];
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const Interface& port = device.interfaces[i];
    if (!port.is_sub && !port.member_of && allows(port, it.number)) {
      choice.options.push_back(condition_of({vlanif.device, InterfaceId{i}}));
    }
  }
  if (choice.options.empty()) {
    result.at_best = result.at_best && Tri::Unknown;
  } else {
    result.choices.push_back(std::move(choice));
  }
  return result;
}

}  // namespace holdfast::control_plane

#include "solver/pairing/elements.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace holdfast::pairing {
namespace {

class Builder {
 public:
  explicit Builder(const Pairing& net) : net_(net) {}

  FailureUniverse run() {
    for (std::size_t d = 0; d < net_.network().devices.size(); ++d) add_device(DeviceId{d});
    for (const Link& link : net_.links().all()) add_link(link);
    add_ports();
    std::ranges::sort(result_.elements, {},
                      [](const Element& it) { return std::tie(it.kind, it.name, it.device); });
    place_links();
    add_groups();
    return std::move(result_);
  }

 private:
  void add_device(DeviceId device) {
    const std::string& name = *net_[device].name;
    result_.elements.push_back({ElementKind::Node, "node:" + name, device, {}, {}, {}, {}});
    std::set<std::string> cards;
    for (const Interface& it : net_[device].interfaces) {
      if (!it.slot.empty()) cards.insert(it.slot);
    }
    std::map<std::string, int> cards_of_slot;
    for (const std::string& card : cards) {
      const std::size_t slash = card.find('/');
      if (slash != std::string::npos) ++cards_of_slot[card.substr(0, slash)];
    }
    std::set<std::string> slots = cards;
    for (const auto& [slot, count] : cards_of_slot) {
      if (count > 1) slots.insert(slot);
    }
    for (const std::string& slot : slots) {
      result_.elements.push_back(
          {ElementKind::Board, fmt::format("board:{}:{}", name, slot), device, slot, {}, {}, {}});
    }
  }

  void add_link(const Link& link) {
    if (link.bundle && link.complete) return;
    result_.elements.push_back({ElementKind::Link, net_.links().name(link.id), {}, {}, link.a, link.b, {}});
  }

  void place_links() {
    std::map<std::pair<PortRef, PortRef>, ElementId> at;
    for (std::size_t i = 0; i < result_.elements.size(); ++i) {
      const Element& it = result_.elements[i];
      if (it.kind == ElementKind::Link) at[{it.a, it.b}] = ElementId{i};
    }
    for (const Link& link : net_.links().all()) {
      const auto found = at.find({link.a, link.b});
      result_.links.push_back({link.a, link.b, link.bundle, found != at.end() ? found->second : ElementId{}});
    }
  }

  // Main interface of something that a service stands on; of an Eth-Trunk its members.
  void need(PortRef port, std::set<PortRef>& needed) const {
    const PortRef main = parent_port(net_.network(), port);
    const Interface& it = net_[main];
    if (it.kind == InterfaceKind::EthTrunk) {
      for (const PortRef member : net_.links().trunk_members(main)) needed.insert(member);
    } else if (!it.slot.empty() && it.kind != InterfaceKind::VirtualEthernet && !it.is_sub) {
      needed.insert(main);
    }
  }

  void add_ports() {
    std::set<PortRef> needed;
    for (const Service& service : net_.services().all()) {
      for (const PortRef ac : service.endpoints) need(ac, needed);
    }
    for (const VrrpSegment& segment : net_.vrrp().all()) {
      for (const VrrpRef member : segment.members) need(member.port, needed);
    }
    for (const PortRef port : needed) {
      if (net_.links().at(port) != nullptr) continue;
      result_.elements.push_back(
          {ElementKind::Port, "port:" + port_name(net_.network(), port), port.device, {}, port, {}, {}});
    }
  }

  void add_groups() {
    std::vector<Element> groups;
    for (const StatedGroup& stated : net_.network().failure_groups) {
      Element group{ElementKind::Group, "group:" + stated.name, {}, {}, {}, {}, {}};
      for (const Fact<std::string>& member : stated.members) {
        const ElementId id = find_element(net_.network(), result_, *member);
        if (id.valid() && result_.elements[id.index].kind != ElementKind::Group) group.members.push_back(id);
      }
      std::ranges::sort(group.members);
      group.members.erase(std::unique(group.members.begin(), group.members.end()), group.members.end());
      if (!group.members.empty()) groups.push_back(std::move(group));
    }
    std::ranges::stable_sort(groups, {}, &Element::name);
    std::ranges::move(groups, std::back_inserter(result_.elements));
  }

  const Pairing& net_;
  FailureUniverse result_;
};

// "PE1:GigabitEthernet0/1/0": device names may hold the separator themselves.
PortRef port_named(const Network& net, std::string_view text) {
  for (std::size_t colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
    const PortRef port = find_port(net, text.substr(0, colon), text.substr(colon + 1));
    if (port.valid()) return port;
  }
  return {};
}

ElementId find_link(const Network& net, const FailureUniverse& universe, std::string_view ends) {
  for (std::size_t dashes = ends.find("--"); dashes != ends.npos; dashes = ends.find("--", dashes + 1)) {
    const PortRef one = port_named(net, ends.substr(0, dashes));
    const PortRef other = port_named(net, ends.substr(dashes + 2));
    if (!one.valid() || !other.valid()) continue;
    for (const PhysicalLink& link : universe.links) {
      if ((link.a == one && link.b == other) || (link.a == other && link.b == one)) return link.element;
    }
  }
  return {};
}

}  // namespace

FailureUniverse failure_universe(const Pairing& net) {
  return Builder(net).run();
}

ElementId find_element(const Network& network, const FailureUniverse& universe, std::string_view name) {
  for (std::size_t i = 0; i < universe.elements.size(); ++i) {
    if (universe.elements[i].name == name) return ElementId{i};
  }
  constexpr std::string_view kLink = "link:";
  return name.starts_with(kLink) ? find_link(network, universe, name.substr(kLink.size())) : ElementId{};
}

std::vector<UnknownMember> unknown_members(const Network& network, const FailureUniverse& universe) {
  std::vector<UnknownMember> result;
  for (const StatedGroup& group : network.failure_groups) {
    for (const Fact<std::string>& member : group.members) {
      const ElementId id = find_element(network, universe, *member);
      const bool usable = id.valid() && universe.elements[id.index].kind != ElementKind::Group;
      if (!usable) result.push_back({group.name, *member, member.where});
    }
  }
  return result;
}

}  // namespace holdfast::pairing

// Links inferred from subnets. An interface counts as a member of its subnet in its routing table, whatever
// it is; only ports and Eth-Trunks can be ends of a link.

#include <algorithm>
#include <set>
#include <string_view>

#include "solver/pairing/link_drafts.h"

namespace holdfast::pairing {
namespace {

struct Member {
  PortRef port;
  const Fact<InterfaceAddress>* address = nullptr;
};

bool is_physical(InterfaceKind kind) {
  switch (kind) {
    case InterfaceKind::Ethernet:
    case InterfaceKind::EthTrunk:
    case InterfaceKind::Pos:
    case InterfaceKind::Serial:
    case InterfaceKind::Atm:
    case InterfaceKind::Cpos:
    case InterfaceKind::E1:
    case InterfaceKind::IpTrunk:
    case InterfaceKind::MpGroup:
      return true;
    default:
      return false;
  }
}

bool counts(const Interface& interface, const IpPrefix& prefix) {
  if (interface.kind == InterfaceKind::Loopback || interface.kind == InterfaceKind::Tunnel ||
      interface.kind == InterfaceKind::Null) {
    return false;
  }
  if (!prefix.address.is_v6) return prefix.length < 32;
  const bool link_local = prefix.address.v6.bytes[0] == 0xfe && (prefix.address.v6.bytes[1] & 0xc0) == 0x80;
  return prefix.length < 128 && !link_local;
}

std::string_view table_of(const Network& net, const Member& member) {
  const auto& instance = get(net, member.port).vpn_instance;
  return instance ? std::string_view(instance->value) : std::string_view{};
}

class Subnets {
 public:
  Subnets(const Network& net, const Inventory& inventory, const Bundles& bundles,
          std::vector<LinkAmbiguity>& ambiguities)
      : net_(net),
        bundles_(bundles),
        ambiguities_(ambiguities),
        has_l2vpn_(!inventory.pw_acs.empty() || !inventory.vsi_acs.empty()) {
    FlatIndex<IpPrefix, Member> by_subnet;
    by_subnet.reserve(inventory.addressed.size());
    for (const PortRef port : inventory.addressed) {
      const Interface& interface = get(net, port);
      for (const Fact<InterfaceAddress>& address : interface.addresses) {
        if (counts(interface, address->prefix)) by_subnet.add(address->prefix.network(), {port, &address});
      }
    }
    by_subnet.seal();
    by_subnet.for_each_key([this](const IpPrefix& subnet, std::span<const Member> members) {
      if (members.size() > 1) visit(subnet, {members.begin(), members.end()});
    });
  }

  std::vector<LinkDraft> take() { return std::move(drafts_); }

 private:
  // One table after the other; a customer's port in the global table may meet a PE's port in a VPN instance
  // when nobody else has that subnet.
  void visit(const IpPrefix& subnet, std::vector<Member> members) {
    const auto table = [this](const Member& member) { return table_of(net_, member); };
    std::ranges::stable_sort(members, {}, table);
    if (members.size() == 2 && (table(members[0]).empty() || table(members[1]).empty())) {
      return join(subnet, members);
    }
    for (auto first = members.begin(); first != members.end();) {
      const auto last = std::ranges::find_if(
          first, members.end(), [&](const Member& member) { return table(member) != table(*first); });
      if (last - first > 1) join(subnet, {first, last});
      first = last;
    }
  }

  void join(const IpPrefix& subnet, std::span<const Member> members) {
    std::vector<PortRef> ports;
    for (const Member& member : members) {
      if (ports.empty() || ports.back() != member.port)
        ports.push_back(member.port);  // in the order of ports
    }
    const auto physical = [this](PortRef port) { return is_physical(get(net_, port).kind); };
    if (std::ranges::none_of(ports, physical) || ports.size() < 2) return;
    if (ports.size() > 2) return report(LinkAmbiguity::Kind::SharedSubnet, subnet, ports);
    if (!std::ranges::all_of(ports, physical) || ports[0].device == ports[1].device) return;
    if (members[0].address->value.prefix.address == members[1].address->value.prefix.address) {
      return report(LinkAmbiguity::Kind::SharedSubnet, subnet, ports);
    }
    // Customer equipment at both ends of an L2VPN shares a subnet, too.
    const auto customer_side = [this](PortRef port) { return !*net_[port.device].mpls.enabled; };
    if (has_l2vpn_ && std::ranges::all_of(ports, customer_side)) {
      return report(LinkAmbiguity::Kind::MayCrossL2vpn, subnet, ports);
    }
    // VRRP serves somebody on its segment; between PEs that exchange labels it is a heartbeat on their own
    // link.
    const auto serves_others = [this](PortRef port) {
      const Interface& interface = get(net_, port);
      return !interface.vrrp.empty() && !*interface.mpls && !*interface.ldp;
    };
    if (std::ranges::all_of(ports, serves_others)) {
      return report(LinkAmbiguity::Kind::SharedSubnet, subnet, ports);
    }
    propose(subnet, ports, members);
  }

  void propose(const IpPrefix& subnet, std::vector<PortRef> ports, std::span<const Member> members) {
    for (PortRef& port : ports) port = parent_port(net_, port);
    const auto is_trunk = [this](PortRef port) { return get(net_, port).kind == InterfaceKind::EthTrunk; };
    const bool bundle = std::ranges::all_of(ports, is_trunk);
    if (!bundle) {
      for (PortRef& port : ports) {
        if (!is_trunk(port)) continue;
        const auto inside = bundles_.members.find(port);
        if (inside.size() != 1) return report(LinkAmbiguity::Kind::BundleMembers, subnet, ports);
        port = inside.front();
      }
    }
    std::vector<LinkEvidence> evidence;
    for (const Member& member : members) evidence.push_back({member.port.device, member.address->where});
    LinkDraft& made =
        drafts_.emplace_back(draft(net_, ports[0], ports[1], LinkSource::Subnet, std::move(evidence)));
    made.bundle = bundle;
  }

  void report(LinkAmbiguity::Kind kind, const IpPrefix& subnet, std::vector<PortRef> ports) {
    LinkAmbiguity& ambiguity = ambiguities_.emplace_back();
    ambiguity.kind = kind;
    ambiguity.subnet = subnet;
    ambiguity.ports = std::move(ports);
  }

  const Network& net_;
  const Bundles& bundles_;
  std::vector<LinkAmbiguity>& ambiguities_;
  const bool has_l2vpn_;
  std::vector<LinkDraft> drafts_;
};

// One draft per pair of ports, with the evidence of all its subnets.
std::vector<LinkDraft> merged(std::vector<LinkDraft> drafts) {
  const auto ends = [](const LinkDraft& it) { return std::pair(it.a, it.b); };
  std::ranges::stable_sort(drafts, {}, ends);
  std::vector<LinkDraft> result;
  for (LinkDraft& it : drafts) {
    if (!result.empty() && ends(result.back()) == ends(it)) {
      auto& evidence = result.back().evidence;
      evidence.insert(evidence.end(), it.evidence.begin(), it.evidence.end());
    } else {
      result.push_back(std::move(it));
    }
  }
  return result;
}

FlatIndex<PortRef, const LinkDraft*> by_port(const std::vector<LinkDraft>& drafts) {
  FlatIndex<PortRef, const LinkDraft*> result;
  for (const LinkDraft& it : drafts) {
    result.add(it.a, &it);
    result.add(it.b, &it);
  }
  result.seal();
  return result;
}

}  // namespace

std::vector<LinkDraft> subnet_links(const Network& net, const Inventory& inventory, const Bundles& bundles,
                                    const std::vector<LinkDraft>& stated,
                                    std::vector<LinkAmbiguity>& ambiguities) {
  const std::vector<LinkDraft> drafts = merged(Subnets(net, inventory, bundles, ambiguities).take());
  const auto proposed_at = by_port(drafts);
  const auto stated_at = by_port(stated);
  // A stated link that takes one of the ports, or a member of the bundle, elsewhere.
  const auto contradicts = [&](const LinkDraft& it) {
    const auto leads_elsewhere = [&](PortRef port, PortRef wanted, PortRef wanted_trunk) {
      for (const LinkDraft* other : stated_at.find(port)) {
        const PortRef far = other->a == port ? other->b : other->a;
        const auto trunk = bundles.trunk_of.find(far);
        const bool same_bundle = wanted_trunk.valid() && !trunk.empty() && trunk.front() == wanted_trunk;
        if (far != wanted && !same_bundle) return true;
      }
      return false;
    };
    if (leads_elsewhere(it.a, it.b, {}) || leads_elsewhere(it.b, it.a, {})) return true;
    if (!it.bundle) return false;
    const auto any_elsewhere = [&](PortRef from, PortRef to) {
      return std::ranges::any_of(bundles.members.find(from),
                                 [&](PortRef member) { return leads_elsewhere(member, {}, to); });
    };
    return any_elsewhere(it.a, it.b) || any_elsewhere(it.b, it.a);
  };
  std::vector<LinkDraft> result;
  std::set<PortRef> reported;
  for (const LinkDraft& it : drafts) {
    bool several = false;
    for (const PortRef port : {it.a, it.b}) {
      const auto proposals = proposed_at.find(port);
      if (proposals.size() < 2) continue;
      several = true;
      if (!reported.insert(port).second) continue;
      LinkAmbiguity& ambiguity = ambiguities.emplace_back();
      ambiguity.kind = LinkAmbiguity::Kind::SeveralPartners;
      ambiguity.ports.push_back(port);
      for (const LinkDraft* other : proposals)
        ambiguity.ports.push_back(other->a == port ? other->b : other->a);
    }
    if (several) continue;
    if (contradicts(it)) {
      LinkAmbiguity& ambiguity = ambiguities.emplace_back();
      ambiguity.kind = LinkAmbiguity::Kind::Contradicted;
      ambiguity.ports = {it.a, it.b};
      continue;
    }
    result.push_back(it);
  }
  return result;
}

}  // namespace holdfast::pairing

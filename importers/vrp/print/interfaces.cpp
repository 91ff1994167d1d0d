// Interfaces: what holds for one as a whole, addresses, VLANs, and what binds it to services.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

std::string range(std::uint16_t first, std::uint16_t last) {
  return first == last ? fmt::format("{}", first) : fmt::format("{} to {}", first, last);
}

void print_tags(const VlanMatch& tags, bool evc, Writer& out) {
  const std::string outer = range(tags.outer_first, tags.outer_last);
  const std::string inner = tags.inner_first == 0 ? "" : range(tags.inner_first, tags.inner_last);
  switch (tags.kind) {
    case VlanMatchKind::Dot1q:
      if (tags.outer_first == 0) return out.line("encapsulation dot1q");
      return evc ? out.line("encapsulation dot1q vid {}", outer) : out.line("vlan-type dot1q {}", outer);
    case VlanMatchKind::Qinq:
      if (tags.outer_first == 0) return out.line("encapsulation qinq");
      return out.line("encapsulation qinq vid {} ce-vid {}", outer, inner.empty() ? "default" : inner);
    case VlanMatchKind::Untagged:
      return out.line("encapsulation untag");
    case VlanMatchKind::Default:
      return out.line("encapsulation default");
    case VlanMatchKind::Dot1qTermination:
      return out.line("dot1q termination vid {}", outer);
    case VlanMatchKind::QinqTermination:
      return out.line("qinq termination pe-vid {} ce-vid {}", outer, inner.empty() ? "any" : inner);
  }
}

std::string_view link_type_word(PortLinkType type) {
  switch (type) {
    case PortLinkType::Access:
      return "access";
    case PortLinkType::Trunk:
      return "trunk";
    case PortLinkType::Hybrid:
      return "hybrid";
    case PortLinkType::Dot1qTunnel:
      return "dot1q-tunnel";
  }
  return {};
}

void print_switch_port(const SwitchPort& port, Writer& out) {
  if (port.link_type) out.line("port link-type {}", link_type_word(**port.link_type));
  const bool hybrid = port.link_type && **port.link_type == PortLinkType::Hybrid;
  for (const Fact<VlanRange>& vlans : port.allowed) {
    out.line("port {} vlan {}", hybrid ? "hybrid tagged" : "trunk allow-pass",
             range(vlans->first, vlans->last));
  }
  const bool access = port.link_type && **port.link_type == PortLinkType::Access;
  out.value(hybrid   ? "port hybrid pvid vlan"
            : access ? "port default vlan"
                     : "port trunk pvid vlan",
            port.default_vlan);
}

void print_address(const InterfaceAddress& address, Writer& out) {
  const IpPrefix& prefix = address.prefix;
  if (prefix.address.is_v6) {
    out.line("ipv6 address {}/{}", prefix.address, prefix.length);
  } else {
    out.line("ip address {} {}{}", prefix.address, mask(prefix.length), address.secondary ? " sub" : "");
  }
}

void print_link_protocol(const MaybeFact<LinkProtocol>& protocol, Writer& out) {
  if (!protocol) return;
  switch (**protocol) {
    case LinkProtocol::Ppp:
      return out.line("link-protocol ppp");
    case LinkProtocol::Hdlc:
      return out.line("link-protocol hdlc");
    case LinkProtocol::FrameRelay:
      return out.line("link-protocol fr");
    case LinkProtocol::Atm:
      return out.line("link-protocol atm");
    case LinkProtocol::Tdm:
      return out.line("link-protocol tdm");
    case LinkProtocol::Ethernet:
      return;
  }
}

void print_tracked_route(const TrackedRoute& route, Writer& out) {
  const IpPrefix& prefix = *route.prefix;
  const std::string length = prefix.address.is_v6 ? fmt::format("{}", prefix.length) : mask(prefix.length);
  out.line("mpls l2vpn track route {} {}{}", prefix.address, length,
           clause("vpn-instance", route.vpn_instance));
}

void print_basics(const Interface& interface, Writer& out) {
  out.flag("portswitch", interface.portswitch);
  out.flag("shutdown", interface.shutdown);
  out.value("description", interface.description);
  out.value("mtu", interface.mtu);
  print_link_protocol(interface.link_protocol, out);
  if (interface.hostroute_suppress.configured())
    out.flag("ppp peer hostroute-suppress", interface.hostroute_suppress);
  for (const Fact<VlanMatch>& tags : interface.vlans) print_tags(*tags, interface.is_l2_sub, out);
  if (interface.switch_port) print_switch_port(*interface.switch_port, out);
}

void print_addresses(const Interface& interface, Writer& out) {
  out.value("ip binding vpn-instance", interface.vpn_instance);
  out.flag("ipv6 enable", interface.ipv6);
  for (const Fact<InterfaceAddress>& address : interface.addresses) print_address(*address, out);
  out.value("ip address unnumbered interface", interface.unnumbered);
}

void print_services(const Device& device, const Interface& interface, Writer& out) {
  if (interface.ve_group) {
    out.line("ve-group {} {}", (*interface.ve_group)->id,
             (*interface.ve_group)->l2_terminate ? "l2-terminate" : "l3-access");
  }
  out.value("l2 binding vsi", interface.vsi);
  out.flag("hub-mode enable", interface.hub_mode);
  out.value("bridge-domain", interface.bridge_domain);
  print_pws(device, interface, out);
  for (const TrackedRoute& route : interface.tracked_routes) print_tracked_route(route, out);
  if (interface.route_tracks_pw.configured() && *interface.route_tracks_pw) {
    out.line("direct-route track pw-state degrade-cost 100");
  }
  out.flag("l3ve track pw-state", interface.l3ve_tracks_pw);
}

}  // namespace

void print_interfaces(const Device& device, Writer& out) {
  for (const Interface& interface : device.interfaces) {
    out.open("interface {}{}", interface.name, interface.is_l2_sub ? " mode l2" : "");
    print_basics(interface, out);
    print_addresses(interface, out);
    print_vrrp(interface, out);
    print_igp_interface(interface, out);
    out.flag("mpls", interface.mpls);
    out.flag("mpls te", interface.te);
    out.flag("mpls rsvp-te", interface.rsvp_te);
    out.flag("mpls ldp", interface.ldp);
    print_tunnel(interface, out);
    print_trunk(interface, out);
    print_services(device, interface, out);
    out.close();
  }
}

}  // namespace holdfast::vrp

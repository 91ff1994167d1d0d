#include "importers/vrp/finish.h"

#include <algorithm>
#include <string_view>

#include "importers/vrp/defaults.h"
#include "importers/vrp/finish_bgp.h"
#include "importers/vrp/session_names.h"

namespace holdfast::vrp {
namespace {

// VC types that are TDM: their control word is on unless a line says otherwise.
bool is_tdm(VcType type) {
  return type >= VcType::SatopE1 && type <= VcType::Cep;
}

template <class T>
void take(Fact<T>& value, const MaybeFact<T>& source) {
  if (!value.configured() && source) value = *source;
}

template <class T>
void take(MaybeFact<T>& value, const MaybeFact<T>& source) {
  if (!value && source) value = source;
}

void take_template(Pw& pw, const PwTemplate& from) {
  take(pw.peer, from.peer);
  take(pw.tunnel_policy, from.tunnel_policy);
  take(pw.control_word, from.control_word);
  take(pw.flow_label, from.flow_label);
  take(pw.mtu, from.mtu);
  if (from.tdm && !pw.tdm) pw.tdm = from.tdm;
  if (from.atm && !pw.atm) pw.atm = from.atm;
}

// VLAN on sub-interfaces, Ethernet on main interfaces, and the link's own type elsewhere.
VcType default_vc_type(const Interface& ac) {
  if (ac.link_protocol) {
    switch (**ac.link_protocol) {
      case LinkProtocol::Ppp:
        return VcType::Ppp;
      case LinkProtocol::Hdlc:
        return VcType::Hdlc;
      case LinkProtocol::FrameRelay:
        return VcType::FrameRelay;
      case LinkProtocol::Atm:
        return VcType::AtmNto1Vcc;
      case LinkProtocol::Tdm:
        return VcType::SatopE1;
      case LinkProtocol::Ethernet:
        break;
    }
  }
  if (ac.kind == InterfaceKind::Atm) return VcType::AtmNto1Vcc;
  if (ac.kind == InterfaceKind::Pos || ac.kind == InterfaceKind::Serial ||
      ac.kind == InterfaceKind::MpGroup) {
    return VcType::Ppp;
  }
  return ac.is_sub ? VcType::Tagged : VcType::Raw;
}

// The line that binds the secondary PW names no group: it is the primary's.
void finish_secondary_binding(Interface& ac) {
  const auto primary = std::ranges::find(ac.pws, PwRole::Primary, [](const Pw& pw) { return *pw.role; });
  for (Pw& pw : ac.pws) {
    if (!pw.admin_vrrp || !pw.admin_vrrp->interface.value.empty()) continue;
    if (primary == ac.pws.end() || !primary->admin_vrrp) continue;
    AdminVrrpBinding& binding = pw.admin_vrrp.ensure();
    binding.interface = inferred(*primary->admin_vrrp->interface, primary->admin_vrrp->where);
    binding.vrid = inferred(*primary->admin_vrrp->vrid, primary->admin_vrrp->where);
    binding.pw_redundancy = inferred(*primary->admin_vrrp->pw_redundancy, primary->admin_vrrp->where);
  }
}

void finish_pws(const Device& device, Interface& ac) {
  if (ac.pws.empty()) return;
  if (!ac.redundancy) ac.redundancy.ensure() = new_redundancy(ac.where);
  finish_secondary_binding(ac);
  for (Pw& pw : ac.pws) {
    if (pw.pw_template) {
      const auto from = std::ranges::find(device.pw_templates, **pw.pw_template, &PwTemplate::name);
      if (from != device.pw_templates.end()) take_template(pw, *from);
    }
    if (!pw.vc_type.configured()) {
      pw.vc_type = by_default(default_vc_type(ac), ac.where);
      if (ac.link_protocol) pw.vc_type = inferred(*pw.vc_type, ac.link_protocol->where);
    }
    if (!pw.control_word.configured()) pw.control_word = by_default(is_tdm(*pw.vc_type), pw.where);
    // The AC's MTU wins over the template's.
    if (ac.mtu.configured()) {
      pw.mtu = inferred(*ac.mtu, ac.mtu.where);
    } else if (!pw.mtu.configured()) {
      pw.mtu = by_default(*ac.mtu, ac.where);
    }
  }
}

void finish_vsi(const Device& device, Vsi& vsi) {
  const Fact<bool>& all_ignore = device.mpls.vpls_ignore_ac_state;
  if (*all_ignore && !vsi.ignore_ac_state.configured())
    vsi.ignore_ac_state = inferred(true, all_ignore.where);
  for (VsiPeer& peer : vsi.peers) {
    if (!peer.control_word.configured()) peer.control_word = vsi.control_word;
    if (!peer.vc_type.configured()) peer.vc_type = vsi.encapsulation;
    take(peer.tunnel_policy, vsi.tunnel_policy);
  }
}

// Sub-interfaces are written without their parent only in partial captures.
void find_parents(Device& device) {
  for (Interface& sub : device.interfaces) {
    if (!sub.is_sub) continue;
    const std::string_view name = sub.name;
    sub.parent = device.find_interface(name.substr(0, name.rfind('.')));
  }
}

// A bridge domain names its VSI; the VSI does not name it back.
void join_bridge_domain(Device& device, const BridgeDomain& domain) {
  if (!domain.vsi) return;
  const auto vsi = std::ranges::find(device.vsis, **domain.vsi, &Vsi::name);
  if (vsi != device.vsis.end()) vsi->bridge_domain = inferred(domain.id, domain.vsi->where);
}

// One port for all E-Trunks of a device, told apart by the address family of their hellos only.
void finish_etrunk(const Device& device, Etrunk& etrunk) {
  const bool over_v6 = etrunk.peer_address && etrunk.peer_address->value.is_v6;
  const MaybeFact<std::uint32_t>& port = over_v6 ? device.etrunk_udp6_port : device.etrunk_udp_port;
  if (port) etrunk.udp_port = *port;
}

// `route-static default-preference` is for every route that names none, wherever it stands.
void finish_static_routes(Device& device) {
  for (StaticRoute& route : device.static_routes) {
    const bool v6 = route.destination->address.is_v6;
    const auto& preference = v6 ? device.static_preference_v6 : device.static_preference;
    if (preference && !route.preference.configured()) {
      route.preference = inferred(**preference, preference->where);
    }
  }
}

}  // namespace

void finish(Device& device) {
  device.index_interfaces();
  find_parents(device);
  for (Interface& ac : device.interfaces) finish_pws(device, ac);
  for (Vsi& vsi : device.vsis) finish_vsi(device, vsi);
  for (const BridgeDomain& domain : device.bridge_domains) join_bridge_domain(device, domain);
  for (Etrunk& etrunk : device.etrunks) finish_etrunk(device, etrunk);
  finish_static_routes(device);
  spell_sessions_as_defined(device);
  if (device.bgp) finish_bgp(device.bgp.ensure());
}

}  // namespace holdfast::vrp

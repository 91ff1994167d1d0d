// Virtual switch instances.

#include "importers/vrp/print/pw_settings.h"
#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

template <class Pw>
std::string negotiated(const Pw& pw) {
  return clause("negotiation-vc-id", pw.negotiation_vc_id);
}

// What the PW says itself, not its VSI.
template <class T>
bool own_of(const Fact<T>& fact, const Fact<T>& of_vsi) {
  return own(MaybeFact<T>(fact), MaybeFact<T>(of_vsi));
}

std::string peer_options(const Vsi& vsi, const VsiPeer& peer) {
  std::string words;
  if (own_of(peer.vc_type, vsi.encapsulation)) {
    words += fmt::format(" encapsulation {}", encapsulation_word(*peer.vc_type));
  }
  if (own(peer.tunnel_policy, vsi.tunnel_policy))
    words += fmt::format(" tnl-policy {}", **peer.tunnel_policy);
  if (*peer.is_static) {
    words += *peer.upe ? " static-upe" : " static-npe";
    return words + clause("trans", peer.transmit_label) + clause("recv", peer.receive_label);
  }
  return words + clause("upe", peer.upe) + clause("ac-mode", peer.ac_mode) +
         clause("secondary", peer.secondary) + clause("ignore-standby-state", peer.ignore_standby_state);
}

void print_peer(const Vsi& vsi, const VsiPeer& peer, Writer& out) {
  const std::string name = fmt::format("{}{}", *peer.address, negotiated(peer));
  out.line("peer {}{}", name, peer_options(vsi, peer));
  if (peer.pw_name) {
    out.open("peer {} pw {}", name, **peer.pw_name);
    out.flag("track hub-pw", peer.track_hub_pw);
    if (own_of(peer.control_word, vsi.control_word)) {
      out.line("control-word {}", *peer.control_word ? "enable" : "disable");
    }
    out.close();
  }
  if (peer.admin_vrrp) {
    out.line("peer {} track admin-vrrp interface {} vrid {}{}", name, *peer.admin_vrrp->interface,
             *peer.admin_vrrp->vrid, *peer.admin_vrrp->pw_redundancy ? " pw-redundancy" : "");
  }
}

void print_group(const ProtectGroup& group, Writer& out) {
  out.open("protect-group {}", group.name);
  if (group.mode) {
    out.line("protect-mode pw-redundancy {}", **group.mode == ProtectMode::Master ? "master" : "independent");
  }
  if (group.reroute) out.line("reroute {}", reroute_words(**group.reroute));
  out.value("holdoff", group.holdoff);
  out.flag("stream-dual-receiving", group.stream_dual_receiving);
  for (const ProtectMember& member : group.members) {
    out.line("peer {}{}{}", *member.peer, negotiated(member), clause("preference", member.preference));
  }
  out.close();
}

void print_withdraw(const Vsi& vsi, Writer& out) {
  out.flag("mac-withdraw enable", vsi.mac_withdraw);
  out.flag("interface-status-change mac-withdraw enable", vsi.interface_status_change);
  out.flag("upe-upe mac-withdraw enable", vsi.upe_upe_withdraw);
  out.flag("upe-npe mac-withdraw enable", vsi.upe_npe_withdraw);
  out.flag("npe-upe mac-withdraw enable", vsi.npe_upe_withdraw);
}

void print_ldp_part(const Vsi& vsi, Writer& out) {
  out.open("pwsignal ldp");
  out.value("vsi-id", vsi.vsi_id);
  out.flag("control-word enable", vsi.control_word);
  for (const VsiPeer& peer : vsi.peers) print_peer(vsi, peer, out);
  for (const ProtectGroup& group : vsi.groups) print_group(group, out);
  print_withdraw(vsi, out);
  out.close();
}

void print_vsi(const Vsi& vsi, Writer& out) {
  out.open("vsi {}{}", vsi.name, vsi.signalling == VsiSignalling::Ldp ? " static" : "");
  if (vsi.signalling == VsiSignalling::Ldp) print_ldp_part(vsi, out);
  if (vsi.signalling == VsiSignalling::Bgp) out.line("pwsignal bgp");
  if (vsi.signalling == VsiSignalling::BgpAd) out.line("bgp-ad");
  if (vsi.encapsulation.configured()) out.line("encapsulation {}", encapsulation_word(*vsi.encapsulation));
  out.value("mtu", vsi.mtu);
  out.value("tnl-policy", vsi.tunnel_policy);
  out.flag("shutdown", vsi.shutdown);
  out.flag("ignore-ac-state", vsi.ignore_ac_state);
  out.flag("isolate spoken", vsi.isolate_spoken);
  out.flag("isolate hub-ac hub-pw", vsi.isolate_hub);
  out.flag("admin-vsi", vsi.is_admin);
  if (vsi.signalling != VsiSignalling::Ldp) out.flag("mac-withdraw enable", vsi.mac_withdraw);
  out.close();
}

}  // namespace

void print_vsis(const Device& device, Writer& out) {
  for (const Vsi& vsi : device.vsis) print_vsi(vsi, out);
}

}  // namespace holdfast::vrp

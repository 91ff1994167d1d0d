// BGP: peers and groups, and what its address families say.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

// What sessions say in the BGP view and, of a VPN instance, in its family.
template <class Peer>
void print_session(const std::string& peer, const Peer& session, Writer& out) {
  out.value(peer + " as-number", session.as_number);
  out.value(peer + " connect-interface", session.connect_interface);
  out.value(peer + " ebgp-max-hop", session.ebgp_max_hop);
  out.value(peer + " fake-as", session.fake_as);
  out.flag(peer + " ignore", session.ignored);
}

void print_key(const std::string& peer, const BgpPeer& session, Writer& out) {
  if (session.key && session.key->configured()) {
    out.line("{} password {} {}", peer, (*session.key)->form == SecretForm::Clear ? "simple" : "cipher",
             out.key(*session.key));
  }
  out.value(peer + " keychain", session.keychain);
}

void print_group(const BgpGroup& group, Writer& out) {
  out.line("group {}{}", *group.name,
           !group.internal.configured() ? ""
           : *group.internal            ? " internal"
                                        : " external");
  const std::string peer = "peer " + *group.name;
  print_session(peer, group.settings, out);
  print_key(peer, group.settings, out);
}

// The membership comes last: what the group says does not hide what the peer says itself.
void print_peer(const BgpPeer& session, Writer& out) {
  const std::string peer = "peer " + to_string(*session.address);
  print_session(peer, session, out);
  print_key(peer, session, out);
  out.value(peer + " group", session.group);
}

void print_family_peer(const std::string& name, const BgpFamilyPeer& in_family, Writer& out) {
  const std::string peer = "peer " + name;
  print_session(peer, in_family, out);
  out.flag(peer + " enable", in_family.enabled);
  out.value(peer + " group", in_family.group);
  out.flag(peer + " reflect-client", in_family.reflect_client);
  out.flag(peer + " next-hop-local", in_family.next_hop_local);
  out.flag(peer + " upe", in_family.upe);
}

std::string family_header(const BgpFamily& family) {
  const std::string instance = clause("vpn-instance", family.vpn_instance);
  switch (family.family) {
    case AddressFamily::Ipv4:
      return "ipv4-family" + (instance.empty() ? " unicast" : instance);
    case AddressFamily::Ipv6:
      return "ipv6-family" + (instance.empty() ? " unicast" : instance);
    case AddressFamily::Vpnv4:
      return "ipv4-family vpnv4";
    case AddressFamily::Vpnv6:
      return "ipv6-family vpnv6";
    case AddressFamily::L2vpn:
      return "l2vpn-family";
    case AddressFamily::Evpn:
      return "l2vpn-family evpn";
    case AddressFamily::Other:
      break;
  }
  return instance.empty() ? "ipv4-family vpn-target" : instance.substr(1);
}

void print_network(const IpPrefix& prefix, Writer& out) {
  if (prefix.address.is_v6) {
    out.line("network {} {}", prefix.address, prefix.length);
  } else {
    out.line("network {} {}", prefix.address, mask(prefix.length));
  }
}

void print_family(const BgpFamily& family, Writer& out) {
  out.separate();
  out.open("{}", family_header(family));
  out.flag("policy vpn-target", family.policy_vpn_target);
  out.flag("reflect between-clients", family.reflects_between_clients);
  out.value("reflector cluster-id", family.cluster_id);
  for (const Fact<IpPrefix>& network : family.networks) print_network(*network, out);
  for (const Fact<std::string>& source : family.imports) out.line("import-route {}", *source);
  if (family.advertises_to_evpn) out.flag("advertise l2vpn evpn", *family.advertises_to_evpn);
  for (const BgpFamilyGroup& group : family.groups) print_family_peer(*group.name, group.settings, out);
  for (const BgpFamilyPeer& peer : family.peers) print_family_peer(to_string(*peer.address), peer, out);
  out.close();
}

}  // namespace

void print_bgp(const Device& device, Writer& out) {
  if (!device.bgp) return;
  const Bgp& bgp = *device.bgp;
  out.open("bgp {}", *bgp.as_number);
  out.value("router-id", bgp.router_id);
  out.flag("shutdown", bgp.shutdown);
  out.flag("default ipv4-unicast", bgp.ipv4_unicast);
  for (const BgpGroup& group : bgp.groups) print_group(group, out);
  for (const BgpPeer& peer : bgp.peers) print_peer(peer, out);
  for (const BgpFamily& family : bgp.families) print_family(family, out);
  out.close();
}

}  // namespace holdfast::vrp

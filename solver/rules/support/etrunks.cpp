#include "solver/rules/support/etrunks.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "solver/rules/support/phrases.h"

namespace holdfast::rules {

using pairing::EtrunkMatch;
using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Located;
using pairing::Pairing;
using pairing::PortRef;

bool is_sure(const EtrunkPair& pair) {
  return pair.paired() && pair.match != EtrunkMatch::SameSystem;
}

std::string etrunk_phrase(const Pairing& net, EtrunkRef etrunk) {
  return fmt::format("E-Trunk {} of {}", net[etrunk].id, name_of(net, etrunk.device));
}

std::string pair_phrase(const Pairing& net, const EtrunkPair& pair) {
  if (net[pair.a].id == net[pair.b].id) {
    return fmt::format("{} and {}", etrunk_phrase(net, pair.a), name_of(net, pair.b.device));
  }
  return fmt::format("{} and {}", etrunk_phrase(net, pair.a), etrunk_phrase(net, pair.b));
}

Located peer_of(const Pairing& net, EtrunkRef etrunk) {
  const Etrunk& it = net[etrunk];
  if (!it.peer_address) return {};
  if (!it.vpn_instance) return net.locator().owner_of(**it.peer_address);
  return net.locator().owner_of(**it.peer_address, **it.vpn_instance);
}

std::string decided_by_peer(const Pairing& net, EtrunkRef etrunk) {
  const auto& peer = net[etrunk].peer_address;
  if (!peer) return fmt::format("the peer of {}", etrunk_phrase(net, etrunk));
  if (peer_of(net, etrunk).ambiguous()) {
    return fmt::format("which of several devices {} is", to_string(**peer));
  }
  return fmt::format("the configuration of {}", to_string(**peer));
}

std::string service_name(const Pairing& net, EtrunkRef etrunk) {
  const Device& device = net[etrunk.device];
  const auto members = net.etrunks().members(etrunk);
  const auto is_member = [&](InterfaceId id) { return std::ranges::find(members, id) != members.end(); };
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const InterfaceId id{i};
    const InterfaceId parent = device[id].parent;
    if (!is_member(id) && !(parent.valid() && is_member(parent))) continue;
    if (std::string name = service_name(net, PortRef{etrunk.device, id}); !name.empty()) return name;
  }
  return {};
}

DeviceCommands in_etrunk(const Pairing& net, EtrunkRef etrunk, const std::vector<std::string>& lines) {
  return in_view(etrunk.device, {fmt::format("e-trunk {}", net[etrunk].id)}, lines);
}

std::string addresses_line(const IpAddress& peer, const IpAddress& source, const Etrunk& like) {
  const std::string instance = like.vpn_instance ? " vpn-instance " + like.vpn_instance->value : "";
  return fmt::format("{} {} {} {}{}", peer.is_v6 ? "peer-ipv6" : "peer-address", to_string(peer),
                     peer.is_v6 ? "source-ipv6" : "source-address", to_string(source), instance);
}

bool elects(const Pairing& net, EtrunkRef etrunk) {
  return std::ranges::any_of(net.etrunks().members(etrunk), [&](InterfaceId member) {
    return *net[etrunk.device][member].trunk->etrunk_mode == EtrunkMemberMode::Auto;
  });
}

bool elects(const Pairing& net, const EtrunkPair& pair) {
  return elects(net, pair.a) || (pair.paired() && elects(net, pair.b));
}

bool runs_lacp(const Interface& eth_trunk) {
  const TrunkMode mode = *eth_trunk.trunk->mode;
  return mode == TrunkMode::LacpStatic || mode == TrunkMode::LacpDynamic;
}

MemberSubs member_subs(const Pairing& net) {
  MemberSubs subs;
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const Device& device = net.network().devices[d];
    if (device.etrunks.empty()) continue;
    for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
      const InterfaceId parent = device.interfaces[i].parent;
      if (!parent.valid()) continue;
      const auto& trunk = device[parent].trunk;
      if (trunk && trunk->etrunk) subs.add({DeviceId{d}, parent}, {DeviceId{d}, InterfaceId{i}});
    }
  }
  subs.seal();
  return subs;
}

bool carries_l2vpn(const Pairing& net, PortRef port) {
  return net.ac_groups().of(port) != nullptr || net[port].vsi || net.vsi_acs().vsi_of(port).valid();
}

const BfdSession* tracked_session(const Pairing& net, EtrunkRef etrunk) {
  const auto& tracked = net[etrunk].bfd_session;
  if (!tracked) return nullptr;
  const pairing::BfdRef session = net.bfd().find(etrunk.device, **tracked);
  return session.valid() ? &net[session] : nullptr;
}

smt::ExprId missing(Claim& claim, DeviceId device, std::string what, const Block& block) {
  const std::string none = "none";
  const auto setting = claim.fact(device, std::move(what), by_default(none, block.header), block);
  return claim.exprs().negate(claim.exprs().is(setting, none));
}

void describe_undecided(Finding& finding, std::string_view etrunks, std::string_view what) {
  finding.message = fmt::format("whether {} is equal on both sides of {} cannot be told", what, etrunks);
  finding.consequence = "If it is not, the two devices do not work as one E-Trunk.";
}

namespace detail {

void describe_unseen(const Pairing& net, Finding& finding, EtrunkRef etrunk, std::string_view what) {
  describe_undecided(finding, etrunk_phrase(net, etrunk), what);
  finding.service = service_name(net, etrunk);
}

}  // namespace detail
}  // namespace holdfast::rules

#include "solver/rules/support/vsi_phrases.h"

#include <algorithm>
#include <fmt/format.h>

#include "solver/rules/support/phrases.h"

namespace holdfast::rules {
namespace {

using pairing::Pairing;
using pairing::PeerState;
using pairing::PwEnd;
using pairing::PwPeer;
using pairing::VsiRef;

std::string peer_words(Ipv4 address, const MaybeFact<std::uint32_t>& vc_id) {
  const std::string peer = fmt::format("peer {}", to_string(address));
  return vc_id ? fmt::format("{} negotiation-vc-id {}", peer, **vc_id) : peer;
}

}  // namespace

std::string vsi_phrase(const Pairing& net, VsiRef vsi) {
  return fmt::format("VSI {} of {}", net[vsi].name, name_of(net, vsi.device));
}

std::string far_name(const Pairing& net, const PwEnd& end) {
  const PwPeer& peer = net.pw_ends().peer(end.id);
  if (peer.state == PeerState::Seen) return name_of(net, peer.device);
  return end.peer == nullptr ? std::string("nobody") : to_string(**end.peer);
}

std::string configuration_of(const PwEnd& end) {
  return fmt::format("the configuration of {}", end.peer == nullptr ? "its peer" : to_string(**end.peer));
}

std::string peer_command(const VsiPeer& peer) {
  return peer_words(*peer.address, peer.negotiation_vc_id);
}
std::string peer_command(const ProtectMember& member) {
  return peer_words(*member.peer, member.negotiation_vc_id);
}

std::string as_spoke(const Pairing& net, const pairing::PwEnd& end) {
  // A line that only names the PW takes no `upe`.
  const std::string line = line_text(net, end.where);
  return with_words(line.find(" pw ") == line.npos ? line : peer_command(*end.vsi_peer), {}, "upe");
}

std::string pw_view_command(const Vsi& vsi, const VsiPeer& peer) {
  if (peer.pw_name) return fmt::format("{} pw {}", peer_command(peer), **peer.pw_name);
  const auto taken = [&vsi](const std::string& name) {
    return std::ranges::any_of(
        vsi.peers, [&name](const VsiPeer& other) { return other.pw_name && **other.pw_name == name; });
  };
  // By its place, so that several new names of one VSI differ.
  std::size_t number = 1 + static_cast<std::size_t>(&peer - vsi.peers.data());
  while (taken(fmt::format("spoke{}", number))) number += vsi.peers.size();
  return fmt::format("{} pw spoke{}", peer_command(peer), number);
}

DeviceCommands in_vsi_ldp(const Pairing& net, VsiRef vsi, const std::vector<std::string>& lines) {
  return in_view(vsi.device, {"vsi " + net[vsi].name, "pwsignal ldp"}, lines);
}
DeviceCommands in_vsi_ldp(const Pairing& net, VsiRef vsi, const std::string& inner,
                          const std::vector<std::string>& lines) {
  return in_view(vsi.device, {"vsi " + net[vsi].name, "pwsignal ldp", inner}, lines);
}

bool is_hub(const VsiPeer& peer) {
  return !*peer.upe && !*peer.ac_mode;
}

}  // namespace holdfast::rules

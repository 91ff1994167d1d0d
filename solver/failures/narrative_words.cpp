#include "solver/failures/narrative_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace holdfast::failures {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndKind;

const std::string& device_words(const Pairing& net, DeviceId device) {
  return net[device].name.value;
}

std::string port_words(const Pairing& net, PortRef port) {
  return fmt::format("{} {}", device_words(net, port.device), net[port].name);
}

std::string far_words(const Pairing& net, const PwEnd& end) {
  const pairing::PwPeer& peer = net.pw_ends().peer(end.id);
  if (peer.state == pairing::PeerState::Seen) return device_words(net, peer.device);
  return end.peer != nullptr ? to_string(**end.peer) : std::string("nobody");
}

std::string role_words(const Pairing& net, const PwEnd& end) {
  switch (end.kind) {
    case PwEndKind::Ac: {
      const pairing::AcGroup* group = net.ac_groups().of(end);
      const bool alone = end.is_role(PwRole::Primary) && (group == nullptr || !group->has_redundancy());
      return alone ? std::string("PW") : fmt::format("{} PW", pairing::role_word(end));
    }
    case PwEndKind::VsiPeer: {
      if (*end.vsi_peer->upe) return "spoke PW";
      const auto ends = net.pw_ends().of_vsi(end.vsi);
      const bool has_spokes = std::ranges::any_of(ends, [](const PwEnd& it) { return *it.vsi_peer->upe; });
      return has_spokes && !*end.vsi_peer->ac_mode ? "hub PW" : "PW";
    }
    case PwEndKind::Segment:
      break;
  }
  return "PW";
}

std::string pw_words(const Pairing& net, const PwEnd& end) {
  return fmt::format("{} to {}", role_words(net, end), far_words(net, end));
}

std::string joined(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  const std::vector<std::string> all_but_last(words.begin(), words.end() - 1);
  if (all_but_last.empty()) return words.back();
  return fmt::format("{} and {}", fmt::join(all_but_last, ", "), words.back());
}

std::vector<DeviceId> behind(const Pairing& net, PortRef ac) {
  const PortRef main = pairing::parent_port(net.network(), ac);
  std::vector<DeviceId> result;
  const auto add = [&](PortRef port) {
    const PortRef far = net.links().far_end(port);
    if (far.valid() && std::ranges::find(result, far.device) == result.end()) result.push_back(far.device);
  };
  add(main);
  for (const PortRef member : net.links().trunk_members(main)) add(member);
  return result;
}

std::string vpn_words(const Pairing& net, PortRef l2ve) {
  for (const PortRef l3 : net.ve_groups().l3_of(l2ve)) {
    if (net[l3].vpn_instance) return fmt::format("VPN {}", **net[l3].vpn_instance);
  }
  return port_words(net, l2ve);
}

std::string beyond(const Pairing& net, PortRef ac) {
  if (net.ve_groups().is_l2(ac)) return vpn_words(net, ac);
  const std::vector<DeviceId> devices = behind(net, ac);
  return devices.size() == 1 ? device_words(net, devices.front()) : std::string();
}

std::string ac_words(const Pairing& net, PortRef ac) {
  const std::string device = beyond(net, ac);
  return device.empty() ? port_words(net, ac) : device;
}

std::string site_words(const Pairing& net, const Site& site) {
  std::vector<std::string> words;
  for (const PortRef ac : site.acs) {
    std::string one = ac_words(net, ac);
    if (std::ranges::find(words, one) == words.end()) words.push_back(std::move(one));
  }
  return joined(words);
}

}  // namespace holdfast::failures

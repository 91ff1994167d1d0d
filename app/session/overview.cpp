#include "app/session/overview.h"

#include <algorithm>
#include <fmt/format.h>

#include "model/words.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {
namespace {

using pairing::Pairing;
using pairing::PeerState;
using pairing::PwEnd;
using pairing::PwEndKind;

std::string place_of(const Pairing& net, const PwEnd& end) {
  const std::string& device = net[end.device].name.value;
  switch (end.kind) {
    case PwEndKind::Ac:
      return pairing::port_name(net.network(), end.ac_port());
    case PwEndKind::VsiPeer:
      return device + ":" + net[end.vsi].name;
    case PwEndKind::Segment:
      break;
  }
  return device;
}

std::string state_of(const Pairing& net, const PwEnd& end) {
  switch (net.pw_ends().peer(end.id).state) {
    case PeerState::None:
      return "none";
    case PeerState::Unseen:
      return "unseen";
    case PeerState::Ambiguous:
      return "ambiguous";
    case PeerState::Seen:
      break;
  }
  return net.pw_ends().paired(end.id) ? "paired" : "unpaired";
}

PwView view_of(const Pairing& net, const PwEnd& end) {
  PwView view;
  view.role = std::string(role_word(end));
  view.from = place_of(net, end);
  if (end.peer != nullptr) view.peer = to_string(end.peer->value);
  const DeviceId peer = net.pw_ends().peer(end.id).device;
  if (peer.valid()) view.peer_device = net[peer].name.value;
  if (end.vc_id != nullptr) view.vc_id = std::to_string(end.vc_id->value);
  view.state = state_of(net, end);
  return view;
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

std::string ports_of(const Pairing& net, const pairing::LinkAmbiguity& ambiguity) {
  std::string text;
  for (const pairing::PortRef port : ambiguity.ports) {
    if (!text.empty()) text += ", ";
    text += pairing::port_name(net.network(), port);
  }
  return text;
}

std::string sentence(const Pairing& net, const pairing::LinkAmbiguity& ambiguity) {
  using Kind = pairing::LinkAmbiguity::Kind;
  const std::string ports = ports_of(net, ambiguity);
  switch (ambiguity.kind) {
    case Kind::SharedSubnet:
      return ambiguity.ports.size() > 2
                 ? fmt::format("{} has more than two members: {}", to_string(ambiguity.subnet), ports)
                 : fmt::format("{} has two members here, whose VRRP serves others in it: {}",
                               to_string(ambiguity.subnet), ports);
    case Kind::SeveralPartners:
      return fmt::format("subnets join one port to several others: {}", ports);
    case Kind::Contradicted:
      if (!ambiguity.stated.a.device.empty()) {
        return fmt::format("{} would join ports of which one has a link stated already: {}",
                           ambiguity.stated.source == LinkSource::Lldp ? "LLDP" : "a stated link", ports);
      }
      return fmt::format("{} would join ports of which one has a link stated already: {}",
                         to_string(ambiguity.subnet), ports);
    case Kind::MayCrossL2vpn:
      return fmt::format("in one subnet, perhaps through an L2VPN: {}", ports);
    case Kind::BundleMembers:
      return fmt::format("members that can be joined in several ways: {}", ports);
    case Kind::UnknownPort:
      break;
  }
  return fmt::format("a stated link names a port that is not here: {}:{} -- {}:{}", ambiguity.stated.a.device,
                     ambiguity.stated.a.interface, ambiguity.stated.b.device, ambiguity.stated.b.interface);
}

}  // namespace

std::vector<ServiceView> services(const Snapshot& snapshot) {
  return service_views(Pairing(snapshot.network));
}

std::vector<ServiceView> service_views(const Pairing& net) {
  std::vector<ServiceView> result;
  for (const pairing::Service& service : net.services().all()) {
    ServiceView view;
    view.id = service.name;
    view.kind = std::string(to_string(service.kind));
    view.redundancy = std::string(to_string(service.redundancy));
    view.arbiter = std::string(to_string(service.arbiter));
    for (const pairing::PortRef port : service.endpoints) {
      view.endpoints.push_back(pairing::port_name(net.network(), port));
    }
    for (const pairing::PwEndId id : service.ends) view.pws.push_back(view_of(net, net[id]));
    for (const pairing::PwEndId id : service.unseen) {
      if (net[id].peer != nullptr) add_once(view.unseen, to_string(net[id].peer->value));
    }
    result.push_back(std::move(view));
  }
  return result;
}

Topology topology(const Snapshot& snapshot) {
  const Pairing net(snapshot.network);
  Topology result;
  for (std::size_t i = 0; i < snapshot.network.devices.size(); ++i) {
    const DeviceId device(i);
    result.nodes.push_back({net[device].name.value, std::string(to_string(net.roles().of(device)))});
  }
  for (const pairing::Link& link : net.links().all()) {
    result.links.push_back({net.links().name(link.id), pairing::port_name(net.network(), link.a),
                            pairing::port_name(net.network(), link.b), std::string(to_string(link.source))});
  }
  result.ambiguities = link_ambiguities(net);
  return result;
}

std::vector<std::string> link_ambiguities(const Pairing& net) {
  std::vector<std::string> result;
  for (const pairing::LinkAmbiguity& ambiguity : net.links().ambiguities())
    result.push_back(sentence(net, ambiguity));
  return result;
}

}  // namespace holdfast::session

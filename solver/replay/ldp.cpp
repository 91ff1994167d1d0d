#include "solver/replay/ldp.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {

Ldp::Ldp(const RoutingSetup& setup, std::vector<std::pair<DeviceId, DeviceId>> pw_peers)
    : setup_(setup), pw_peers_(std::move(pw_peers)) {
  for (const Adjacency& it : setup.adjacencies.all()) {
    adjacencies_.push_back(!it.a_address.address.is_v6 && on(it.a.device) && on(it.b.device) &&
                           on_interface(it.a) && on_interface(it.b));
  }
}

bool Ldp::on(DeviceId device) const {
  const Mpls& mpls = setup_.net[device].mpls;
  return *mpls.enabled && *mpls.ldp && mpls.lsr_id;
}

bool Ldp::on_interface(PortRef port) const {
  const Interface& interface = at(setup_.net, port);
  if (!*interface.mpls) return false;
  const OspfAttachment* ospf = setup_.ospf.at(port);
  const IsisAttachment* isis = setup_.isis.at(port);
  return *interface.ldp || (ospf != nullptr && *setup_.ospf.process(ospf->node).ldp_auto_config) ||
         (isis != nullptr && *setup_.isis.process(isis->node).ldp_auto_config);
}

// A remote peer, or a PW that makes one by itself.
bool Ldp::asks(DeviceId a, DeviceId b) const {
  const Mpls& mpls = setup_.net[a].mpls;
  const Ipv4 other = **setup_.net[b].mpls.lsr_id;
  const bool named = std::ranges::any_of(mpls.remote_peers, [other](const LdpRemotePeer& peer) {
    return peer.remote_ip && **peer.remote_ip == other;
  });
  return named ||
         (*mpls.auto_create_session && std::ranges::find(pw_peers_, std::pair(a, b)) != pw_peers_.end());
}

bool Ldp::targeted(DeviceId a, DeviceId b) const {
  const bool a_asks = asks(a, b);
  const bool b_asks = asks(b, a);
  const bool a_takes = a_asks || *setup_.net[a].mpls.accept_target_hello;
  const bool b_takes = b_asks || *setup_.net[b].mpls.accept_target_hello;
  return (a_asks && b_takes) || (b_asks && a_takes);
}

State LdpSessions::transport(DeviceId a, DeviceId b) const {
  return both(routing_->reaches(a, ip(**setup_.net[b].mpls.lsr_id)),
              routing_->reaches(b, ip(**setup_.net[a].mpls.lsr_id)));
}

State LdpSessions::over(std::uint32_t adjacency) const {
  if (!ldp_->on_adjacency(adjacency)) return kDown;
  const Adjacency& it = setup_.adjacencies.all()[adjacency];
  return transport(it.a.device, it.b.device);
}

State LdpSessions::between(DeviceId a, DeviceId b) const {
  if (!ldp_->on(a) || !ldp_->on(b)) return kDown;
  State hellos = known(ldp_->targeted(a, b));
  for (const Hop& hop : setup_.adjacencies.from(a)) {
    if (hop.to.device != b || !ldp_->on_adjacency(hop.adjacency)) continue;
    hellos = either(hellos, both(interfaces_->state(hop.from), interfaces_->state(hop.to)));
  }
  return both(hellos, transport(a, b));
}

}  // namespace holdfast::replay

#include "solver/replay/run.h"

#include "solver/replay/settle.h"

namespace holdfast::replay {
namespace {

std::vector<std::pair<DeviceId, DeviceId>> pw_peers(const PwEnds& ends) {
  std::vector<std::pair<DeviceId, DeviceId>> result;
  for (const PwEnd& end : ends.all()) {
    if (!end.is_static && end.peer_device.valid()) result.emplace_back(end.device, end.peer_device);
  }
  return result;
}

}  // namespace

Wiring::Wiring(const Network& network, const FailureUniverse& universe)
    : net(network),
      cabling(net, universe),
      adjacencies(net, cabling),
      owners(net),
      ospf(net, adjacencies),
      isis(net, adjacencies),
      routing{net, adjacencies, owners, ospf, isis},
      ends(net),
      plan(net, ends),
      ldp(routing, pw_peers(ends)),
      bfd(net, cabling),
      vrrp(net, cabling),
      bgp(routing) {}

Run::Run(const Wiring& wiring, const Damage& damage, TrackedSessions assumed)
    : tracked(std::move(assumed)),
      interfaces(wiring.net, wiring.cabling, damage),
      routing(wiring.routing, wiring.cabling, interfaces, tracked),
      sessions(wiring.routing, wiring.ldp, interfaces, routing),
      lsps(wiring.routing, routing, sessions),
      te(wiring.routing, interfaces),
      transport(wiring.routing, lsps, te),
      pws(wiring.routing, wiring.ends, interfaces, routing, sessions, transport),
      bfd(wiring.routing, wiring.bfd, wiring.ends, interfaces, routing, pws),
      etrunks(wiring.routing, interfaces, routing, bfd),
      vrrp(wiring.routing, wiring.vrrp, interfaces, bfd),
      vpn_routes(wiring.routing, wiring.bgp, interfaces, routing, transport),
      acs(wiring.plan, interfaces, pws, etrunks, vrrp, vpn_routes) {}

TrackedSessions Run::tracked_now() const {
  TrackedSessions now;
  for (const auto& [session, before] : tracked) now[session] = bfd.named(session.first, session.second);
  return now;
}

std::vector<std::unique_ptr<Run>> settled_runs(const Wiring& wiring, const Damage& damage) {
  std::vector<std::unique_ptr<Run>> runs;
  const TrackedSessions start = tracked_sessions(wiring.net);
  if (start.empty()) {
    runs.push_back(std::make_unique<Run>(wiring, damage, start));
    return runs;
  }
  const auto cycle = settle(
      start, [&](const TrackedSessions& assumed) { return Run(wiring, damage, assumed).tracked_now(); });
  for (const TrackedSessions& assumed : cycle) runs.push_back(std::make_unique<Run>(wiring, damage, assumed));
  return runs;
}

}  // namespace holdfast::replay

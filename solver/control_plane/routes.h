#pragma once

// Which addresses a device reaches, and where labels follow the routes (docs/failures.md, "Routes", "Labels";
// semantics §3.3–3.4). Every answer rests on one best way: failures elsewhere only make other ways longer.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "solver/control_plane/memo.h"
#include "solver/control_plane/plain_graphs.h"
#include "solver/control_plane/shortest_paths.h"

namespace holdfast::control_plane {

// What every hop of a way has to have.
enum class Carriage : std::uint8_t {
  Packets,  // a route
  Ldp,      // and an LDP session with the next hop
  SrMpls,   // and segment routing on both ends
};

// A hop of a way that was found, for telling it.
struct WayHop {
  PortRef out;
  PortRef in;
};

class Routes {
 public:
  Routes(const pairing::Pairing& net, const FailureUniverse& universe);
  ~Routes();
  Routes(const Routes&) = delete;
  Routes& operator=(const Routes&) = delete;

  Interfaces& interfaces() { return interfaces_; }
  Adjacencies& adjacencies() { return adjacencies_; }
  const Igp& igp() const { return igp_; }

  // Whether `from` reaches the address (outside of VPNs). Unknown when nobody in the snapshot owns it.
  State reach(DeviceId from, const IpAddress& address, Failed failed);
  // The same in the VPN instance of the interface that has the address's subnet on `from`: connected ones
  // only, unknown beyond.
  State reach_in_vpn(DeviceId from, const IpAddress& address, Failed failed);
  // Whether `from` has an LSP of that kind to the LSR ID of `to`.
  State lsp(DeviceId from, DeviceId to, Carriage carriage, Failed failed);

  // The hops of the best way, as far as it gets; for telling it.
  std::vector<WayHop> way(DeviceId from, DeviceId to, Carriage carriage, Failed failed);

  // Whom static routes that track a session ask for its state.
  using Tracking = std::function<State(pairing::BfdRef, Failed)>;
  void set_tracking(Tracking tracking) { tracking_ = std::move(tracking); }
  // Drops every answer.
  void forget();

 private:
  struct Target;
  class Walk;
  // What a walk knows of a node that it can go by, valid in one round of it only.
  struct Arrival {
    std::uint32_t round = 0;
    Tri value = Tri::Down;
    std::uint32_t hops = 0;         // to the end
    const DagHop* taken = nullptr;  // null at the end
  };

  // Nodes of an area or level that have a part in another one of the same process.
  std::span<const IgpNodeId> borders_of(std::uint32_t graph) const { return borders_.find(graph); }
  bool announces_lsr_id(IgpNodeId node) const { return announces_lsr_id_[node.index]; }
  bool segment_routing(IgpNodeId node) const;
  bool leaves_area(IgpNodeId from, IgpNodeId to) const;  // level-2 neighbours of different areas
  bool statically_routed(Ipv4 lsr_id) const;
  void find_borders();
  void find_redistributions();

  State reach_v6(DeviceId from, PortRef owner, Failed failed);
  Target& target(PortRef port, Ipv4 address);
  State follow(DeviceId from, Target& target, Carriage carriage, Failed failed);
  std::optional<State> follow_any(DeviceId from, Target& target, Carriage carriage, Failed failed);

  const pairing::Pairing& net_;
  Interfaces interfaces_;
  Adjacencies adjacencies_;
  Igp igp_;
  ShortestPaths paths_;
  Tracking tracking_;
  bool labels_first_ = true;  // off while labels are looked for: they may need a route themselves
  std::map<std::pair<PortRef, Ipv4>, std::unique_ptr<Target>> targets_;
  std::vector<bool> has_statics_;  // by device: public static routes
  pairing::FlatIndex<std::uint32_t, IgpNodeId> borders_;
  std::vector<bool> announces_lsr_id_;                            // by node
  std::vector<std::pair<IgpNodeId, IgpNodeId>> redistributions_;  // routes of the first enter the second
  std::vector<IgpNodeId> tell_connected_;  // processes that take in what their device is connected with
  std::vector<IgpNodeId> tell_static_;     // or its static routes
  std::optional<PlainGraphs> plain_;
  std::vector<Arrival> arrivals_;  // by node
  std::uint32_t arrival_round_ = 0;
};

}  // namespace holdfast::control_plane

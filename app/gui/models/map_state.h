#pragma once

// The state of everything on the map under the chosen failures, as values: what is failed, what is down
// because of it, where the traffic of the told service goes and where it ends.

#include <QString>
#include <vector>

#include "app/session/live.h"

namespace holdfast::gui {

enum class NodeMark { None, DeadEnd, DualActive, Flapping, Unknown };

struct NodeState {
  bool failed = false;
  bool partly = false;  // a board or a port of it
  NodeMark mark = NodeMark::None;
  QString why;  // of the mark

  bool operator==(const NodeState&) const = default;
};

enum class LinkState { Up, Failed, Down };

// A stretch of the told service's way.
struct PathLeg {
  DeviceId from;
  DeviceId to;
  std::size_t link = kNoLink;  // position in the map's links
  bool below = false;          // inside a tunnel
  std::size_t way = 0;         // which trace
  bool arrives = true;         // its trace does
  static constexpr std::size_t kNoLink = static_cast<std::size_t>(-1);
};

struct MapState {
  std::vector<NodeState> nodes;  // by DeviceId
  std::vector<LinkState> links;  // by position in the map's links
  std::vector<PathLeg> legs;
  std::vector<std::size_t> pws;  // of the told service; positions in the map's PWs
};

enum class Moment { Before, After };

// `account` may be null: no service is told.
MapState map_state(const session::Study& study, const FailureSet& failed,
                   const session::ServiceAccount* account, Moment moment);

// The way of one trace over the map. Links that are down are not taken.
std::vector<PathLeg> legs_of(const session::Study& study, const session::TraceView& trace, std::size_t way,
                             const std::vector<LinkState>& links);

}  // namespace holdfast::gui

#pragma once

// The ways that PWs take while nothing has failed, as the control plane has them.

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "solver/failures/engine.h"

namespace holdfast::rules {

// One way of a PW, from one of its ends on, through switching SPEs without their backups.
struct PwPath {
  struct Leg {
    DeviceId from;
    DeviceId to;
    control_plane::Support support;          // of one of its best ways
    std::vector<const PhysicalLink*> links;  // of that way
    bool by_routes = false;  // an LSP that follows the routes; else tunnels, which do not share
    bool known = false;
  };
  std::vector<const Leg*> legs;
  control_plane::Support rests_on;
};

class PwPaths {
 public:
  PwPaths(failures::Engine& engine, const FailureUniverse& universe)
      : engine_(engine),
        universe_(universe),
        shortest_(engine.plane.routes.igp(), engine.plane.routes.adjacencies()) {}

  // Without legs where the PW has no transport, where its way goes over links that nobody knows, or where it
  // is found in several areas or levels.
  PwPath of(pairing::PwEndId start);

  // Whether the way crosses the element.
  bool crosses(const PwPath& path, ElementId element);
  // And no other way of equal cost avoids it.
  bool needs(const PwPath& path, ElementId element);

 private:
  const PwPath::Leg& leg(DeviceId from, DeviceId to, std::string_view policy);
  control_plane::Support best_way(DeviceId from, DeviceId to, control_plane::Carriage carriage);
  bool connected(const PwPath::Leg& leg, control_plane::Failed failed);
  bool has_equal_way(const PwPath::Leg& leg, control_plane::Failed failed);

  failures::Engine& engine_;
  const FailureUniverse& universe_;
  control_plane::ShortestPaths shortest_;
  std::map<std::tuple<DeviceId, DeviceId, std::string>, PwPath::Leg> legs_;
};

}  // namespace holdfast::rules

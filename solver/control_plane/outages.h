#pragma once

// What takes down a device, a board's interface, a link (docs/failures.md, "Elements"): for each the elements
// whose failure does, groups among them. Interfaces are main interfaces here.

#include <vector>

#include "model/failure.h"
#include "model/network.h"
#include "solver/control_plane/support.h"
#include "solver/pairing/flat_index.h"

namespace holdfast::control_plane {

class Outages {
 public:
  Outages(const Network& net, const FailureUniverse& universe);

  // The node itself and groups that hold it.
  const Support& of_device(DeviceId device) const { return devices_[device.index]; }
  // Of a port: its device, its boards, the port itself, groups that hold any of these.
  Support of_port(PortRef port) const;
  // Of the link as such: it and the groups that hold it.
  Support of_link(const PhysicalLink& link) const;
  // The link at a main interface; null: none is known.
  const PhysicalLink* link_at(PortRef port) const;

 private:
  void with_groups(ElementId id, std::vector<ElementId>& into) const;

  const Network* net_;
  const FailureUniverse* universe_;
  std::vector<Support> devices_;
  pairing::FlatIndex<ElementId, ElementId> groups_;   // member → groups
  pairing::FlatIndex<DeviceId, ElementId> boards_;    // device → its boards
  pairing::FlatIndex<PortRef, ElementId> ports_;      // port → its own element
  pairing::FlatIndex<PortRef, std::uint32_t> links_;  // port → position in links
};

}  // namespace holdfast::control_plane

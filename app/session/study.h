#pragma once

// A snapshot made ready to look into: what belongs together, what can fail and how it is drawn, found once
// and shared. Immutable; any number of threads may read it.

#include <memory>
#include <string>
#include <vector>

#include "app/session/network_map.h"
#include "app/session/overview.h"
#include "app/session/snapshot.h"

namespace holdfast::session {

class Study {
 public:
  explicit Study(std::shared_ptr<const Snapshot> snapshot);
  ~Study();
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;

  const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }
  const Network& network() const { return snapshot_->network; }
  const pairing::Pairing& net() const { return *net_; }
  const FailureUniverse& universe() const { return universe_; }
  const NetworkMap& map() const { return map_; }
  const std::vector<ServiceView>& services() const { return services_; }

  // "DEV:IF"
  std::string port_name(PortRef port) const;
  const std::string& element_name(ElementId id) const { return universe_.elements[id.index].name; }
  // Invalid: there is none of that public name.
  ElementId element_named(const std::string& name) const;
  // Positions in map().links at a port; of a sub-interface at its parent, of an Eth-Trunk also those of its
  // members.
  std::vector<std::size_t> links_at(PortRef port) const;
  // Elements on this device: itself, its boards, its ports, links at it, groups that hold it.
  std::vector<ElementId> elements_at(DeviceId device) const;
  // Services that have an AC, a PW or a VSI on the device; positions in services().
  const std::vector<std::size_t>& services_on(DeviceId device) const { return services_on_[device.index]; }

 private:
  std::shared_ptr<const Snapshot> snapshot_;
  std::unique_ptr<const pairing::Pairing> net_;
  FailureUniverse universe_;
  NetworkMap map_;
  std::vector<ServiceView> services_;
  std::vector<std::vector<std::size_t>> services_on_;
};

}  // namespace holdfast::session

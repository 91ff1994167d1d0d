#pragma once

// What a set of failed elements takes down by itself, before anything is derived from it.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/failure.h"
#include "model/network.h"

namespace holdfast::replay {

class Damage {
 public:
  Damage(const Network& net, const FailureUniverse& universe, const FailureSet& failed);

  bool node(DeviceId device) const { return nodes_[device.index]; }
  // Whether the board that carries interfaces of this slot has failed.
  bool board(DeviceId device, std::string_view slot) const;
  bool port(PortRef port) const { return ports_.contains(port); }
  bool element(ElementId id) const { return id.valid() && elements_[id.index]; }

 private:
  void fail(const FailureUniverse& universe, ElementId id);

  std::vector<bool> nodes_;
  std::vector<bool> elements_;
  std::vector<std::pair<DeviceId, std::string>> boards_;
  std::set<PortRef> ports_;
};

}  // namespace holdfast::replay

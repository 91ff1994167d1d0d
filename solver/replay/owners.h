#pragma once

// Which interfaces of the public table have which address.

#include <map>
#include <vector>

#include "solver/replay/ports.h"

namespace holdfast::replay {

class Owners {
 public:
  explicit Owners(const Network& net) : ports_(net.devices.size()) {
    for_each_interface(net, [this](PortRef port, const Interface& interface) {
      if (interface.vpn_instance || interface.addresses.empty()) return;
      ports_[port.device.index].push_back(port);
      for (const Fact<InterfaceAddress>& own : interface.addresses) by_[own->prefix.address].push_back(port);
    });
  }

  const std::vector<PortRef>& of(const IpAddress& address) const {
    static const std::vector<PortRef> kNone;
    const auto found = by_.find(address);
    return found == by_.end() ? kNone : found->second;
  }
  // Interfaces of the device with an address.
  const std::vector<PortRef>& ports(DeviceId device) const { return ports_[device.index]; }
  // Invalid when nobody has it, or interfaces of several devices.
  DeviceId device(const IpAddress& address) const {
    const std::vector<PortRef>& all = of(address);
    if (all.empty()) return {};
    for (const PortRef port : all) {
      if (port.device != all.front().device) return {};
    }
    return all.front().device;
  }

 private:
  std::vector<std::vector<PortRef>> ports_;
  std::map<IpAddress, std::vector<PortRef>> by_;
};

}  // namespace holdfast::replay

#pragma once

// Who reaches which address, whatever is unknown of single interfaces.

#include <string_view>
#include <vector>

#include "solver/replay/forwarding.h"

namespace holdfast::replay {

class Routing {
 public:
  Routing(const RoutingSetup& setup, const Cabling& cabling, const Interfaces& interfaces,
          const TrackedSessions& tracked);

  // In the public table.
  State reaches(DeviceId from, const IpAddress& address) const;
  // In a VPN instance of `from`; an empty name is the public table.
  State reaches(DeviceId from, const IpAddress& address, std::string_view vpn_instance) const;

  // A question about routes that is answered in each world: the common answer.
  template <class Ask>
  State in_every_world(Ask ask) const {
    const State first = ask(worlds_.front());
    if (worlds_.size() == 1) return first;
    const State second = ask(worlds_.back());
    return first == second ? first : unknown(doubt_);
  }

 private:
  void find_doubt();
  State reaches_v6(DeviceId from, const IpAddress& address) const;

  RoutingSetup setup_;
  const Cabling* cabling_;
  const Interfaces* interfaces_;
  const TrackedSessions* tracked_;
  Doubt doubt_;  // that of an interface or a tracked session
  std::vector<Forwarding> worlds_;
};

}  // namespace holdfast::replay

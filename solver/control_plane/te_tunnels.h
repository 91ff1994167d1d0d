#pragma once

// Which TE tunnels are up (docs/failures.md, "Labels"; semantics §3.4).

#include <map>
#include <string>
#include <vector>

#include "solver/control_plane/routes.h"

namespace holdfast::control_plane {

class TeTunnels {
 public:
  TeTunnels(const pairing::Pairing& net, Routes& routes);

  State up(PortRef tunnel, Failed failed);
  // The explicit path that an up tunnel takes, for telling it; empty: any path.
  std::string path_in_use(PortRef tunnel, Failed failed);
  // MPLS TE tunnels of a device to the LSR ID (or an address) of another.
  std::vector<PortRef> between(DeviceId from, DeviceId to) const;

 private:
  struct Excluded {
    std::vector<DeviceId> devices;
    std::vector<Ipv4> addresses;  // of interfaces
  };
  struct Place {
    DeviceId device;
    State so_far;
  };

  State evaluate(PortRef tunnel, Failed failed);
  State any_path(DeviceId from, DeviceId to, const Excluded& excluded, Failed failed);
  State explicit_path(DeviceId from, DeviceId to, const std::string& name, Failed failed);
  bool take_strict(Place& at, Ipv4 hop, const Excluded& excluded, Failed failed);
  bool carries_te(const Adjacency& adjacency) const;
  bool enters_excluded(const Adjacency& adjacency, DeviceId into, const Excluded& excluded) const;
  DeviceId owner_of(Ipv4 address) const;

  const pairing::Pairing& net_;
  Routes& routes_;
  std::map<PortRef, Memo<Tri>> memo_;
  pairing::FlatIndex<DeviceId, PortRef> by_device_;
};

}  // namespace holdfast::control_plane

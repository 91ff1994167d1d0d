#pragma once

// What a service's outcome is made of: single questions to the layers below (semantics §5, "local atoms").
// Each is asked once for each relevant part of a set of failures, for all services that have it in common.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <tuple>

#include "solver/failures/pw_transport.h"

namespace holdfast::failures {

using AtomId = Id<struct AtomTag>;  // in the order in which they were first asked for

class Atoms {
 public:
  Atoms(const pairing::Pairing& net, control_plane::ControlPlane& plane, PwTransport& pws)
      : net_(net), plane_(plane), pws_(pws) {}

  AtomId device_up(DeviceId device);
  AtomId interface_up(PortRef port);
  AtomId pw_transport(pairing::PwEndId end);
  AtomId etrunk_in_use(PortRef member);
  AtomId vrrp_master(pairing::VrrpRef group);
  AtomId vpn_route(DeviceId device, const std::string& instance, const IpPrefix& prefix);

  const State& get(AtomId id, Failed failed) {
    Atom& atom = atoms_[id.index];
    return atom.memo.get(failed, atom.ask);
  }

 private:
  struct Atom {
    std::function<State(Failed)> ask;
    control_plane::Memo<Tri> memo;
  };
  template <class Map, class Key>
  AtomId known_or(Map& map, const Key& key, std::function<State(Failed)> ask);

  const pairing::Pairing& net_;
  control_plane::ControlPlane& plane_;
  PwTransport& pws_;
  std::deque<Atom> atoms_;
  std::map<DeviceId, AtomId> devices_;
  std::map<PortRef, AtomId> interfaces_;
  std::map<PwTransport::Key, AtomId> pws_by_key_;
  std::map<PortRef, AtomId> etrunks_;
  std::map<pairing::VrrpRef, AtomId> vrrps_;
  std::map<std::tuple<DeviceId, std::string, IpPrefix>, AtomId> routes_;
};

}  // namespace holdfast::failures

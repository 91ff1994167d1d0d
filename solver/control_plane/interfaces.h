#pragma once

// Which interfaces are up (docs/failures.md, "Interfaces"; semantics §3.1–3.2). Further failures never bring
// an interface up, so one that is down rests on nothing.

#include <cstdint>
#include <vector>

#include "model/failure.h"
#include "solver/control_plane/failed.h"
#include "solver/control_plane/outages.h"
#include "solver/pairing/pairing.h"

namespace holdfast::control_plane {

class Interfaces {
 public:
  Interfaces(const pairing::Pairing& net, const FailureUniverse& universe);

  State up(PortRef port, Failed failed);
  State device_up(DeviceId device, Failed failed) const;

  // Every element that can change the interface's state.
  Support dependencies(PortRef port);
  // Never unknown, whatever fails.
  bool is_certain(PortRef port) { return is_certain(conditions_[condition_of(port)]); }

 private:
  // Up when nothing of `all` has failed, and of each choice at least so many options are up.
  struct Choice {
    std::size_t least = 1;
    std::vector<std::uint32_t> options;
  };
  struct Condition {
    Tri at_best = Tri::Up;  // Down: never up; Unknown: never known to be up
    Support all;
    std::vector<Choice> choices;
  };

  std::uint32_t condition_of(PortRef port);
  Condition make(PortRef port);
  Condition make_port(PortRef port) const;
  Condition make_trunk(PortRef trunk);
  Condition make_vlanif(PortRef vlanif);
  Condition own_trunk(PortRef trunk);
  void require(Condition& condition, const Condition& other);
  State evaluate(const Condition& condition, Failed failed) const;
  bool is_certain(const Condition& condition) const;
  void collect(const Condition& condition, Support& into) const;

  const pairing::Pairing& net_;
  Outages outages_;
  std::vector<Condition> conditions_;
  std::vector<std::uint32_t> first_of_device_;
  std::vector<std::uint32_t> place_;  // by interface of the network; kNone: not made yet
};

}  // namespace holdfast::control_plane

#pragma once

// What the ends of a service's PWs report and choose under a set of failures (docs/failures.md,
// "Pseudowires", "VSIs"; semantics §3.5–3.9). These depend on each other; evaluation starts with everything
// up and steps on until nothing changes.

#include <map>
#include <vector>

#include "solver/failures/pw_transport.h"

namespace holdfast::failures {

// The state of one service under one set of failures, with what each part rests on.
struct ServiceStates {
  struct End {
    State fault;    // Up: reported
    State standby;  // Up: reported
  };
  std::vector<End> ends;    // in the order of Service::ends
  std::vector<State> vsis;  // in the order of Service::vsis
  bool flapping = false;
};

class ServiceEvaluator {
 public:
  ServiceEvaluator(const pairing::Pairing& net, control_plane::ControlPlane& plane, PwTransport& pws,
                   const pairing::Service& service);

  // Settles the states under these failures; what follows speaks of them. Settled states are kept, for the
  // flows of a service ask for the same failures.
  void settle(const FailureSet& failed);
  bool flapping() const { return states_.flapping; }

  State up(pairing::PwEndId end);            // at this end: transport, and neither end reports fault
  State told_standby(pairing::PwEndId end);  // by the far end, and not told to ignore it
  State chosen(pairing::PwEndId end);        // and up; of ends without a choice: up
  bool by_rank(pairing::PwEndId end) const;  // chosen in independent mode, among several
  State ac_up(PortRef ac);                   // the interface
  State ac_in_use(PortRef ac);
  State hands_over(PortRef l2ve, const Flow& flow);  // an L2VE interface to its VPN
  enum class BypassUse : std::uint8_t { Ac, Pw };
  State bypass_stands_for(BypassUse what, const pairing::AcGroup& group);

  const pairing::Pairing& net() const { return net_; }
  const pairing::Service& service() const { return service_; }
  PwTransport& pws() { return pws_; }
  control_plane::ControlPlane& plane() { return plane_; }
  Failed failed() const { return failed_; }

 private:
  using End = ServiceStates::End;
  State fault_of(const pairing::PwEnd& end);
  State ac_fault(const pairing::PwEnd& end);
  State vsi_fault(const pairing::PwEnd& end);
  State segment_fault(const pairing::PwEnd& end);
  State standby_of(const pairing::PwEnd& end);
  State ac_standby(const pairing::PwEnd& end);
  State segment_standby(const pairing::PwEnd& end);
  State vsi_up(pairing::VsiRef vsi);
  State binding_master(const pairing::PwEnd& end, const AdminVrrpBinding& binding);
  const AdminVrrpBinding* binding_of(const pairing::PwEnd& end) const;
  State etrunk_in_use(PortRef ac);
  State ccc_up(PortRef other);

  // Members of one choice, the preferred first.
  struct Choice {
    std::vector<pairing::PwEndId> members;
    bool by_rank = false;    // independent mode
    bool announces = false;  // the unused ones are told standby
  };
  Choice choice_of(const pairing::PwEnd& end) const;
  Choice protect_choice(const pairing::PwEnd& end) const;
  State chosen_among(const Choice& choice, pairing::PwEndId end);

  std::size_t position(pairing::PwEndId end) const;  // kNone: of another service
  State reported(pairing::PwEndId end, State End::*what);
  bool step();

  const pairing::Pairing& net_;
  control_plane::ControlPlane& plane_;
  PwTransport& pws_;
  const pairing::Service& service_;
  FailureSet failed_store_;
  Failed failed_;
  ServiceStates states_;
  std::map<FailureSet, ServiceStates> settled_;
};

}  // namespace holdfast::failures

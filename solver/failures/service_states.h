#pragma once

// What the ends of a service's PWs report and choose under a set of failures (docs/failures.md,
// "Pseudowires", "VSIs"; semantics §3.5–3.9). These depend on each other; evaluation starts with everything
// up and steps on until nothing changes.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "solver/failures/engine.h"

namespace holdfast::failures {

// The state of one service under one set of failures. What a part rests on is named by the service's own
// atoms: a support here holds positions in the list of atoms that the service has asked for, not elements.
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
  using End = ServiceStates::End;

  ServiceEvaluator(Engine& engine, const pairing::Service& service);

  // Asks the atoms under these failures; what follows speaks of them. Without supports less is worked out
  // where nobody asks for elements_of().
  enum class Want : std::uint8_t { Supports, Values };
  void set(const FailureSet& failed, Want want = Want::Supports);
  // What the atoms say, in the order in which they were first asked for: equal answers mean equal outcomes.
  const std::string& answers() const { return answers_; }
  // Elements that answers resting on these atoms rest on.
  Support elements_of(const Support& atoms);

  // Settles the states by what the atoms say.
  void settle();
  bool flapping() const { return states_.flapping; }

  State up(pairing::PwEndId end);            // at this end: transport, and neither end reports fault
  State told_standby(pairing::PwEndId end);  // by the far end, and not told to ignore it
  State reports_fault(pairing::PwEndId end) { return reported(end, &End::fault); }
  State chosen(pairing::PwEndId end);        // and up; of ends without a choice: up
  bool by_rank(pairing::PwEndId end) const;  // chosen in independent mode, among several
  State ac_up(PortRef ac);                   // the interface
  State ac_in_use(PortRef ac);
  State hands_over(PortRef l2ve, const Flow& flow);  // an L2VE interface to its VPN
  enum class BypassUse : std::uint8_t { Ac, Pw };
  State bypass_stands_for(BypassUse what, const pairing::AcGroup& group);
  State ccc_up(PortRef other);  // a local connection to this interface

  State transport(pairing::PwEndId end);

  const pairing::Pairing& net() const { return net_; }
  const pairing::Service& service() const { return service_; }
  Engine& engine() { return engine_; }
  const FailureSet& failed() const { return failed_; }

 private:
  State fault_of(const pairing::PwEnd& end);
  State ac_fault(const pairing::PwEnd& end);
  State vsi_fault(const pairing::PwEnd& end);
  State segment_fault(const pairing::PwEnd& end);
  State standby_of(const pairing::PwEnd& end);
  State ac_standby(const pairing::PwEnd& end);
  State segment_standby(const pairing::PwEnd& end);
  State vsi_up(pairing::VsiRef vsi);
  bool hears(pairing::PwEndId end) const;
  State announced_standby(pairing::PwEndId end);
  State mpw_up(DeviceId device, std::string_view interface);
  State group_master(pairing::VrrpRef group);
  State binding_master(const pairing::PwEnd& end, const AdminVrrpBinding& binding);
  const AdminVrrpBinding* binding_of(const pairing::PwEnd& end) const;
  State etrunk_in_use(PortRef ac);

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

  Failed asked() const { return want_ == Want::Values ? Failed(failed_).value_only() : Failed(failed_); }
  State atom(AtomId id);
  State interface_up(PortRef port) { return atom(engine_.atoms.interface_up(port)); }

  Engine& engine_;
  const pairing::Pairing& net_;
  const pairing::Service& service_;
  FailureSet failed_;
  Want want_ = Want::Supports;
  ServiceStates states_;
  std::vector<AtomId> atoms_;  // that the service has asked for
  std::unordered_map<std::uint32_t, std::uint32_t> place_of_atom_;
  std::string answers_;  // of atoms_, under failed_
};

}  // namespace holdfast::failures

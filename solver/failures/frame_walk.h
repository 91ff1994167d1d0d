#pragma once

// Follows frames by the decisions in force (docs/failures.md, "Flows and outcomes"; semantics §4).

#include <vector>

#include "solver/failures/consulted.h"
#include "solver/failures/service_states.h"

namespace holdfast::failures {

// What a frame does next; the hops of a walk in their order tell its story.
struct WalkStep {
  enum class Kind : std::uint8_t {
    EntersAc,     // at `port`
    TakesPw,      // over `end`
    TakesBypass,  // over `end`, in place of the PW or of the AC
    ArrivesOn,    // at `end`, the far one
    LeavesAc,     // arrived: at `port`
    HandsOver,    // arrived: by `port` into the VPN
    AcNotInUse,   // dies at `port`
    NoPwUp,       // dies at `port`: no PW to send on
    NotChosen,    // dies: arrives on `end`, which this end did not choose
    BypassIdle,   // dies: arrives on the bypass `end`, which stands for nothing
    NoWayOn,      // dies in the VSI or switch that `end` leads to
    NoHandOver,   // dies at `port`
    OtherSite,    // leaves at `port`, which is not where it should go
  } kind = Kind::EntersAc;
  PortRef port;
  pairing::PwEndId end;
};

struct WalkResult {
  Tri arrives = Tri::Down;
  bool more_than_once = false;  // surely
  bool maybe_more_than_once = false;
  std::vector<WalkStep> steps;  // depth first, with every branch that a VSI takes
};

class FrameWalk {
 public:
  FrameWalk(ServiceEvaluator& states, const Flow& flow, const Site& to, Consulted& consulted)
      : s_(states), flow_(flow), to_(to), ask_(consulted) {}

  WalkResult from(PortRef ac);

 private:
  void enter_group(const pairing::AcGroup& group, Tri so_far);
  void enter_vsi(pairing::VsiRef vsi, PortRef ac, Tri so_far);
  void arrive(pairing::PwEndId end, Tri so_far);
  void arrive_at_ac(const pairing::PwEnd& end, Tri so_far);
  void arrive_by_bypass(const pairing::PwEnd& end, const pairing::AcGroup& group, Tri so_far);
  void arrive_at_vsi(const pairing::PwEnd& end, Tri so_far);
  void arrive_at_switch(const pairing::PwEnd& end, Tri so_far);
  void to_pws(const pairing::AcGroup& group, Tri so_far, bool& sent);
  void to_ac(PortRef ac, Tri so_far);
  void to_ac_or_bypass(const pairing::PwEnd& end, const pairing::AcGroup* group, Tri so_far);
  void spread(pairing::VsiRef vsi, PortRef from_ac, const pairing::PwEnd* from_pw, Tri so_far);
  void send(pairing::PwEndId end, WalkStep::Kind how, Tri so_far);
  void note(WalkStep::Kind kind, PortRef port, pairing::PwEndId end = {}) {
    result_.steps.push_back({kind, port, end});
  }
  bool receives_on_all(const pairing::PwEnd& end) const;

  ServiceEvaluator& s_;
  const Flow& flow_;
  const Site& to_;
  Consulted& ask_;
  WalkResult result_;
  std::vector<pairing::PwEndId> walked_;  // PW ends of this walk
  PortRef gateway_;                       // of a VPN: where it arrived last
  std::size_t budget_ = 20000;            // steps; a walk beyond that is unknown
};

// Whether frames pass between two attachments of a VSI, by split horizon and isolation.
struct VsiPort {
  bool hub = false;  // a hub PW, or an AC in hub mode
  bool ac = false;
};
bool passes(const Vsi& vsi, VsiPort from, VsiPort to);
VsiPort vsi_port(const pairing::PwEnd& end);
VsiPort vsi_port(const Interface& ac);

}  // namespace holdfast::failures

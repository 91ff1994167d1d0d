#pragma once

// The status words that PW ends exchange: fault and standby, in rounds, and what follows from them: which PWs
// are up and which of them carry.

#include <vector>

#include "solver/replay/attachments.h"

namespace holdfast::replay {

// What every end of some PWs reports.
class Reports {
 public:
  // `ends` ascending, among them both ends of each PW. Nobody reports anything yet.
  explicit Reports(std::vector<EndId> ends)
      : ends_(std::move(ends)), fault_(ends_.size()), standby_(ends_.size()) {}

  const std::vector<EndId>& ends() const { return ends_; }
  const State& fault(EndId end) const { return fault_[position(end)]; }
  const State& standby(EndId end) const { return standby_[position(end)]; }
  void set(EndId end, State fault, State standby);
  friend bool operator==(const Reports&, const Reports&) = default;

 private:
  std::size_t position(EndId end) const;

  std::vector<EndId> ends_;
  std::vector<State> fault_;  // by position in ends_
  std::vector<State> standby_;
};

// What a device does with its PWs when these reports have arrived.
class PwStates {
 public:
  PwStates(const L2Plan& plan, const PwTransport& transport, const Attachments& acs, Reports reports)
      : plan_(&plan), transport_(&transport), acs_(&acs), reports_(std::move(reports)) {}

  const L2Plan& plan() const { return *plan_; }
  State up(EndId id) const;
  // By the far end; not if this end ignores it.
  State told_standby(EndId id) const;
  // Whether the PW carries: chosen by its AC, group or switch, or up where nothing chooses.
  State chosen(EndId id) const;
  State vsi_up(VsiRef vsi) const;
  // The AC's choice: one state for each of its chooser's ends.
  std::vector<State> choice(const Chooser& chooser) const;
  // Whether some of primary and secondary of the AC are up.
  State any_up(PortRef ac) const;
  // Where a local connection that is the chooser's n-th end leads; invalid: a PW, or remote.
  PortRef local_end(const Chooser& chooser, std::size_t n) const;

  // What the ends report next.
  Reports next() const;

 private:
  State fault(const PwEnd& end) const;
  State standby(EndId id) const;
  State switch_broken(const PwEnd& end) const;
  State far_side_standby(const PwEnd& end) const;
  State hub_pws_down(const PwEnd& end) const;
  State candidate_up(const Chooser& chooser, std::size_t n) const;

  const L2Plan* plan_;
  const PwTransport* transport_;
  const Attachments* acs_;
  Reports reports_;
};

}  // namespace holdfast::replay

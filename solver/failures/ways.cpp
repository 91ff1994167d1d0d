#include "solver/failures/ways.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "solver/failures/frame_walk.h"

namespace holdfast::failures {
namespace {

using pairing::AcGroup;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;
using pairing::SegmentSide;

bool is_bypass(const PwEnd& end) {
  return end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
}

// Breadth first over the ends on which a frame can arrive.
class Search {
 public:
  Search(ServiceEvaluator& states, const Flow& flow, Tri least) : s_(states), flow_(flow), least_(least) {}

  bool run() {
    for (const PortRef ac : flow_.a.acs) start(ac);
    while (!open_.empty() && !found_) {
      const PwEndId at = open_.front();
      open_.pop_front();
      move_on(s_.net()[at]);
    }
    return found_;
  }

  std::vector<PwEndId> example() const {
    std::vector<PwEndId> result;
    for (PwEndId at = last_; at.valid();) {
      const auto& [sent, before] = came_by_.at(at.index);
      result.push_back(sent);
      at = before;
    }
    std::ranges::reverse(result);
    return result;
  }

 private:
  bool good(Tri state) const { return state >= least_; }

  bool open_end(PortRef ac) {
    if (s_.net().ve_groups().is_l2(ac)) return good(s_.hands_over(ac, flow_).value);
    return good(s_.ac_up(ac).value);
  }

  void start(PortRef ac) {
    if (!open_end(ac)) return;
    const pairing::VsiRef vsi = s_.net().vsi_acs().vsi_of(ac);
    if (const AcGroup* group = s_.net().ac_groups().of(ac)) {
      if (group->ccc != nullptr && !group->primary.valid()) {
        if (group->ccc_other.valid()) {
          finish(group->ccc_other, {});
        } else {
          found_ = found_ || good(Tri::Unknown);
        }
      }
      for (const PwEnd& end : s_.net().pw_ends().of_ac(ac)) send(end.id, {});
    } else if (vsi.valid()) {
      from_vsi(vsi, vsi_port(s_.net()[ac]), {}, ac);
    }
  }

  void finish(PortRef ac, PwEndId arrived_on) {
    if (found_ || !std::ranges::binary_search(flow_.b.acs, ac) || !open_end(ac)) return;
    found_ = true;
    last_ = arrived_on;
  }

  void send(PwEndId id, PwEndId arrived_on) {
    if (found_ || !good(s_.transport(id).value)) return;
    const PwEndId other = s_.net().pw_ends().peer(id).counterpart;
    if (!other.valid()) {
      found_ = true;  // unknown is good enough here: it may arrive beyond what is seen
      return;
    }
    if (came_by_.try_emplace(other.index, std::pair(id, arrived_on)).second) open_.push_back(other);
  }

  void move_on(const PwEnd& end) {
    switch (end.kind) {
      case PwEndKind::Ac:
        finish(end.ac_port(), end.id);
        for (const PwEnd& other : s_.net().pw_ends().of_ac(end.ac_port())) {
          if (other.id != end.id && is_bypass(other) != is_bypass(end)) send(other.id, end.id);
        }
        break;
      case PwEndKind::VsiPeer:
        from_vsi(end.vsi, vsi_port(end), end.id, {});
        break;
      case PwEndKind::Segment:
        for (const PwEnd& other : s_.net().pw_ends().of_switched(end.switched)) {
          if ((end.side == SegmentSide::First) != (other.side == SegmentSide::First)) send(other.id, end.id);
        }
        break;
    }
  }

  void from_vsi(pairing::VsiRef ref, VsiPort from, PwEndId arrived_on, PortRef from_ac) {
    const Vsi& vsi = s_.net()[ref];
    if (*vsi.shutdown) return;
    for (const InterfaceId id : s_.net().vsi_acs().of(ref)) {
      const PortRef ac{ref.device, id};
      if (ac != from_ac && passes(vsi, from, vsi_port(s_.net()[ac]))) finish(ac, arrived_on);
    }
    for (const PwEnd& end : s_.net().pw_ends().of_vsi(ref)) {
      if (end.id != arrived_on && passes(vsi, from, vsi_port(end))) send(end.id, arrived_on);
    }
  }

  ServiceEvaluator& s_;
  const Flow& flow_;
  Tri least_;
  bool found_ = false;
  PwEndId last_;
  std::deque<PwEndId> open_;
  std::unordered_map<std::uint32_t, std::pair<PwEndId, PwEndId>> came_by_;  // sent on, after arriving on
};

}  // namespace

Ways find_ways(ServiceEvaluator& states, const Flow& flow) {
  Search sure(states, flow, Tri::Up);
  if (sure.run()) return {Tri::Up, sure.example()};
  Search maybe(states, flow, Tri::Unknown);
  return {maybe.run() ? Tri::Unknown : Tri::Down, {}};
}

}  // namespace holdfast::failures

#pragma once

// Follows a frame from one attachment circuit to the ACs of another site, by what every device has chosen.

#include <vector>

#include "solver/replay/pw_reports.h"
#include "solver/replay/split_horizon.h"

namespace holdfast::replay {

// In how many different ways it arrives (two stand for more), by steps that surely happen and by steps that
// may. The doubt is that of a way that may be.
struct Arrivals {
  unsigned surely = 0;
  unsigned maybe = 0;
  bool may_leave = false;  // by a PW to a peer that is not in the snapshot
  Doubt doubt;

  State state() const {
    if (surely > 0) return kUp;
    return maybe > 0 || may_leave ? unknown(doubt) : kDown;
  }
};

class Frames {
 public:
  // `prefix` is what a VPN at either end must reach; null: being handed over is enough.
  Frames(const PwStates& pws, const Attachments& acs, const IpPrefix* prefix)
      : pws_(&pws), acs_(&acs), prefix_(prefix) {}

  // Of a frame that the customer sends into the AC, which is taken to be in use.
  Arrivals arrivals(PortRef from, const Site& to);
  // Whether what is sent into the AC, in use or not, goes out on a PW that is up.
  State leaves(PortRef ac) const;

 private:
  bool goes(State state);
  void walk(PortRef from);
  void enter(PortRef ac);
  void send(EndId end);
  void receive(EndId end);
  void receive_at_ac(EndId id, const PwEnd& end);
  void receive_at_vsi(EndId id, const PwEnd& end);
  void receive_at_switch(EndId id, const PwEnd& end);
  void use_choice(PortRef ac);
  void flood(VsiRef vsi, VsiMember from, PortRef not_ac, EndId not_end);
  void arrive(PortRef ac);
  State bypass_up(EndId single, EndId dual) const;
  State not_silenced(EndId end) const;

  const PwStates* pws_;
  const Attachments* acs_;
  const IpPrefix* prefix_;
  const Site* to_ = nullptr;
  Level least_ = Level::Up;  // the steps that count
  std::vector<EndId> path_;
  Doubt doubt_;      // of the first uncertain step on the path
  PortRef gateway_;  // of a VPN: where it arrived last
  Arrivals found_;
};

}  // namespace holdfast::replay

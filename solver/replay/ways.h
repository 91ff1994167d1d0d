#pragma once

// Whether some configured way leads from one site to another, had every free choice been made for it: which
// PW carries, which AC forwards, whether a bypass is used.

#include <set>

#include "solver/replay/pw_reports.h"
#include "solver/replay/split_horizon.h"

namespace holdfast::replay {

class Ways {
 public:
  Ways(const L2Plan& plan, const PwTransport& transport, const Attachments& acs, const IpPrefix* prefix)
      : plan_(&plan), transport_(&transport), acs_(&acs), prefix_(prefix) {}

  State between(const Site& from, const Site& to);

 private:
  bool goes(State state);
  bool search(const Site& from, Level least);
  void enter(PortRef ac);
  void use_pws(PortRef ac);
  void send(EndId id);
  void receive(EndId id);
  void receive_at_ac(EndId id, const PwEnd& end);
  void receive_at_switch(const PwEnd& end);
  void flood(VsiRef vsi, VsiMember from, EndId not_end);
  void arrive(PortRef ac);

  const L2Plan* plan_;
  const PwTransport* transport_;
  const Attachments* acs_;
  const IpPrefix* prefix_;
  const Site* to_ = nullptr;
  Level least_ = Level::Up;
  std::set<EndId> been_;
  bool found_ = false;
  Doubt doubt_;
};

}  // namespace holdfast::replay

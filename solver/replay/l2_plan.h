#pragma once

// How ACs, PWs, VSIs and switches hang together, by configuration alone; the same under all failures.

#include <map>
#include <utility>
#include <vector>

#include "solver/replay/pw_ends.h"

namespace holdfast::replay {

// A choice among PWs: those of an AC, of a protect group, or of the second side of a switch.
struct Chooser {
  enum class Rule : std::uint8_t { First, BestRank } rule = Rule::First;
  bool tells_standby = false;  // to the far end of what is not used
  std::vector<EndId> ends;     // in the order of preference; an invalid one stands for a local connection
  const ProtectGroup* group = nullptr;
  PortRef ac;
};

struct VsiRef {
  DeviceId device;
  std::size_t index = 0;  // in Device::vsis
  friend constexpr auto operator<=>(const VsiRef&, const VsiRef&) = default;
};

class L2Plan {
 public:
  L2Plan(const Network& net, const PwEnds& ends);

  const Network& net() const { return *net_; }
  const PwEnds& ends() const { return *ends_; }
  // Null: the PW is used whenever it is up.
  const Chooser* chooser(EndId end) const;
  const Chooser* chooser(PortRef ac) const;
  const std::vector<PortRef>& acs(VsiRef vsi) const;
  // Null: the AC is not bound to a VSI that exists.
  const VsiRef* vsi_of(PortRef ac) const;
  // Ends that an AC's frames can meet and whose states depend on one another, ascending.
  const std::vector<EndId>& family_of(PortRef ac) const;

 private:
  void bind_acs();
  void add_ac_choosers();
  void add_group_choosers();
  void add_switch_choosers();
  void add(Chooser chooser);
  EndId member_end(VsiRef vsi, const ProtectMember& member) const;
  void join_families();

  const Network* net_;
  const PwEnds* ends_;
  std::vector<Chooser> choosers_;
  std::map<EndId, std::size_t> by_end_;
  std::map<PortRef, std::size_t> by_ac_;
  std::map<VsiRef, std::vector<PortRef>> acs_;
  std::map<PortRef, VsiRef> vsi_of_;
  std::vector<std::size_t> family_;  // by EndId: position in families_
  std::vector<std::vector<EndId>> families_;
};

bool is_spoke(const VsiPeer& peer);

}  // namespace holdfast::replay

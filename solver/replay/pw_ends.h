#pragma once

// All ends of pseudowires, and which ends' label mappings match: each names the other's device, one VC ID,
// forms that go together. Is the same under all failures.

#include <map>
#include <tuple>
#include <vector>

#include "solver/replay/pw_end.h"

namespace holdfast::replay {

// What one AC does with its PWs. Of several PWs in one role the first counts.
struct AcPws {
  PortRef ac;
  EndId primary;
  EndId secondary;
  EndId bypass;
  EndId ac_bypass;
  EndId pw_bypass;
  const LocalConnection* ccc = nullptr;  // stands as the primary
  const LocalConnection* ccc_secondary = nullptr;
  PortRef ccc_other;  // where `ccc` leads; invalid: not configured, or remote
  PortRef ccc_secondary_other;
};

class PwEnds {
 public:
  explicit PwEnds(const Network& net);

  const std::vector<PwEnd>& all() const { return ends_; }
  const PwEnd& operator[](EndId id) const { return ends_[id.index]; }
  const AcPws* at(PortRef ac) const;
  const std::vector<AcPws>& acs() const { return acs_; }
  // In the order of the VSI's peers; of a switched PW first, second, backup.
  const std::vector<EndId>& of_vsi(DeviceId device, std::size_t vsi) const;
  const std::vector<EndId>& of_switch(DeviceId device, std::size_t switched) const;

 private:
  void collect(const Network& net);
  void collect_ac(PortRef ac, const Interface& interface);
  void collect_vsi(DeviceId device, std::size_t index, const Vsi& vsi);
  void collect_switch(DeviceId device, std::size_t index, const SwitchedPw& pw);
  void group(const Network& net);
  AcPws& pws_of(PortRef ac);
  const std::vector<EndId>& owned(EndKind kind, DeviceId device, std::size_t owner) const;
  void look_for_peers(const Network& net);
  void exchange_mappings();
  void exchange_labels();
  void pass_parameters();

  std::vector<PwEnd> ends_;
  std::vector<AcPws> acs_;
  std::map<PortRef, std::size_t> by_ac_;
  std::map<std::tuple<EndKind, DeviceId, std::size_t>, std::vector<EndId>> owned_;
};

}  // namespace holdfast::replay

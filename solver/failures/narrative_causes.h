#pragma once

// Why states are as they are, under the failures that a service's states were last settled for.

#include <string>
#include <vector>

#include "solver/failures/service_states.h"
#include "solver/rules/finding.h"

namespace holdfast::failures {

struct Cause {
  std::string text{};                    // a clause: "SPE1 does not reach NPE1 (10.0.0.1)"; empty: none known
  std::vector<rules::Evidence> lines{};  // that are to blame, if any are
  DeviceId failed{};                     // the device whose own failure is all there is to say
  DeviceId unreached{};                  // the device that is not reached, when that is all there is to say
};

class Causes {
 public:
  explicit Causes(ServiceEvaluator& states) : s_(states), net_(states.net()) {}

  // Why a PW cannot carry anything, whatever its ends report.
  Cause of_no_transport(const pairing::PwEnd& end);
  // Why this end reports fault.
  Cause of_fault(const pairing::PwEnd& end);
  // Why a PW is not up: no transport, or a fault here or at the far end.
  Cause of_not_up(const pairing::PwEnd& end);
  // Why an AC is not in use.
  Cause of_not_in_use(PortRef ac);
  // Why two ACs of one site are in use at once.
  Cause of_two_in_use(PortRef one, PortRef other);
  // Why frames on an L2VE interface do not get into the VPN.
  Cause of_no_hand_over(PortRef l2ve, const Flow& flow);
  // Why nobody can know the state of a PW or of an AC.
  Cause of_unknown(const pairing::PwEnd& end);
  Cause of_unknown(PortRef ac);

  bool device_up(DeviceId device);

 private:
  Failed failed() const { return Failed(s_.failed()); }
  bool reaches(DeviceId from, DeviceId to);
  Cause of_no_tunnel(DeviceId from, DeviceId to, const pairing::PwEnd& end);
  Cause of_binding(DeviceId from, DeviceId to, const TunnelPolicy& policy, const TunnelBinding& binding);
  Cause of_no_label(DeviceId from, DeviceId to);
  Cause of_ac_down(const pairing::PwEnd& end);
  Cause of_no_hellos(const pairing::EtrunkPair& pair);
  Cause of_etrunk_settings(const pairing::EtrunkPair& pair);
  Cause of_vrrp(pairing::VrrpRef one, pairing::VrrpRef other);

  ServiceEvaluator& s_;
  const pairing::Pairing& net_;
};

// The binding of a PW to an mVRRP group; null: none.
const AdminVrrpBinding* binding_of(const pairing::PwEnd& end);

}  // namespace holdfast::failures

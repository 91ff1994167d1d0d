#pragma once

// Primary/secondary groups of PWs as rules on redundancy see them: where their PWs end, through switching
// SPEs, and what decides there which of the two far ends serves the site.

#include <cstdint>
#include <string>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules {

enum class FarState : std::uint8_t {
  Seen,     // the final end is known
  Unseen,   // the way leads to a device that is not in the snapshot
  Missing,  // no such PW, nothing configured back, or several devices have that address: other rules'
            // business
};

// Where one member of a group leads to. Of a CCC connection that stands as the primary: its other interface.
struct FarEnd {
  FarState state = FarState::Missing;
  DeviceId device;        // when Seen
  pairing::PortRef port;  // the AC there; invalid where the PW ends in a VSI
  pairing::PwEndId end;   // the PW's end there; invalid for a CCC connection
  bool switched = false;  // the way passes a switching SPE
  std::string peer;       // when Unseen: the address that leads out of the snapshot

  bool seen() const { return state == FarState::Seen; }
  bool unseen() const { return state == FarState::Unseen; }
};

struct FarEnds {
  FarEnd primary;
  FarEnd secondary;
  bool missing() const { return primary.state == FarState::Missing || secondary.state == FarState::Missing; }
};

FarEnd far_end(const pairing::Pairing& net, pairing::PwEndId pw);
FarEnds far_ends(const pairing::Pairing& net, const pairing::AcGroup& group);

// Whether the PW ends in a VSI.
bool ends_in_vsi(const pairing::Pairing& net, const FarEnd& far);

// Whether an E-Trunk or an mVRRP decides over the AC, as far as its lines say.
bool has_arbiter(const pairing::Pairing& net, const FarEnd& far);

// The same as a fact: free while the far end is unseen, or while a line that may make the AC follow an
// E-Trunk or an mVRRP was not understood.
smt::VarId arbiter_fact(Claim& claim, const pairing::Pairing& net, const FarEnd& far);

// The redundancy mode of the group's AC as a fact.
smt::VarId mode_fact(Claim& claim, const pairing::Pairing& net, const pairing::AcGroup& group);
// "FRR mode", "master mode", "independent mode".
std::string mode_phrase(RedundancyMode mode);

// Commands that put the group's AC into that mode. Independent mode takes no switchback policy: it goes
// first.
DeviceCommands set_mode(const pairing::Pairing& net, const pairing::AcGroup& group, RedundancyMode mode);

// Whether something else than the redundancy mode decides which PW carries: a PW APS instance, or labels set
// by hand, which come without any signalling of a standby state.
bool decided_elsewhere(const pairing::Pairing& net, const pairing::AcGroup& group);

// "PE2 Eth-Trunk10.100"; "the VSI v1 on PE2"; "the device 2.2.2.2, which is not seen".
std::string far_phrase(const pairing::Pairing& net, const FarEnd& far);

}  // namespace holdfast::rules

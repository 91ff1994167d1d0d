#pragma once

// Spoke PWs of H-VPLS as their SPE configures them (`peer … upe`), with what the UPE at their far end does:
// whether it has another PW to move to, and which of the two it prefers.

#include <optional>
#include <vector>

#include "solver/pairing/pairing.h"

namespace holdfast::rules {

// The far end's choice. Pointers are loans from the network and its pairing.
struct SpokeChoice {
  const pairing::PwEnd* end = nullptr;  // the far end of the spoke; never null
  // A VSI of the UPE: the protect-group that holds the spoke, null if none does.
  const ProtectGroup* group = nullptr;
  const ProtectMember* member = nullptr;
  const ProtectMember* other = nullptr;  // the member it changes over to
  // An AC of the UPE (VPWS): its PWs.
  const pairing::AcGroup* ac = nullptr;
  const pairing::PwEnd* other_pw = nullptr;  // the secondary of a primary, the primary of a secondary

  bool has_other() const { return other != nullptr || other_pw != nullptr; }
  bool is_master = false;  // the UPE decides by itself which PW carries
  // Whether the UPE prefers this spoke; absent where its configuration does not say.
  std::optional<bool> preferred;
};

struct Spoke {
  const pairing::PwEnd* end = nullptr;  // on the SPE; kind VsiPeer; never null
  pairing::PeerState state = pairing::PeerState::None;
  std::optional<SpokeChoice> choice;  // absent: the far end is unseen or there is none

  const VsiPeer& peer() const { return *end->vsi_peer; }
};

// The peer and, where it has one, the choice of any PW of a VSI, spoke or not.
Spoke spoke_at(const pairing::Pairing& net, const pairing::PwEnd& vsi_end);

// Every PW that an SPE configures as `upe`, in the order of all ends.
std::vector<Spoke> spokes(const pairing::Pairing& net);

}  // namespace holdfast::rules

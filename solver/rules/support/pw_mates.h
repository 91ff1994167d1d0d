#pragma once

// For PW ends without a counterpart: the one end that was most likely meant to be it.

#include <cstdint>

#include "solver/pairing/pairing.h"

namespace holdfast::rules {

enum class MateKind : std::uint8_t {
  None,
  Form,         // all agrees but what the ends are: static and LDP, bypass and dual bypass
  VcId,         // each names the other, with different VC IDs
  PeerOfOther,  // the other end has this VC ID and names another device
  PeerOfThis,   // this end names another device than the one that waits for it with this VC ID
};

struct Mate {
  MateKind kind = MateKind::None;
  pairing::PwEndId id;  // valid unless None
};

// Only where the choice is clear both ways: this end is the other's mate too. The other end is unpaired.
Mate mate_of(const pairing::Pairing& net, pairing::PwEndId end);

}  // namespace holdfast::rules

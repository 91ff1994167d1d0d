#pragma once

// What the rules about BFD share.

#include <string>

#include "solver/pairing/pairing.h"

namespace holdfast::rules {

// "BFD session pe1-pe2 of PE1".
std::string bfd_phrase(const pairing::Pairing& net, pairing::BfdRef session);

// Whether the session has discriminators of its own to set: neither automatic nor one-arm echo.
bool has_static_discriminators(const BfdSession& session);

// The counterpart, once per pair: invalid for the later of the two, and when there is none.
pairing::BfdRef later_half(const pairing::Pairing& net, pairing::BfdRef session);

}  // namespace holdfast::rules

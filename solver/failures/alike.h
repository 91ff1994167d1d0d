#pragma once

// Services that fail alike (semantics §5): the same ends, the same structure, on the same devices and ports.
// What is found for one of them holds for all.

#include <span>
#include <string>

#include "solver/failures/pw_transport.h"

namespace holdfast::failures {

// Everything that evaluation reads of a service and its flows, in a fixed order: equal texts mean equal
// results, element for element. Not for showing.
std::string likeness(const pairing::Pairing& net, const PwTransport& pws, const pairing::Service& service,
                     std::span<const Flow> flows);

}  // namespace holdfast::failures

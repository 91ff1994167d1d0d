#pragma once

// Guesses about addresses, LSR IDs and what IGPs announce.

#include <vector>

#include "app/session/repair_candidates.h"

namespace holdfast::session {

// An interface's address: what waits for it on the device itself, then the other host of a link that lacks
// one.
std::vector<Candidate> interface_address_guesses(const Snapshot& snapshot, PortRef port);

// The LSR ID is an address of a loopback, or a loopback has the LSR ID: whichever others name more often.
std::vector<Candidate> lsr_id_guesses(const Snapshot& snapshot, DeviceId device);

// The interface in the IGP of the device's other interfaces.
std::vector<Candidate> igp_guesses(const Snapshot& snapshot, PortRef port);

// Other addresses for a hop: those of links that are there.
std::vector<Candidate> hop_guesses(const Snapshot& snapshot, DeviceId device, Span hop);

}  // namespace holdfast::session

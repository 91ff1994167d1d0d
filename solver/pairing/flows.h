#pragma once

// What a service is to carry: its sites, and the flows between them (docs/failures.md, "Flows and outcomes").

#include <vector>

#include "model/failure.h"
#include "solver/pairing/pairing.h"

namespace holdfast::pairing {

// Sites in the order of their first ACs' names; a VPN last.
std::vector<Site> sites_of(const Pairing& net, const Service& service);

// Every two sites, in their order. A service with one site and a PW that leads out of the snapshot has one
// flow without a far end; a service with one site and no such PW has none.
std::vector<Flow> flows_of(const Pairing& net, const Service& service);

}  // namespace holdfast::pairing

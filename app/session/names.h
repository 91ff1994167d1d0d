#pragma once

// Elements and services as people write them: interface names abbreviated, letter case aside, a link by one
// of its ends.

#include <string>
#include <string_view>
#include <vector>

#include "app/session/snapshot.h"
#include "model/failure.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {

// The public name that a text like "link:pe1:ge0/1/0--PE2:GE0/1/1" stands for: devices and interfaces as the
// network spells them. Parts that nothing in the network is called stay as they are.
std::string spelled_out(const Snapshot& snapshot, std::string_view element);

struct NamedElement {
  ElementId id;         // invalid: there is no such element
  std::string problem;  // then: "there is no element `x`; is `y` meant?"
};
// A port with a link stands for the link, a device's name for the device.
NamedElement find_element(const Snapshot& snapshot, const FailureUniverse& universe, std::string_view text);

struct NamedService {
  const pairing::Service* service = nullptr;
  std::string problem;
};
// By its id, or by one of its attachment circuits: "PE1:GE0/1/0.10".
NamedService find_service(const Snapshot& snapshot, const pairing::Pairing& net, std::string_view text);

// The named services in the order of all; all of them without names. Problems: names of no service.
std::vector<const pairing::Service*> find_services(const Snapshot& snapshot, const pairing::Pairing& net,
                                                   const std::vector<std::string>& names,
                                                   std::vector<std::string>& problems);

}  // namespace holdfast::session

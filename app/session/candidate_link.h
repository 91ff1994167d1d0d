#pragma once

// A link between two devices that is not there: the lines that it would need, and the snapshot with it. It is
// made after the devices' other core links: a free port named as theirs are, a free subnet of their size,
// and IGP, MPLS and LDP as they have them.

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "app/session/snapshot.h"
#include "solver/rules/finding.h"

namespace holdfast::session {

struct LinkEnd {
  DeviceId device;
  std::string interface;
  IpPrefix address;
  std::string like;                   // the interface that it was made after
  std::vector<std::string> commands;  // from the system view on, in the order in which they are typed
};

struct CandidateLink {
  std::string problem;  // why there can be no such link, one clause; empty: the rest holds
  std::string name;     // link:DEV:IF--DEV:IF
  std::array<LinkEnd, 2> ends;
  std::vector<std::string> remarks;          // what it leaves to people, one clause each
  std::shared_ptr<const Snapshot> snapshot;  // with the link; devices keep their ids
};

CandidateLink add_link(std::shared_ptr<const Snapshot> snapshot, DeviceId a, DeviceId b);

}  // namespace holdfast::session

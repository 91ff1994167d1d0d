#pragma once

// The way that frames take under a set of failures, hop by hop, with the configuration line behind each hop.

#include <vector>

#include "solver/failures/flow_outcome.h"
#include "solver/rules/finding.h"

namespace holdfast::failures {

struct TraceHop {
  rules::Evidence at;  // device, line, and what happens there
  bool below = false;  // a hop of the tunnel that the PW above it rides on
  PortRef port;        // by which frames come in or go out here; invalid: by none that is told
  DeviceId passes;     // of a hop of an explicit path: the device there
  bool dropped = false;
};

struct Trace {
  PortRef from;  // the AC by which the frame comes in; invalid: none is in use
  bool arrives = false;
  std::vector<TraceHop> hops;
};

// From the first site to the second and back; of a site with several ACs in use from the first whose frames
// arrive, else from the one that tells most. Empty for a flow without far end.
std::vector<Trace> trace(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed);

}  // namespace holdfast::failures

#pragma once

// The use case `trace`: the way traffic of one service takes, hop by hop, with the line behind each hop.

#include <memory>
#include <string>
#include <vector>

#include "app/session/snapshot.h"
#include "model/failure.h"
#include "solver/rules/finding.h"

namespace holdfast::failures {
class ServiceEvaluator;
}

namespace holdfast::session {

struct TraceHop {
  rules::Evidence at;  // the note says what happens there
  bool below = false;  // a hop of the tunnel that a PW rides on
  PortRef port;        // by which frames come in or go out here; invalid: by none that is told
  DeviceId passes;     // of a hop of an explicit path: the device there
  bool dropped = false;
};

// One direction between two sites.
struct TraceView {
  std::string from;  // "CE1", or the AC where no link tells who is behind it
  std::string to;
  std::string prefix;                    // into a VPN; else empty
  Outcome outcome = Outcome::Delivered;  // of both directions together
  bool arrives = false;
  std::vector<TraceHop> hops;  // empty: no AC of the site is in use
};

struct TraceResult {
  std::shared_ptr<const Snapshot> snapshot;
  std::string service;
  std::vector<std::string> failed;  // elements, by their public names
  std::vector<TraceView> traces;
  std::vector<std::string> unseen;  // sites whose far end is not in the snapshot: what would have to be seen
  std::vector<std::string> problems;  // names that were not understood: then nothing was traced
};

// Adds the ways of one flow, or what is unseen of it.
void trace_flow(failures::ServiceEvaluator& states, const Flow& flow, const FailureSet& failed,
                TraceResult& into);

TraceResult trace(std::shared_ptr<const Snapshot> snapshot, const std::string& service,
                  const std::vector<std::string>& fail);

}  // namespace holdfast::session

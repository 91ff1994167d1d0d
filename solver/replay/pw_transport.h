#pragma once

// Whether a PW can carry frames at all, whatever its ends report.

#include <map>

#include "solver/replay/ldp.h"
#include "solver/replay/pw_ends.h"
#include "solver/replay/transport.h"

namespace holdfast::replay {

class PwTransport {
 public:
  PwTransport(const RoutingSetup& setup, const PwEnds& ends, const Interfaces& interfaces,
              const Routing& routing, const LdpSessions& sessions, const Transport& transport);

  // The same for both ends of a PW.
  State of(EndId id) const;

 private:
  State judge(const PwEnd& end) const;
  State parameters(const PwEnd& a, const PwEnd& b) const;
  State signalling(const PwEnd& a, const PwEnd& b) const;
  bool shut_down(const PwEnd& end) const;

  RoutingSetup setup_;
  const PwEnds* ends_;
  const Interfaces* interfaces_;
  const Routing* routing_;
  const LdpSessions* sessions_;
  const Transport* transport_;
  mutable std::map<EndId, State> known_;
};

}  // namespace holdfast::replay

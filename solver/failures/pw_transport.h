#pragma once

// Whether a PW could carry frames as far as its signalling and its tunnels go (docs/failures.md,
// "Pseudowires"; semantics §3.5): without what its ends report about ACs and choices.

#include <optional>
#include <unordered_map>

#include "solver/control_plane/control_plane.h"

namespace holdfast::failures {

using control_plane::Failed;
using control_plane::State;
using control_plane::Support;
using control_plane::Tri;

class PwTransport {
 public:
  PwTransport(const pairing::Pairing& net, control_plane::ControlPlane& plane) : net_(net), plane_(plane) {}

  State up(pairing::PwEndId end, Failed failed);

  // What lines alone say about the two ends: Down where they can never be one PW, and why.
  struct Agreement {
    Tri value = Tri::Up;
    std::string reason;
  };
  Agreement agreement(const pairing::PwEnd& a, const pairing::PwEnd& b) const;

 private:
  State evaluate(const pairing::PwEnd& a, const pairing::PwEnd& b, Failed failed);
  std::optional<std::uint32_t> announced_mtu(const pairing::PwEnd& end, int depth) const;
  std::optional<bool> announced_control_word(const pairing::PwEnd& end, int depth) const;
  const pairing::PwEnd* behind(const pairing::PwEnd& end) const;

  const pairing::Pairing& net_;
  control_plane::ControlPlane& plane_;
  std::unordered_map<std::uint32_t, control_plane::Memo<Tri>> memo_;  // by the lower end
};

}  // namespace holdfast::failures

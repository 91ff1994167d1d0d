#pragma once

// Whether a PW could carry frames as far as its signalling and its tunnels go (docs/failures.md,
// "Pseudowires"; semantics §3.5): without what its ends report about ACs and choices.

#include <optional>
#include <string>
#include <string_view>

#include "solver/control_plane/control_plane.h"

namespace holdfast::failures {

using control_plane::Failed;
using control_plane::State;
using control_plane::Support;
using control_plane::Tri;

class PwTransport {
 public:
  PwTransport(const pairing::Pairing& net, control_plane::ControlPlane& plane) : net_(net), plane_(plane) {}

  // What of a PW decides: PWs of one key have one state.
  struct Key {
    DeviceId a;  // a < b; b invalid: the far end is not there
    DeviceId b;
    std::string_view a_policy;
    std::string_view b_policy;
    Tri agreed = Tri::Up;  // by the lines of the two ends alone
    bool is_static = false;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  Key key_of(pairing::PwEndId end) const;
  State evaluate(const Key& key, Failed failed);

  // What lines alone say about the two ends: Down where they can never be one PW, and why.
  struct Agreement {
    Tri value = Tri::Up;
    std::string reason;
  };
  Agreement agreement(const pairing::PwEnd& a, const pairing::PwEnd& b) const;

 private:
  std::optional<std::uint32_t> announced_mtu(const pairing::PwEnd& end, int depth) const;
  std::optional<bool> announced_control_word(const pairing::PwEnd& end, int depth) const;
  const pairing::PwEnd* behind(const pairing::PwEnd& end) const;

  const pairing::Pairing& net_;
  control_plane::ControlPlane& plane_;
};

}  // namespace holdfast::failures

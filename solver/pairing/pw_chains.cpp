// The ways of a PW through switching SPEs.

#include <algorithm>

#include "solver/pairing/pw_ends.h"

namespace holdfast::pairing {
namespace {

ChainEnd unpaired_because(PeerState state) {
  switch (state) {
    case PeerState::None:
      return ChainEnd::NoPeer;
    case PeerState::Unseen:
      return ChainEnd::Unseen;
    case PeerState::Ambiguous:
      return ChainEnd::Ambiguous;
    case PeerState::Seen:
      break;
  }
  return ChainEnd::Unpaired;
}

}  // namespace

std::vector<PwChain> PwEnds::chains(PwEndId start) const {
  std::vector<PwChain> done;
  std::vector<PwChain> open;  // each ends where a PW goes out
  open.push_back({{start}, ChainEnd::Unpaired, false});
  while (!open.empty() && done.size() < kMaxChains) {
    PwChain chain = std::move(open.back());
    open.pop_back();
    const PwPeer& peer = peers_[chain.ends.back().index];
    if (!peer.counterpart.valid()) {
      chain.end = unpaired_because(peer.state);
      done.push_back(std::move(chain));
      continue;
    }
    const PwEnd& in = (*this)[peer.counterpart];
    const bool been_here = std::ranges::find(chain.ends, in.id) != chain.ends.end();
    chain.ends.push_back(in.id);
    if (in.kind != PwEndKind::Segment || been_here || chain.ends.size() > 2 * kMaxSegments) {
      if (been_here) {
        chain.end = ChainEnd::Loop;
      } else {
        chain.end = in.kind == PwEndKind::Segment ? ChainEnd::TooLong : ChainEnd::Reached;
      }
      done.push_back(std::move(chain));
      continue;
    }
    // Backup ways are put below, so that the ordinary way comes first.
    const auto sides = of_switched(in.switched);
    for (auto out = sides.rbegin(); out != sides.rend(); ++out) {
      if ((in.side == SegmentSide::First) == (out->side == SegmentSide::First)) continue;
      PwChain longer = chain;
      longer.ends.push_back(out->id);
      longer.backup = chain.backup || in.side == SegmentSide::Backup || out->side == SegmentSide::Backup;
      open.push_back(std::move(longer));
    }
  }
  return done;
}

std::vector<PwEndId> PwEnds::far_ends(PwEndId start) const {
  std::vector<PwEndId> result;
  for (const PwChain& chain : chains(start)) {
    const PwEndId far = chain.far();
    if (far.valid() && std::ranges::find(result, far) == result.end()) result.push_back(far);
  }
  return result;
}

}  // namespace holdfast::pairing

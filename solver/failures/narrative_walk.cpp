#include "solver/failures/narrative_walk.h"

#include <algorithm>

namespace holdfast::failures {
namespace {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndKind;
using Kind = WalkStep::Kind;

bool goes_on(Kind kind) {
  return kind == Kind::EntersAc || kind == Kind::TakesPw || kind == Kind::TakesBypass ||
         kind == Kind::ArrivesOn;
}

// What a step stands in: an AC, a VSI, a switched PW.
struct Spot {
  DeviceId device;
  PortRef ac;
  pairing::VsiRef vsi;
  pairing::SwitchedRef switched;
  friend bool operator==(const Spot&, const Spot&) = default;
};

Spot spot_of(const Pairing& net, const WalkStep& step) {
  Spot spot;
  if (step.end.valid()) {
    const PwEnd& end = net[step.end];
    spot.device = end.device;
    if (end.kind == PwEndKind::Ac) spot.ac = end.ac_port();
    if (end.kind == PwEndKind::VsiPeer) spot.vsi = end.vsi;
    if (end.kind == PwEndKind::Segment) spot.switched = end.switched;
    return spot;
  }
  spot.device = step.port.device;
  spot.vsi = net.vsi_acs().vsi_of(step.port);
  if (!spot.vsi.valid()) spot.ac = step.port;
  return spot;
}

// Goes back to where the step belongs: the deepest place of that spot, else of that device, at which the
// frame came in.
void back_to(const Pairing& net, const WalkStep& step, std::vector<WalkStep>& path) {
  const Spot spot = spot_of(net, step);
  const auto comes_in = [](const WalkStep& it) {
    return it.kind == Kind::EntersAc || it.kind == Kind::ArrivesOn;
  };
  const auto deepest = [&](auto fits) {
    const auto at = std::find_if(path.rbegin(), path.rend(),
                                 [&](const WalkStep& it) { return comes_in(it) && fits(spot_of(net, it)); });
    return static_cast<std::size_t>(path.rend() - at);
  };
  std::size_t keep = deepest([&](const Spot& it) { return it == spot; });
  if (keep == 0) keep = deepest([&](const Spot& it) { return it.device == spot.device; });
  if (keep > 0) path.resize(keep);
}

}  // namespace

std::vector<Branch> branches_of(const Pairing& net, const WalkResult& walk) {
  std::vector<Branch> result;
  std::vector<WalkStep> path;
  for (const WalkStep& step : walk.steps) {
    if (step.kind != Kind::EntersAc && step.kind != Kind::ArrivesOn) back_to(net, step, path);
    if (goes_on(step.kind)) {
      path.push_back(step);
      continue;
    }
    result.push_back({path});
    result.back().steps.push_back(step);
  }
  return result;
}

std::vector<pairing::PwEndId> sent_on(const Branch& branch) {
  std::vector<pairing::PwEndId> result;
  for (const WalkStep& step : branch.steps) {
    if (step.kind == Kind::TakesPw || step.kind == Kind::TakesBypass) result.push_back(step.end);
  }
  return result;
}

DeviceId device_of(const Pairing& net, const WalkStep& step) {
  return step.end.valid() ? net[step.end].device : step.port.device;
}

int telling_rank(const Branch& branch) {
  switch (branch.end()) {
    case Kind::NoWayOn:
    case Kind::NoHandOver:
      return 6;
    case Kind::NoPwUp:
    case Kind::AcNotInUse:
      return 5;
    case Kind::BypassIdle:
      return 4;
    case Kind::NotChosen:
      return 3;
    case Kind::OtherSite:
      return 2;
    default:
      return 0;
  }
}

const Branch* telling(const std::vector<Branch>& branches) {
  const Branch* best = nullptr;
  for (const Branch& branch : branches) {
    if (branch.arrives()) continue;
    const auto weight = [](const Branch& it) { return std::pair(telling_rank(it), it.steps.size()); };
    if (best == nullptr || weight(branch) > weight(*best)) best = &branch;
  }
  return best;
}

}  // namespace holdfast::failures

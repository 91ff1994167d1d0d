// Links between members of bundles. Two bundles are known to be joined when they share a subnet or when some
// of their members do; if then each has one free port left, these two can only be joined with each other.

#include <algorithm>
#include <set>

#include "solver/pairing/link_drafts.h"

namespace holdfast::pairing {
namespace {

// A bundle as its far side sees it: one Eth-Trunk, or the members of an E-Trunk on two devices.
using Side = PortRef;  // the lowest of its Eth-Trunks

class Joining {
 public:
  Joining(const Network& net, const EtrunkPairs& etrunks, const Bundles& bundles,
          const std::vector<LinkDraft>& known)
      : net_(net), etrunks_(etrunks), bundles_(bundles) {
    for (const LinkDraft& link : known) {
      if (!link.bundle) {
        taken_.push_back(link.a);
        taken_.push_back(link.b);
      }
      const Side a = side_of(link.bundle ? link.a : trunk_of(link.a));
      const Side b = side_of(link.bundle ? link.b : trunk_of(link.b));
      if (!a.valid() || !b.valid() || a == b) continue;
      joined_.insert({a, b});
      joined_.insert({b, a});
    }
    std::ranges::sort(taken_);
  }

  std::vector<LinkDraft> run(std::vector<LinkAmbiguity>& ambiguities) {
    std::vector<LinkDraft> result;
    for (const auto& [a, b] : joined_) {
      if (b < a || !alone(a, b) || !alone(b, a)) continue;
      const std::vector<PortRef> left_a = free_ports(a);
      const std::vector<PortRef> left_b = free_ports(b);
      if (left_a.empty() || left_b.empty()) continue;
      if (left_a.size() == 1 && left_b.size() == 1) {
        const PortRef x = left_a.front();
        const PortRef y = left_b.front();
        result.push_back(
            draft(net_, x, y, LinkSource::Lacp,
                  {{x.device, get(net_, x).member_of->where}, {y.device, get(net_, y).member_of->where}}));
        continue;
      }
      LinkAmbiguity& ambiguity = ambiguities.emplace_back();
      ambiguity.kind = LinkAmbiguity::Kind::BundleMembers;
      ambiguity.ports = left_a;
      ambiguity.ports.insert(ambiguity.ports.end(), left_b.begin(), left_b.end());
    }
    return result;
  }

 private:
  PortRef trunk_of(PortRef port) const {
    const auto found = bundles_.trunk_of.find(port);
    return found.empty() ? PortRef{} : found.front();
  }

  Side side_of(PortRef trunk) const {
    if (!trunk.valid()) return {};
    const PortRef other = etrunks_.member_counterpart(trunk);
    return other.valid() ? std::min(trunk, other) : trunk;
  }

  bool alone(Side side, Side with) const {
    const auto first = joined_.lower_bound({side, PortRef{DeviceId{0}, InterfaceId{0}}});
    return first->second == with && (std::next(first) == joined_.end() || std::next(first)->first != side);
  }

  std::vector<PortRef> free_ports(Side side) const {
    std::vector<PortRef> result;
    for (const PortRef trunk : {side, etrunks_.member_counterpart(side)}) {
      if (!trunk.valid()) continue;
      for (const PortRef port : bundles_.members.find(trunk)) {
        if (!std::ranges::binary_search(taken_, port)) result.push_back(port);
      }
    }
    return result;
  }

  const Network& net_;
  const EtrunkPairs& etrunks_;
  const Bundles& bundles_;
  std::vector<PortRef> taken_;
  std::set<std::pair<Side, Side>> joined_;
};

}  // namespace

std::vector<LinkDraft> bundle_links(const Network& net, const EtrunkPairs& etrunks, const Bundles& bundles,
                                    const std::vector<LinkDraft>& known,
                                    std::vector<LinkAmbiguity>& ambiguities) {
  return Joining(net, etrunks, bundles, known).run(ambiguities);
}

}  // namespace holdfast::pairing

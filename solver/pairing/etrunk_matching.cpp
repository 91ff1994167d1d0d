#include "solver/pairing/etrunk_matching.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace holdfast::pairing {
namespace {

// The LACP system ID that a member shows: its own setting, else the device's.
std::optional<Mac> system_id(const EtrunkSurroundings& around, EtrunkRef etrunk) {
  for (const InterfaceId member : around.members.find(etrunk)) {
    const auto& own = around.net[etrunk.device][member].trunk->etrunk_system_id;
    if (own) return own->value;
  }
  const auto& global = around.net[etrunk.device].lacp_etrunk_system_id;
  return global ? std::optional(global->value) : std::nullopt;
}

class Matching {
 public:
  explicit Matching(const EtrunkSurroundings& around) : around_(around) {
    for (std::size_t d = 0; d < around.net.devices.size(); ++d) {
      for (std::uint32_t i = 0; i < around.net.devices[d].etrunks.size(); ++i) add({DeviceId{d}, i});
    }
    by_direction_.seal();
  }

  std::vector<EtrunkPair> run() {
    by_addresses();
    one_way();
    by_group();
    by_system_id();
    return pairs();
  }

 private:
  struct Half {
    EtrunkRef ref;
    PeerState state = PeerState::None;
    DeviceId peer;
    std::size_t partner = kNone;
    EtrunkMatch match = EtrunkMatch::None;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Etrunk& etrunk(std::size_t i) const { return get(around_.net, halves_[i].ref); }
  bool free(std::size_t i) const { return halves_[i].partner == kNone; }

  void add(EtrunkRef ref) {
    Half half;
    half.ref = ref;
    const Etrunk& it = get(around_.net, ref);
    if (it.peer_address) {
      const Located found = around_.locator.owner_of(**it.peer_address);
      half.state = state_of(found);
      half.peer = found.one();
      if (half.peer == ref.device) half.peer = {};
    }
    if (half.peer.valid()) by_direction_.add({ref.device, half.peer}, halves_.size());
    halves_.push_back(half);
  }

  void join(std::size_t i, std::size_t j, EtrunkMatch match) {
    halves_[i].partner = j;
    halves_[j].partner = i;
    halves_[i].match = halves_[j].match = match;
  }

  bool mirrored(std::size_t i, std::size_t j) const {
    const Etrunk& a = etrunk(i);
    const Etrunk& b = etrunk(j);
    return a.peer_address && a.source_address && b.peer_address && b.source_address &&
           **a.peer_address == **b.source_address && **b.peer_address == **a.source_address;
  }

  // Among E-Trunks that name each other's device: exact addresses and one id, one id, exact addresses, and
  // last what is alone on both sides.
  void by_addresses() {
    by_direction_.for_each_key([this](const auto& key, std::span<const std::size_t> here) {
      if (key.second < key.first) return;
      const auto there = by_direction_.find({key.second, key.first});
      const auto same_id = [this](std::size_t i, std::size_t j) { return etrunk(i).id == etrunk(j).id; };
      pair_where(here, there, [&](std::size_t i, std::size_t j) { return mirrored(i, j) && same_id(i, j); });
      pair_where(here, there, same_id);
      pair_alone(here, there, [&](std::size_t i, std::size_t j) { return mirrored(i, j); });
      pair_alone(here, there, [](std::size_t, std::size_t) { return true; });
    });
  }

  template <class Fits>
  void pair_where(std::span<const std::size_t> here, std::span<const std::size_t> there, Fits fits) {
    for (const std::size_t i : here) {
      for (const std::size_t j : there) {
        if (free(i) && free(j) && fits(i, j)) join(i, j, EtrunkMatch::Addresses);
      }
    }
  }

  // Joins two that have each other as their only candidate.
  template <class Fits>
  void pair_alone(std::span<const std::size_t> here, std::span<const std::size_t> there, Fits fits) {
    const auto only = [&](std::size_t i, std::span<const std::size_t> others, auto fit) {
      std::size_t found = kNone;
      for (const std::size_t j : others) {
        if (!free(j) || !fit(i, j)) continue;
        if (found != kNone) return kNone;
        found = j;
      }
      return found;
    };
    for (const std::size_t i : here) {
      if (!free(i)) continue;
      const std::size_t j = only(i, there, fits);
      if (j == kNone) continue;
      if (only(j, here, [&](std::size_t y, std::size_t x) { return fits(x, y); }) == i) {
        join(i, j, EtrunkMatch::Addresses);
      }
    }
  }

  // One names the other's device, where an E-Trunk of the same id leads elsewhere or nowhere.
  void one_way() {
    for (std::size_t i = 0; i < halves_.size(); ++i) {
      if (!free(i) || !halves_[i].peer.valid()) continue;
      const std::size_t j = index_of(find_etrunk(around_.net, halves_[i].peer, etrunk(i).id));
      if (j != kNone && free(j)) join(i, j, EtrunkMatch::OneWay);
    }
  }

  std::size_t index_of(EtrunkRef ref) const {
    if (!ref.valid()) return kNone;
    const auto at = std::ranges::lower_bound(halves_, ref, {}, &Half::ref);
    return at != halves_.end() && at->ref == ref ? static_cast<std::size_t>(at - halves_.begin()) : kNone;
  }

  // The peers of bypass PWs, and the other far ends of groups that choose between these ACs.
  std::vector<DeviceId> devices_by_pws(EtrunkRef ref) const {
    std::vector<DeviceId> result;
    for (const InterfaceId member : around_.members.find(ref)) {
      const PortRef trunk{ref.device, member};
      add_devices_by_pws(trunk, result);
      for (const PortRef sub : around_.subs.find(trunk)) add_devices_by_pws(sub, result);
    }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }

  void add_devices_by_pws(PortRef ac, std::vector<DeviceId>& result) const {
    const AcGroup* group = around_.groups.of(ac);
    if (group == nullptr) return;
    for (const PwEndId bypass : {group->bypass, group->ac_bypass, group->pw_bypass}) {
      const PwEnd* other = bypass.valid() ? around_.ends.counterpart(bypass) : nullptr;
      if (other != nullptr) result.push_back(other->device);
    }
    for (const AcGroup* chooser : around_.groups.chosen_by(ac)) {
      const FarPair far = around_.groups.far_pair(*chooser);
      for (const PwEndId end : {far.primary, far.secondary}) {
        if (end.valid() && around_.ends[end].device != ac.device) {
          result.push_back(around_.ends[end].device);
        }
      }
    }
  }

  void by_group() {
    for (std::size_t i = 0; i < halves_.size(); ++i) {
      if (!free(i)) continue;
      std::size_t only = kNone;
      bool several = false;
      for (const DeviceId device : devices_by_pws(halves_[i].ref)) {
        const std::size_t j = index_of(find_etrunk(around_.net, device, etrunk(i).id));
        if (j == kNone || j == i || !free(j)) continue;
        several = several || only != kNone;
        only = j;
      }
      if (only != kNone && !several) join(i, only, EtrunkMatch::SameGroup);
    }
  }

  void by_system_id() {
    FlatIndex<std::pair<std::uint32_t, Mac>, std::size_t> alike;
    for (std::size_t i = 0; i < halves_.size(); ++i) {
      if (!free(i)) continue;
      if (const auto id = system_id(around_, halves_[i].ref)) alike.add({etrunk(i).id, *id}, i);
    }
    alike.seal();
    alike.for_each_key([this](const auto&, std::span<const std::size_t> which) {
      if (which.size() != 2) return;
      if (halves_[which[0]].ref.device == halves_[which[1]].ref.device) return;
      join(which[0], which[1], EtrunkMatch::SameSystem);
    });
  }

  bool names(std::size_t i, std::size_t j) const {
    const auto& address = etrunk(i).peer_address;
    return address && around_.locator.owns(halves_[j].ref.device, **address);
  }

  std::vector<EtrunkPair> pairs() const {
    std::vector<EtrunkPair> result;
    for (std::size_t i = 0; i < halves_.size(); ++i) {
      const Half& half = halves_[i];
      if (half.partner < i) continue;
      EtrunkPair& pair = result.emplace_back();
      pair.a = half.ref;
      pair.match = half.match;
      pair.b_state = half.state;
      pair.b_device = half.peer;
      if (half.partner == kNone) continue;
      pair.b = halves_[half.partner].ref;
      pair.b_device = pair.b.device;
      pair.a_names_b = names(i, half.partner);
      pair.b_names_a = names(half.partner, i);
      pair.mirrored = mirrored(i, half.partner);
    }
    return result;
  }

  const EtrunkSurroundings& around_;
  std::vector<Half> halves_;  // by device and index
  FlatIndex<std::pair<DeviceId, DeviceId>, std::size_t> by_direction_;
};

}  // namespace

std::vector<EtrunkPair> match_etrunks(const EtrunkSurroundings& around) {
  return Matching(around).run();
}

}  // namespace holdfast::pairing

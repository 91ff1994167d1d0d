#include "solver/pairing/services.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "solver/pairing/disjoint_sets.h"

namespace holdfast::pairing {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// What services are made of, as positions: AC groups, then VSIs, then switched PWs.
class Nodes {
 public:
  Nodes(const Network& net, const AcGroups& groups) : net_(net), groups_(groups) {
    std::size_t next = groups.all().size();
    for (const Device& device : net.devices) {
      first_vsi_.push_back(next);
      next += device.vsis.size();
    }
    for (const Device& device : net.devices) {
      first_switched_.push_back(next);
      next += device.switched_pws.size();
    }
    size_ = next;
  }

  std::size_t size() const { return size_; }
  // Admin PWs and admin VSIs watch over others and carry nothing: no node.
  std::size_t of(PortRef ac) const { return of(groups_.of(ac)); }
  std::size_t of(const AcGroup* group) const {
    return group != nullptr && !only_admin(*group) ? static_cast<std::size_t>(group - groups_.all().data())
                                                   : kNone;
  }
  std::size_t of(VsiRef vsi) const {
    return vsi.valid() && !*get(net_, vsi).is_admin ? first_vsi_[vsi.device.index] + vsi.index : kNone;
  }
  std::size_t of(SwitchedRef switched) const {
    return first_switched_[switched.device.index] + switched.index;
  }
  std::size_t of(const PwEnd& end) const {
    switch (end.kind) {
      case PwEndKind::Ac:
        return end.is_role(PwRole::Admin) ? kNone : of(groups_.of(end));
      case PwEndKind::VsiPeer:
        return of(end.vsi);
      case PwEndKind::Segment:
        return of(end.switched);
    }
    return kNone;
  }

  static bool only_admin(const AcGroup& group) {
    return group.admin.valid() && !group.primary.valid() && !group.secondary.valid() && group.ccc == nullptr;
  }

 private:
  const Network& net_;
  const AcGroups& groups_;
  std::vector<std::size_t> first_vsi_;
  std::vector<std::size_t> first_switched_;
  std::size_t size_ = 0;
};

class Finding {
 public:
  explicit Finding(const ServiceParts& parts) : p_(parts), nodes_(p_.net, p_.groups), sets_(nodes_.size()) {}

  std::vector<Service> run() {
    tie();
    collect();
    for (Service& service : services_) judge(service);
    return named_apart();
  }

 private:
  void join(std::size_t x, std::size_t y) {
    if (x != kNone && y != kNone) sets_.join(x, y);
  }

  void tie() {
    for (const PwEnd& end : p_.ends.all()) {
      const PwEnd* other = p_.ends.counterpart(end.id);
      if (other != nullptr && end.id < other->id) join(nodes_.of(end), nodes_.of(*other));
    }
    for (const AcGroup& group : p_.groups.all()) {
      if (group.ccc_other.valid()) join(nodes_.of(&group), nodes_.of(group.ccc_other));
      const PortRef twin = p_.homing.arbiter_twin(group.ac);
      if (twin.valid()) join(nodes_.of(&group), node_of_ac(twin));
    }
    for_each_vsi([this](VsiRef vsi) {
      for (const InterfaceId ac : p_.vsi_acs.of(vsi)) {
        const PortRef twin = p_.homing.arbiter_twin({vsi.device, ac});
        if (twin.valid()) join(nodes_.of(vsi), node_of_ac(twin));
      }
    });
  }

  std::size_t node_of_ac(PortRef port) const {
    const std::size_t node = nodes_.of(port);
    return node != kNone ? node : nodes_.of(p_.vsi_acs.vsi_of(port));
  }

  template <class Visit>
  void for_each_vsi(Visit visit) const {
    for (std::size_t d = 0; d < p_.net.devices.size(); ++d) {
      for (std::uint32_t i = 0; i < p_.net.devices[d].vsis.size(); ++i) visit(VsiRef{DeviceId{d}, i});
    }
  }

  Service* service_at(std::size_t node) {
    if (node == kNone) return nullptr;
    std::size_t& place = service_of_set_[sets_.find(node)];
    if (place == kNone) {
      place = services_.size();
      services_.emplace_back();
      services_.back().endpoints.reserve(4);
      services_.back().ends.reserve(8);
    }
    return &services_[place];
  }

  void collect() {
    service_of_set_.assign(nodes_.size(), kNone);
    for (const AcGroup& group : p_.groups.all()) {
      if (Service* service = service_at(nodes_.of(&group))) service->endpoints.push_back(group.ac);
    }
    for_each_vsi([this](VsiRef vsi) {
      Service* service = service_at(nodes_.of(vsi));
      if (service == nullptr) return;
      service->vsis.push_back(vsi);
      for (const InterfaceId ac : p_.vsi_acs.of(vsi)) service->endpoints.push_back({vsi.device, ac});
    });
    for (const PwEnd& end : p_.ends.all()) {
      Service* service = service_at(nodes_.of(end));
      if (service == nullptr) continue;
      service->ends.push_back(end.id);
      const bool new_switched = end.kind == PwEndKind::Segment && end.side == SegmentSide::First;
      if (new_switched) service->switched.push_back(end.switched);
      const PwPeer& peer = p_.ends.peer(end.id);
      if (peer.state == PeerState::Unseen) service->unseen.push_back(end.id);
      if (peer.state == PeerState::Seen && !peer.counterpart.valid()) service->unpaired.push_back(end.id);
    }
  }

  void judge(Service& service) {
    std::ranges::sort(service.endpoints,
                      [this](PortRef a, PortRef b) { return name_precedes(p_.net, a, b); });
    const AcGroup* chooser = first_chooser(service);
    service.kind = kind_of(service);
    service.redundancy = redundancy_of(service, chooser);
    service.arbiter = arbiter_of(service);
    service.name = name_of(service, chooser);
  }

  const AcGroup* first_chooser(const Service& service) const {
    for (const PortRef port : service.endpoints) {
      const AcGroup* group = p_.groups.of(port);
      if (group != nullptr && group->has_redundancy()) return group;
    }
    return nullptr;
  }

  ServiceKind kind_of(const Service& service) const {
    const auto into_l3vpn = [this](PortRef port) { return p_.ve.is_l2(port); };
    if (std::ranges::any_of(service.endpoints, into_l3vpn)) return ServiceKind::L2vpnIntoL3vpn;
    const auto hierarchical = [this](PwEndId id) {
      const PwEnd& end = p_.ends[id];
      return end.kind != PwEndKind::VsiPeer || *end.vsi_peer->upe || *end.vsi_peer->ac_mode;
    };
    const auto protects = [this](VsiRef vsi) { return !get(p_.net, vsi).groups.empty(); };
    if (!service.vsis.empty()) {
      const bool spokes =
          std::ranges::any_of(service.ends, hierarchical) || std::ranges::any_of(service.vsis, protects);
      return spokes ? ServiceKind::HVpls : ServiceKind::Vpls;
    }
    if (!service.switched.empty()) return ServiceKind::MsPw;
    return service.ends.empty() ? ServiceKind::Ccc : ServiceKind::Vpws;
  }

  ServiceRedundancy redundancy_of(const Service& service, const AcGroup* chooser) const {
    if (chooser != nullptr) {
      switch (p_.groups.mode(*chooser)) {
        case RedundancyMode::Frr:
          return ServiceRedundancy::Frr;
        case RedundancyMode::Master:
          return ServiceRedundancy::Master;
        case RedundancyMode::Independent:
          return ServiceRedundancy::Independent;
      }
    }
    for (const VsiRef vsi : service.vsis) {
      if (!get(p_.net, vsi).groups.empty()) return ServiceRedundancy::ProtectGroup;
    }
    // At an SPE, a backup segment is taken by priority and PW state.
    for (const SwitchedRef switched : service.switched) {
      if (get(p_.net, switched).backup) return ServiceRedundancy::Master;
    }
    const auto secondary = [this](PwEndId id) {
      return p_.ends[id].vsi_peer != nullptr && *p_.ends[id].vsi_peer->secondary;
    };
    return std::ranges::any_of(service.ends, secondary) ? ServiceRedundancy::Frr : ServiceRedundancy::None;
  }

  ArbiterKind arbiter_of(const Service& service) const {
    ArbiterKind result = ArbiterKind::None;
    for (const PortRef port : service.endpoints) {
      const ArbiterKind kind = p_.homing.arbiter(port).kind();
      if (kind == ArbiterKind::Etrunk) return kind;
      if (kind != ArbiterKind::None) result = kind;
    }
    return result;
  }

  const MaybeFact<std::string>* given_name(PortRef port) const {
    const auto& redundancy = get(p_.net, port).redundancy;
    return redundancy && redundancy->service_name ? &redundancy->service_name : nullptr;
  }

  std::string name_of(const Service& service, const AcGroup* chooser) const {
    if (!service.vsis.empty()) {
      const Vsi* first = &get(p_.net, service.vsis.front());
      for (const VsiRef ref : service.vsis) {
        const Vsi& vsi = get(p_.net, ref);
        if (vsi.name < first->name) first = &vsi;
      }
      return first->vsi_id ? fmt::format("vpls:{}:{}", first->name, **first->vsi_id) : "vpls:" + first->name;
    }
    if (service.endpoints.empty()) {
      const SwitchedRef switched = service.switched.front();
      return fmt::format("vpws:{}:switch-{}", *p_.net[switched.device].name,
                         *get(p_.net, switched).first.vc_id);
    }
    const PortRef main = chooser != nullptr ? chooser->ac : service.endpoints.front();
    const MaybeFact<std::string>* given = given_name(main);
    for (const PortRef port : service.endpoints) {
      if (given == nullptr) given = given_name(port);
    }
    const std::string_view kind = service.kind == ServiceKind::Ccc ? "ccc:" : "vpws:";
    return std::string(kind) + (given != nullptr ? ***given : port_name(p_.net, main));
  }

  // In the order of names. Services of one name get their place added; what is still alike gets a number.
  std::vector<Service> named_apart() {
    std::vector<std::size_t> order(services_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto sort = [&] {
      std::ranges::stable_sort(order, {},
                               [this](std::size_t i) -> const std::string& { return services_[i].name; });
    };
    const auto change_repeats = [&](auto change) {
      bool any = false;
      for (std::size_t i = 0; i < order.size();) {
        const std::string name = services_[order[i]].name;
        std::size_t j = i + 1;
        while (j < order.size() && services_[order[j]].name == name) ++j;
        for (std::size_t k = i; j - i > 1 && k < j; ++k) change(services_[order[k]], k - i);
        any = any || j - i > 1;
        i = j;
      }
      if (any) sort();
    };
    sort();
    change_repeats([this](Service& service, std::size_t) { service.name += '@' + place_of(service); });
    change_repeats([](Service& service, std::size_t nth) {
      if (nth > 0) service.name += fmt::format("#{}", nth + 1);
    });
    std::vector<Service> result;
    result.reserve(order.size());
    for (const std::size_t i : order) {
      result.push_back(std::move(services_[i]));
      result.back().id = ServiceId{result.size() - 1};
    }
    return result;
  }

  std::string place_of(const Service& service) const {
    if (!service.vsis.empty()) return *p_.net[service.vsis.front().device].name;
    if (!service.endpoints.empty()) return port_name(p_.net, service.endpoints.front());
    return *p_.net[service.switched.front().device].name;
  }

  const ServiceParts& p_;
  Nodes nodes_;
  DisjointSets sets_;
  std::vector<std::size_t> service_of_set_;
  std::vector<Service> services_;
};

}  // namespace

Services::Services(const ServiceParts& parts) : services_(Finding(parts).run()) {
  by_end_.resize(parts.ends.all().size());
  for (const Service& service : services_) {
    for (const PortRef port : service.endpoints) by_port_.add(port, service.id);
    for (const VsiRef vsi : service.vsis) by_vsi_.add(vsi, service.id);
    for (const SwitchedRef switched : service.switched) by_switched_.add(switched, service.id);
    for (const PwEndId end : service.ends) by_end_[end.index] = service.id;
  }
  by_port_.seal();
  by_vsi_.seal();
  by_switched_.seal();
}

const Service* Services::at(std::span<const ServiceId> found) const {
  return found.empty() ? nullptr : &services_[found.front().index];
}

const Service* Services::of(PwEndId end) const {
  const ServiceId id = by_end_[end.index];
  return id.valid() ? &services_[id.index] : nullptr;
}

const Service* Services::find(std::string_view name) const {
  const auto at = std::ranges::lower_bound(
      services_, name, {}, [](const Service& service) -> std::string_view { return service.name; });
  return at != services_.end() && at->name == name ? &*at : nullptr;
}

std::string_view to_string(ServiceKind kind) {
  switch (kind) {
    case ServiceKind::Vpws:
      return "vpws";
    case ServiceKind::MsPw:
      return "ms-pw";
    case ServiceKind::Vpls:
      return "vpls";
    case ServiceKind::HVpls:
      return "h-vpls";
    case ServiceKind::L2vpnIntoL3vpn:
      return "l2vpn-l3vpn";
    case ServiceKind::Ccc:
      return "ccc";
  }
  return "";
}

std::string_view to_string(ServiceRedundancy redundancy) {
  switch (redundancy) {
    case ServiceRedundancy::None:
      return "none";
    case ServiceRedundancy::Frr:
      return "frr";
    case ServiceRedundancy::Master:
      return "master";
    case ServiceRedundancy::Independent:
      return "independent";
    case ServiceRedundancy::ProtectGroup:
      return "protect-group";
  }
  return "";
}

std::string_view to_string(ArbiterKind arbiter) {
  switch (arbiter) {
    case ArbiterKind::None:
      return "none";
    case ArbiterKind::Etrunk:
      return "etrunk";
    case ArbiterKind::Mvrrp:
      return "mvrrp";
  }
  return "";
}

}  // namespace holdfast::pairing

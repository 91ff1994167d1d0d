#include "bench/generator/plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace holdfast::generator {
namespace {

constexpr std::size_t kMetroSize = 204;  // two P, two NPEs and four regions
constexpr std::size_t kRegionSize = 50;  // two AGGs and six rings of eight
constexpr std::size_t kRingSize = 8;
constexpr std::size_t kSmallest = 7;
constexpr std::size_t kServicesPerCsg = 1000;  // keeps a pair below sixteen access ports
constexpr std::size_t kVlansPerAccess = 3900;  // of 4094, from kFirstVlan on
constexpr std::size_t kFirstVlan = 100;

struct Region {
  std::size_t agg[2] = {};
  std::size_t npe[2] = {};
  std::vector<std::size_t> csgs;
};

std::size_t metro_count(std::size_t devices) {
  return std::max<std::size_t>(1, devices / kMetroSize);
}

std::size_t region_count(std::size_t devices) {
  return std::max<std::size_t>(metro_count(devices), devices / kRegionSize);
}

std::size_t csg_count(std::size_t devices) {
  return devices - 4 * metro_count(devices) - 2 * region_count(devices);
}

// Builds one plan from the core outwards.
class Planner {
 public:
  explicit Planner(const Options& options) { plan_.options = options; }

  Plan plan() {
    add_metros();
    add_core_rings();
    add_csgs();
    add_rings();
    index_links();
    add_services();
    index_services();
    return std::move(plan_);
  }

 private:
  std::size_t add_device(Role role, std::string name, bool second, std::size_t pair) {
    const std::size_t index = plan_.devices.size();
    const std::size_t high = index / 62500;
    const std::size_t middle = index / 250 % 250;
    const std::size_t low = index % 250 + 1;
    Device device;
    device.role = role;
    device.name = std::move(name);
    device.loopback = fmt::format("10.{}.{}.{}", high, middle, low);
    device.net = fmt::format("49.0001.{:04}.{:04}.{:04}.00", high, middle, low);
    device.second = second;
    device.partner = index;
    device.pair = pair;
    plan_.devices.push_back(std::move(device));
    return index;
  }

  std::pair<std::size_t, std::size_t> add_pair(Role role, const std::string& name) {
    const std::size_t a = add_device(role, name + "-1", false, pairs_);
    const std::size_t b = add_device(role, name + "-2", true, pairs_);
    plan_.devices[a].partner = b;
    plan_.devices[b].partner = a;
    ++pairs_;
    add_link({a, b, LinkKind::Trunk, true, role == Role::Agg});
    return {a, b};
  }

  void add_link(const Link& link) { plan_.links.push_back(link); }

  void add_metros() {
    const std::size_t metros = metro_count(plan_.options.devices);
    const std::size_t regions = region_count(plan_.options.devices);
    for (std::size_t m = 0; m < metros; ++m) {
      const auto p = add_pair(Role::P, fmt::format("P-{:03}", m + 1));
      const auto npe = add_pair(Role::Npe, fmt::format("NPE-{:03}", m + 1));
      add_link({p.first, npe.first, LinkKind::Trunk, true, false});
      add_link({p.second, npe.second, LinkKind::Trunk, true, false});
      core_.push_back(p);
      for (std::size_t r = m; r < regions; r += metros) add_region(r, p, npe);
    }
  }

  void add_region(std::size_t number, std::pair<std::size_t, std::size_t> p,
                  std::pair<std::size_t, std::size_t> npe) {
    const auto agg = add_pair(Role::Agg, fmt::format("AGG-{:04}", number + 1));
    add_link({p.first, agg.first, LinkKind::Trunk, true, false});
    add_link({p.second, agg.second, LinkKind::Trunk, true, false});
    Region region;
    region.agg[0] = agg.first;
    region.agg[1] = agg.second;
    region.npe[0] = npe.first;
    region.npe[1] = npe.second;
    regions_.push_back(std::move(region));
  }

  // With two metros the ring is one link; with one there is none.
  void add_core_rings() {
    const std::size_t metros = core_.size();
    const std::size_t hops = metros > 2 ? metros : metros - 1;
    for (std::size_t m = 0; m < hops; ++m) {
      const std::size_t next = (m + 1) % metros;
      add_link({core_[m].first, core_[next].first, LinkKind::Trunk, true, false});
      add_link({core_[m].second, core_[next].second, LinkKind::Trunk, true, false});
    }
  }

  void add_csgs() {
    const std::size_t count = csg_count(plan_.options.devices);
    for (std::size_t i = 0; i < count; ++i) {
      Region& region = regions_[i % regions_.size()];
      const std::size_t pair = plan_.devices[region.agg[0]].pair;
      region.csgs.push_back(add_device(Role::Csg, fmt::format("CSG-{:05}", i + 1), false, pair));
    }
  }

  void add_rings() {
    for (const Region& region : regions_) {
      for (std::size_t first = 0; first < region.csgs.size(); first += kRingSize) {
        const std::size_t end = std::min(first + kRingSize, region.csgs.size());
        std::size_t previous = region.agg[0];
        for (std::size_t i = first; i < end; ++i) {
          add_link({previous, region.csgs[i], LinkKind::Port, false, true});
          previous = region.csgs[i];
        }
        add_link({previous, region.agg[1], LinkKind::Port, false, true});
      }
    }
  }

  void index_links() {
    plan_.links_of.resize(plan_.devices.size());
    for (std::size_t i = 0; i < plan_.links.size(); ++i) {
      plan_.links_of[plan_.links[i].a].push_back(i);
      plan_.links_of[plan_.links[i].b].push_back(i);
    }
  }

  // Half of the services are arbitrated by E-Trunk, a quarter by mVRRP, a quarter are VSIs.
  void add_services() {
    static constexpr ServiceKind kKinds[] = {ServiceKind::Etrunk, ServiceKind::Mvrrp, ServiceKind::Etrunk,
                                             ServiceKind::Vpls};
    std::vector<std::pair<const Region*, std::size_t>> sites;
    for (std::size_t depth = 0; sites.size() < csg_count(plan_.options.devices); ++depth) {
      for (const Region& region : regions_) {
        if (depth < region.csgs.size()) sites.emplace_back(&region, region.csgs[depth]);
      }
    }
    std::map<std::pair<std::size_t, ServiceKind>, std::size_t> used;  // by first of the far pair
    for (std::size_t i = 0; i < plan_.options.services; ++i) {
      const auto& [region, csg] = sites[i % sites.size()];
      Service service;
      service.number = i + 1;
      service.kind = kKinds[(i % sites.size() + i / sites.size()) % std::size(kKinds)];
      service.csg = csg;
      std::ranges::copy(region->agg, service.agg);
      std::ranges::copy(region->npe, service.npe);
      service.csg_vlan = kFirstVlan + i / sites.size();
      const std::size_t far = service.kind == ServiceKind::Vpls ? service.npe[0] : service.agg[0];
      const std::size_t position = used[{far, service.kind}]++;
      service.far_access = position / kVlansPerAccess;
      service.far_vlan = kFirstVlan + position % kVlansPerAccess;
      plan_.services.push_back(service);
    }
  }

  void index_services() {
    plan_.services_of.resize(plan_.devices.size());
    plan_.ldp_peers_of.resize(plan_.devices.size());
    for (std::size_t i = 0; i < plan_.services.size(); ++i) {
      const Service& service = plan_.services[i];
      plan_.services_of[service.csg].push_back(i);
      for (const std::size_t agg : service.agg) {
        plan_.services_of[agg].push_back(i);
        connect(service.csg, agg);
      }
      connect(service.agg[0], service.agg[1]);
      if (service.kind != ServiceKind::Vpls) continue;
      for (const std::size_t npe : service.npe) {
        plan_.services_of[npe].push_back(i);
        for (const std::size_t agg : service.agg) connect(npe, agg);
      }
      connect(service.npe[0], service.npe[1]);
    }
    for (std::vector<std::size_t>& peers : plan_.ldp_peers_of) {
      std::ranges::sort(peers);
      peers.erase(std::unique(peers.begin(), peers.end()), peers.end());
    }
  }

  void connect(std::size_t a, std::size_t b) {
    plan_.ldp_peers_of[a].push_back(b);
    plan_.ldp_peers_of[b].push_back(a);
  }

  Plan plan_;
  std::size_t pairs_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> core_;  // the P pair of each metro
  std::vector<Region> regions_;
};

}  // namespace

std::string out_of_range(const Options& options) {
  constexpr std::size_t kMostDevices = 60000;  // what the address plan holds
  if (options.devices < kSmallest || options.devices > kMostDevices) {
    return fmt::format("--devices must be from {} to {}", kSmallest, kMostDevices);
  }
  const std::size_t most = kServicesPerCsg * csg_count(options.devices);
  if (options.services > most) return fmt::format("--services must be at most {} for this size", most);
  return {};
}

Plan make_plan(const Options& options) {
  return Planner(options).plan();
}

}  // namespace holdfast::generator

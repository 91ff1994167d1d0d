#include "solver/planning/identifiers.h"

#include <algorithm>
#include <fmt/format.h>

namespace holdfast::planning {
namespace {

// Blocks of so many addresses each, from the first of the pool on.
class AddressBlocks {
 public:
  AddressBlocks(const intent::AddressPool& pool, std::uint32_t size, std::string what)
      : pool_(pool), size_(size), what_(std::move(what)), next_(pool.range.network().address.v4.bits) {}

  void reserve(Ipv4 address) { taken_.insert(address.bits); }
  // Leaves one block out.
  void skip() { next_ += size_; }

  Ipv4 take(std::vector<Conflict>& conflicts) {
    while (taken_.contains(next_)) next_ += size_;
    if (!pool_.range.contains(ip(Ipv4{next_}))) {
      if (!reported_) {
        conflicts.push_back(
            {pool_.where, fmt::format("the pool of {}, {}, is too small", what_, to_string(pool_.range))});
      }
      reported_ = true;
      return {};
    }
    const Ipv4 result{next_};
    next_ += size_;
    return result;
  }

 private:
  const intent::AddressPool& pool_;
  std::uint32_t size_;
  std::string what_;
  std::uint32_t next_;
  std::set<std::uint32_t> taken_;
  bool reported_ = false;
};

}  // namespace

std::uint32_t NumberPool::take(std::vector<Conflict>& conflicts) {
  if (next_ == 0) next_ = range_.first;
  while (next_ <= range_.last && taken_.contains(next_)) ++next_;
  if (next_ > range_.last) {
    if (!reported_) {
      conflicts.push_back(
          {range_.where, fmt::format("the pool of {} holds {} to {} only, and more are needed", what_,
                                     range_.first, range_.last)});
    }
    reported_ = true;
    return 0;
  }
  return next_++;
}

void number_network(const intent::Intent& intent, Plan& plan) {
  constexpr std::uint32_t kLinkSize = 4;
  constexpr std::uint32_t kCustomerSize = 256;
  const intent::Pools& pools = intent.pools;
  AddressBlocks loopbacks(pools.loopbacks, 1, "loopbacks");
  loopbacks.skip();
  for (const intent::Device& device : intent.devices) {
    if (device.loopback) loopbacks.reserve(**device.loopback);
  }
  for (const intent::Device& device : intent.devices) {
    plan.loopbacks.push_back(device.loopback ? **device.loopback : loopbacks.take(plan.conflicts));
  }
  AddressBlocks links(pools.links, kLinkSize, "links");
  for (std::size_t i = 0; i < plan.links.size(); ++i) plan.link_nets.push_back(links.take(plan.conflicts));
  AddressBlocks customers(pools.customers, kCustomerSize, "customers");
  for (std::size_t i = 0; i < plan.services.size(); ++i) {
    plan.customer_nets.push_back(customers.take(plan.conflicts));
  }
}

void number_services(const intent::Intent& intent, Plan& plan) {
  NumberPool vc_ids(intent.pools.vc_ids, "VC IDs");
  NumberPool vlans(intent.pools.vlans, "VLANs");
  for (const intent::Service& service : intent.services) {
    if (service.vlan) vlans.reserve(*service.vlan);
  }
  for (PlannedService& planned : plan.services) {
    const intent::Service& service = intent.services[planned.service];
    planned.vlan = service.vlan ? *service.vlan : vlans.take(plan.conflicts);
    if (service.kind != intent::ServiceKind::Vpls) {
      for (PlannedPw& pw : planned.pws) pw.vc_id = vc_ids.take(plan.conflicts);
    }
    const bool arbitrated = std::ranges::any_of(planned.ends, [](const PlannedEnd& end) {
      return end.homing == intent::Homing::Etrunk || end.homing == intent::Homing::Mvrrp;
    });
    if (service.kind == intent::ServiceKind::Vpws && arbitrated) {
      planned.bypass_vc_id = vc_ids.take(plan.conflicts);
    }
    if (service.kind == intent::ServiceKind::Vpls) planned.vsi_id = vc_ids.take(plan.conflicts);
  }
}

}  // namespace holdfast::planning

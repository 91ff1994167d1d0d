#include "solver/planning/identifiers.h"

#include <algorithm>
#include <fmt/format.h>

namespace holdfast::planning {
namespace {

// Blocks of so many addresses each, from the first of the pool on.
class AddressBlocks {
 public:
  AddressBlocks(const intent::AddressPool& pool, std::uint32_t size, const AddressSpace& used,
                std::string what)
      : pool_(pool),
        size_(size),
        used_(used),
        what_(std::move(what)),
        next_(pool.range.network().address.v4.bits) {}

  void reserve(Ipv4 address) { taken_.insert(address.bits); }
  // Leaves one block out.
  void skip() { next_ += size_; }

  Ipv4 take(std::vector<Conflict>& conflicts) {
    while (pool_.range.contains(ip(Ipv4{next_})) &&
           (taken_.contains(next_) || used_.overlaps(Ipv4{next_}, size_))) {
      next_ += size_;
    }
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
  const AddressSpace& used_;
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

void number_network(const intent::Intent& intent, const Existing& existing, Plan& plan) {
  constexpr std::uint32_t kLinkSize = 4;
  constexpr std::uint32_t kCustomerSize = 256;
  const intent::Pools& pools = intent.pools;
  const AddressSpace& used = existing.used.addresses;
  AddressBlocks loopbacks(pools.loopbacks, 1, used, "loopbacks");
  loopbacks.skip();
  for (const intent::Device& device : intent.devices) {
    if (!device.loopback) continue;
    loopbacks.reserve(**device.loopback);
    if (device.existing || !used.overlaps(**device.loopback, 1)) continue;
    plan.conflicts.push_back({device.loopback->where, fmt::format("{} is in use in the existing network",
                                                                  to_string(**device.loopback))});
  }
  for (const intent::Device& device : intent.devices) {
    plan.loopbacks.push_back(device.loopback ? **device.loopback : loopbacks.take(plan.conflicts));
  }
  AddressBlocks links(pools.links, kLinkSize, used, "links");
  for (const intent::Link& link : plan.links) {
    plan.link_nets.push_back(link.standing ? Ipv4{} : links.take(plan.conflicts));
  }
  AddressBlocks customers(pools.customers, kCustomerSize, used, "customers");
  for (std::size_t i = 0; i < plan.services.size(); ++i) {
    plan.customer_nets.push_back(customers.take(plan.conflicts));
  }
}

void number_services(const intent::Intent& intent, const Existing& existing, Plan& plan) {
  NumberPool vc_ids(intent.pools.vc_ids, "VC IDs");
  NumberPool vlans(intent.pools.vlans, "VLANs");
  vc_ids.reserve(existing.used.vc_ids);
  vlans.reserve(existing.used.vlans);
  for (const intent::Service& service : intent.services) {
    if (service.vlan) vlans.reserve(*service.vlan);
  }
  for (PlannedService& planned : plan.services) {
    const intent::Service& service = intent.services[planned.service];
    if (service.handover && !service.handover->gateway.address.is_v6) {
      const IpPrefix gateway = service.handover->gateway.network();
      if (existing.used.addresses.overlaps(gateway.address.v4, std::uint32_t{1} << (32U - gateway.length))) {
        plan.conflicts.push_back(
            {service.where, fmt::format("service {}: {} is in use in the existing network", service.name,
                                        to_string(gateway))});
      }
    }
    planned.vlan = service.vlan ? *service.vlan : vlans.take(plan.conflicts);
    if (service.kind != intent::ServiceKind::Vpls) {
      for (PlannedPw& pw : planned.pws) pw.vc_id = vc_ids.take(plan.conflicts);
    }
    const auto arbitrated = std::ranges::count_if(planned.ends, [](const PlannedEnd& end) {
      return end.homing == intent::Homing::Etrunk || end.homing == intent::Homing::Mvrrp;
    });
    if (service.kind == intent::ServiceKind::Vpws) {
      constexpr std::size_t kBothEnds = 4;
      for (std::size_t i = 0; i < (arbitrated == 2 ? kBothEnds : static_cast<std::size_t>(arbitrated)); ++i)
        planned.bypass_vc_ids.push_back(vc_ids.take(plan.conflicts));
    }
    if (service.kind == intent::ServiceKind::Vpls) planned.vsi_id = vc_ids.take(plan.conflicts);
  }
}

}  // namespace holdfast::planning

// Ports towards customers: plain ones, E-Trunks with their Eth-Trunks, mVRRP groups; and the customers' side.

#include <algorithm>
#include <fmt/format.h>

#include "solver/planning/build/parts.h"

namespace holdfast::planning {
namespace {

using intent::Homing;

constexpr std::size_t kUnseen =
    static_cast<std::size_t>(-1);  // customer's device that the intent does not have

std::string circuit_name(const std::string& port, std::uint32_t vlan) {
  return fmt::format("{}.{}", port, vlan);
}

// A sub-interface that takes the VLAN.
Interface& tagged(Draft& draft, const std::string& port, std::uint32_t vlan) {
  Interface& made = draft.interface(circuit_name(port, vlan));
  const auto id = static_cast<std::uint16_t>(vlan);
  if (made.vlans.empty()) made.vlans.push_back(said(VlanMatch{VlanMatchKind::Dot1q, id, id, 0, 0}));
  return made;
}

void allow(Draft& draft, const std::string& port, std::uint32_t vlan) {
  const auto id = static_cast<std::uint16_t>(vlan);
  Interface& made = draft.interface(port);
  made.portswitch = said(true);
  made.switch_port.ensure().link_type = said(PortLinkType::Trunk);
  made.switch_port.ensure().allowed.push_back(said(VlanRange{id, id}));
  std::vector<Fact<VlanRange>>& vlans = draft.device().vlans;
  const bool known = std::ranges::any_of(vlans, [&](const Fact<VlanRange>& it) { return it->first == id; });
  if (!known) vlans.push_back(said(VlanRange{id, id}));
}

}  // namespace

Access::Access(Site& site)
    : site_(site), discriminators_(site.intent.pools.discriminators, "discriminators") {
  for (const PlannedService& service : site.plan.services) vlans_.insert(service.vlan);
  vlans_.insert(site.existing.used.vlans.begin(), site.existing.used.vlans.end());
  discriminators_.reserve(site.existing.used.discriminators);
}

void Access::conflict(const PlannedService& service, const std::string& what) {
  const intent::Service& it = site_.intent.services[service.service];
  site_.conflicts.push_back({it.where, fmt::format("service {}: {}", it.name, what)});
}

Access::Key Access::key_of(const PlannedEnd& end) const {
  return {end.homing, end.pes[0], end.pes[1], end.ce.value_or(kUnseen)};
}

std::string Access::single_port(const PlannedEnd& end) {
  if (!end.links.empty()) return port(end.links[0], end.pes[0]);
  const auto [at, fresh] = shared_ports_.try_emplace(end.pes[0]);
  if (fresh) at->second = site_.at(end.pes[0]).new_port("customers");
  return at->second;
}

const Access::Dual& Access::dual(const PlannedService& service, const PlannedEnd& end) {
  const auto [at, fresh] = duals_.try_emplace(key_of(end));
  Dual& made = at->second;
  if (!fresh || hangs_already(service, end, made)) return made;
  for (std::size_t i = 0; i < 2; ++i) {
    if (end.links.empty()) {
      made.pe_port[i] = site_.at(end.pes[i]).new_port("customers, dual-homed");
    } else {
      made.pe_port[i] = site_.port(end.links[i], end.pes[i]);
      made.ce_port[i] = site_.port(end.links[i], *end.ce);
    }
  }
  if (end.homing == Homing::Etrunk) make_etrunk_access(end, made);
  if (end.homing == Homing::Mvrrp) make_mvrrp_access(end, made);
  return made;
}

// One session for each pair of PEs, whichever E-Trunks they share.
std::string Access::etrunk_session(std::size_t pe, std::size_t peer) {
  const auto known = sessions_.find({pe, peer});
  if (known != sessions_.end()) return known->second;
  if (const auto standing = standing_session(site_, pe, peer)) {
    sessions_[{peer, pe}] = standing->second;
    return sessions_[{pe, peer}] = standing->first;
  }
  const std::uint32_t numbers[] = {discriminators_.take(site_.conflicts),
                                   discriminators_.take(site_.conflicts)};
  constexpr std::uint32_t kInterval = 50;  // ms
  constexpr std::uint32_t kMultiplier = 4;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::size_t here = i == 0 ? pe : peer;
    const std::size_t there = i == 0 ? peer : pe;
    Device& device = site_.at(here).device();
    device.bfd = said(true);
    BfdSession& session = device.bfd_sessions.emplace_back();
    session.name = fmt::format("etrunk-{}", numbers[i]);
    session.target = BfdTarget::PeerIp;
    session.peer = said(ip(site_.loopback(there)));
    session.source = said(ip(site_.loopback(here)));
    session.local_discriminator = said(numbers[i]);
    session.remote_discriminator = said(numbers[1 - i]);
    session.min_tx = session.min_rx = said(kInterval);
    session.multiplier = said(kMultiplier);
    sessions_[{here, there}] = session.name;
  }
  return sessions_[{pe, peer}];
}

// One E-Trunk for each pair and direction: what hangs on a pair can be served by either of the two.
std::uint32_t Access::etrunk(std::size_t master, std::size_t backup) {
  const auto [at, fresh] = etrunks_.try_emplace({master, backup});
  if (!fresh) return at->second;
  if (const auto standing = standing_etrunk(master, backup)) return at->second = *standing;
  const intent::Range& pool = site_.intent.pools.etrunks;
  const auto used = [&](std::uint32_t id) {
    return std::ranges::any_of(std::vector{master, backup}, [&](std::size_t device) {
      const auto has = [&](const std::vector<Etrunk>& all) {
        return std::ranges::find(all, id, &Etrunk::id) != all.end();
      };
      const Device* const standing = site_.existing.at(device);
      return has(site_.at(device).device().etrunks) || (standing != nullptr && has(standing->etrunks));
    });
  };
  std::uint32_t id = pool.first;
  while (id <= pool.last && used(id)) ++id;
  if (id > pool.last) {
    site_.conflicts.push_back(
        {pool.where, fmt::format("{} and {} need more than E-Trunks {} to {}", site_.name(master),
                                 site_.name(backup), pool.first, pool.last)});
  }
  constexpr std::uint32_t kMaster = 50;
  constexpr std::uint32_t kBackup = 150;
  constexpr std::uint32_t kRevert = 180;  // seconds
  for (const auto& [here, there] : {std::pair(master, backup), std::pair(backup, master)}) {
    const std::string session = etrunk_session(here, there);
    Etrunk made;
    made.id = id;
    made.priority = said(here == master ? kMaster : kBackup);
    made.peer_address = said(ip(site_.loopback(there)));
    made.source_address = said(ip(site_.loopback(here)));
    made.authentication_mode = said("enhanced-hmac-sha256");
    made.key = said(Secret{SecretForm::Clear, 0});
    made.sequence = said(true);
    made.revert_delay = said(kRevert);
    made.bfd_session = said(session);
    site_.at(here).device().etrunks.push_back(std::move(made));
  }
  return at->second = id;
}

void Access::make_etrunk_access(const PlannedEnd& end, Dual& made) {
  constexpr std::uint32_t kFirstTrunk = 10;
  constexpr std::uint64_t kSystem = 0x00e0fc000000;
  constexpr std::uint32_t kLacpPriority = 100;
  const std::uint32_t id = etrunk(end.pes[0], end.pes[1]);
  const auto pair = std::minmax(end.pes[0], end.pes[1]);
  const auto [system, first] = pairs_.try_emplace(pair);
  while (first && (system->second == 0 || site_.existing.used.lacp_systems.contains(system->second)))
    system->second = kSystem + ++last_system_;
  // One number on both PEs.
  Draft& master = site_.at(end.pes[0]);
  Draft& backup = site_.at(end.pes[1]);
  std::uint32_t number = kFirstTrunk;
  std::string name;
  do name = fmt::format("Eth-Trunk{}", number++);
  while (master.has_any(name) || backup.has_any(name));
  --number;
  for (std::size_t i = 0; i < 2; ++i) {
    Draft& draft = site_.at(end.pes[i]);
    draft.interface(made.pe_port[i]).member_of = said(number);
    TrunkSettings& trunk = draft.interface(name).trunk.ensure();
    trunk.mode = said(TrunkMode::LacpStatic);
    trunk.etrunk_system_id = said(Mac{system->second});
    trunk.etrunk_priority = said(kLacpPriority);
    trunk.etrunk = said(id);
    made.pe_port[i] = name;
  }
  if (!end.ce) return;
  Draft& customer = site_.at(*end.ce);
  const std::uint32_t bundle = customer.new_number("Eth-Trunk");
  for (std::string& port : made.ce_port) {
    customer.interface(port).member_of = said(bundle);
    port = fmt::format("Eth-Trunk{}", bundle);
  }
  customer.interface(made.ce_port[0]).trunk.ensure().mode = said(TrunkMode::LacpStatic);
}

// A VLAN that no service has, from the end of the pool.
std::uint32_t Access::heartbeat_vlan() {
  const intent::Range& pool = site_.intent.pools.vlans;
  std::uint32_t vlan = pool.last;
  while (vlan >= pool.first && vlans_.contains(vlan)) --vlan;
  if (vlan < pool.first) {
    site_.conflicts.push_back({pool.where, "the pool of VLANs has none left for mVRRP heartbeats"});
  }
  vlans_.insert(vlan);
  return vlan;
}

// Blocks from the end of the pool; services take theirs from its beginning.
Ipv4 Access::heartbeat_block() {
  constexpr std::uint32_t kBlock = 8;
  const IpPrefix& pool = site_.intent.pools.customers.range;
  const std::uint32_t size = std::uint32_t{1} << (32U - pool.length);
  Ipv4 block;
  do block = nth(pool.network().address.v4, size - kBlock * ++blocks_);
  while (kBlock * blocks_ < size && site_.existing.used.addresses.overlaps(block, kBlock));
  return block;
}

void Access::make_mvrrp_access(const PlannedEnd& end, Dual& made) {
  constexpr std::uint8_t kLength = 29;
  constexpr std::uint32_t kMaster = 120;
  constexpr std::uint32_t kDelay = 180;
  const std::uint32_t vlan = heartbeat_vlan();
  const Ipv4 block = heartbeat_block();
  const std::uint32_t vrid = heartbeats_++ % 255 + 1;
  for (std::size_t i = 0; i < 2; ++i) {
    Interface& heartbeat = tagged(site_.at(end.pes[i]), made.pe_port[i], vlan);
    heartbeat.addresses.push_back(address(nth(block, static_cast<std::uint32_t>(2 + i)), kLength));
    VrrpGroup& group = heartbeat.vrrp.emplace_back();
    group.vrid = said(vrid);
    group.virtual_ips.push_back(said(ip(nth(block, 1))));
    group.is_admin = said(true);
    if (i == 0) {
      group.priority = said(kMaster);
      group.preempt_delay = said(kDelay);
    }
    made.group[i] = {heartbeat.name, vrid};
    if (end.ce) allow(site_.at(*end.ce), made.ce_port[i], vlan);
  }
}

std::optional<Access::Group> Access::mvrrp_group(const PlannedEnd& end, std::size_t pe) const {
  if (end.homing != Homing::Mvrrp) return std::nullopt;
  return duals_.at(key_of(end)).group[end.pes[0] == pe ? 0 : 1];
}

// All customers of a service share a subnet; each has the address that its place among the ends gives.
void Access::customer_circuit(const PlannedService& service, const PlannedEnd& end) {
  constexpr std::uint8_t kLength = 24;
  if (!end.ce || end.homing == Homing::Routed) return;
  Draft& customer = site_.at(*end.ce);
  const auto place = static_cast<std::uint32_t>(&end - service.ends.data());
  const auto own = address(nth(site_.plan.customer_nets[service.service], place + 1), kLength);
  check_vlan(service, *end.ce, fmt::format("Vlanif{}", service.vlan));
  if (end.homing == Homing::Single) {
    const std::string at = port(end.links[0], *end.ce);
    const Interface* const standing = customer.standing(at);
    const bool routed = service.ends.back().homing == Homing::Routed;
    check_vlan(service, *end.ce, at);
    if (standing != nullptr && *standing->portswitch && !routed) {
      allow(customer, at, service.vlan);
      customer.interface(fmt::format("Vlanif{}", service.vlan)).addresses.push_back(own);
      return;
    }
    Interface& circuit = tagged(customer, at, service.vlan);
    if (!routed) circuit.addresses.push_back(own);
    return;
  }
  const Dual& made = dual(service, end);
  allow(customer, made.ce_port[0], service.vlan);
  if (made.ce_port[1] != made.ce_port[0]) allow(customer, made.ce_port[1], service.vlan);
  customer.interface(fmt::format("Vlanif{}", service.vlan)).addresses.push_back(own);
}

std::vector<std::string> Access::circuits(const PlannedService& service, const PlannedEnd& end) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < end.pes.size(); ++i) {
    const std::string port = end.homing == Homing::Single ? single_port(end) : dual(service, end).pe_port[i];
    check_vlan(service, end.pes[i], port);
    names.push_back(tagged(site_.at(end.pes[i]), port, service.vlan).name);
  }
  std::string& known = site_.circuits[service.service];
  if (known.empty()) known = fmt::format("{}:{}", site_.name(end.pes[0]), names[0]);
  customer_circuit(service, end);
  return names;
}

}  // namespace holdfast::planning

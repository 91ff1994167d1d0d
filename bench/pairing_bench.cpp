// What it costs to find out what belongs together: 2,400 devices with 62 interfaces each, 19,200 services
// with a primary and a secondary PW.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "solver/pairing/pairing.h"

namespace holdfast {
namespace {

constexpr std::size_t kDevices = 2400;
constexpr std::size_t kLinksPerDevice = 8;
constexpr std::size_t kServicesPerDevice = 8;
constexpr std::size_t kSparePorts = 28;

Ipv4 lsr_id(std::size_t device) {
  return {0x0a000000U + static_cast<std::uint32_t>(device)};
}

Interface& add_interface(Device& device, std::string name, InterfaceKind kind) {
  Interface& made = device.interfaces.emplace_back();
  made.name = std::move(name);
  made.kind = kind;
  return made;
}

void add_address(Interface& to, std::uint32_t bits, std::uint8_t length) {
  to.addresses.push_back(configured(InterfaceAddress{{ip(Ipv4{bits}), length}, false}, {}));
}

// Link n joins port n of device d with port n of the device whose number differs in bit n.
void add_links(Device& device, std::size_t d) {
  for (std::size_t n = 0; n < kLinksPerDevice; ++n) {
    Interface& port = add_interface(device, fmt::format("GigabitEthernet0/1/{}", n), InterfaceKind::Ethernet);
    const std::size_t other = d ^ (std::size_t{1} << n);
    const std::size_t low = std::min(d, other);
    const auto subnet = static_cast<std::uint32_t>(0x14000000 + (low * kLinksPerDevice + n) * 4);
    add_address(port, subnet + (d == low ? 1 : 2), 30);
  }
}

void add_pw(Interface& ac, PwRole role, std::size_t peer, std::size_t vc_id) {
  Pw& pw = ac.pws.emplace_back();
  pw.role = configured(role, {});
  pw.peer = configured(lsr_id(peer), {});
  pw.vc_id = configured(static_cast<std::uint32_t>(vc_id), {});
  ac.redundancy.ensure();
}

// Service n of device d has its primary PW to one neighbour and its secondary PW to the next.
void add_services(Device& device, std::size_t d) {
  const InterfaceId parent{device.interfaces.size()};
  add_interface(device, "Eth-Trunk1", InterfaceKind::EthTrunk).number = 1;
  for (std::size_t n = 0; n < kServicesPerDevice; ++n) {
    const auto sub = [&](std::size_t number) -> Interface& {
      Interface& made = add_interface(device, fmt::format("Eth-Trunk1.{}", number), InterfaceKind::EthTrunk);
      made.parent = parent;
      made.is_sub = true;
      const auto vlan = static_cast<std::uint16_t>(number);
      made.vlans.push_back(configured(VlanMatch{VlanMatchKind::Dot1q, vlan, vlan, 0, 0}, {}));
      return made;
    };
    const auto before = [d](std::size_t k) { return (d + kDevices - k) % kDevices; };
    const auto vc_id = [n](std::size_t from, std::size_t k) { return from * 100 + n * 10 + k; };
    Interface& ac = sub(n);
    add_pw(ac, PwRole::Primary, (d + 1) % kDevices, vc_id(d, 1));
    add_pw(ac, PwRole::Secondary, (d + 2) % kDevices, vc_id(d, 2));
    add_pw(sub(100 + n), PwRole::Primary, before(1), vc_id(before(1), 1));
    add_pw(sub(200 + n), PwRole::Primary, before(2), vc_id(before(2), 2));
  }
}

Network network() {
  Network net;
  for (std::size_t d = 0; d < kDevices; ++d) {
    Device& device = net.devices.emplace_back();
    device.name = configured(fmt::format("R{:04}", d), Span{});
    device.mpls.lsr_id = configured(lsr_id(d), Span{});
    device.mpls.enabled = configured(true, Span{});
    add_address(add_interface(device, "LoopBack0", InterfaceKind::Loopback), lsr_id(d).bits, 32);
    add_links(device, d);
    add_services(device, d);
    for (std::size_t i = 0; i < kSparePorts; ++i) {
      add_interface(device, fmt::format("GigabitEthernet0/2/{}", i), InterfaceKind::Ethernet);
    }
    device.index_interfaces();
  }
  return net;
}

void pair_network(benchmark::State& state) {
  const Network net = network();
  for (auto _ : state) {
    const pairing::Pairing pairing(net);
    benchmark::DoNotOptimize(pairing.services().all().size());
    state.counters["services"] = static_cast<double>(pairing.services().all().size());
    state.counters["links"] = static_cast<double>(pairing.links().all().size());
    state.counters["pw_ends"] = static_cast<double>(pairing.pw_ends().all().size());
  }
}
BENCHMARK(pair_network)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace holdfast

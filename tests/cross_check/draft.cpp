#include "tests/cross_check/draft.h"

#include <fmt/format.h>

namespace holdfast::cross_check {
namespace {

constexpr std::size_t kMostDevices = 9;

}  // namespace

std::size_t Draft::add_provider(const std::string& name) {
  DeviceText& made = devices.emplace_back();
  made.name = name;
  made.lsr_id = fmt::format("10.255.0.{}", devices.size());
  made.interface("LoopBack0") = {fmt::format("ip address {} 255.255.255.255", made.lsr_id)};
  return devices.size() - 1;
}

std::size_t Draft::add_customer(const std::string& name) {
  devices.emplace_back().name = name;
  return devices.size() - 1;
}

bool Draft::wants_customer() {
  return devices.size() < kMostDevices && dice.chance(40);
}

bool Draft::mistake(const std::string& what, std::size_t percent) {
  if (dice.between(1, 10000) > percent * carelessness_) return false;
  mistakes.push_back(what);
  return true;
}

// A few boards for each device, so that ports share them.
std::string Draft::new_port() {
  const std::size_t slot = dice.between(1, 2);
  const std::size_t card = dice.between(0, 1);
  return fmt::format("GigabitEthernet{}/{}/{}", slot, card, port_++);
}

void Draft::state_link(std::size_t a, const std::string& a_port, std::size_t b, const std::string& b_port) {
  stated.push_back({{devices[a].name, a_port}, {devices[b].name, b_port}, LinkSource::Yaml, {}});
}

void Draft::connect(std::size_t a, std::size_t b) {
  const std::uint32_t base = 4 * subnet_++;
  const auto address = [&](std::uint32_t host) {
    return fmt::format("10.1.{}.{}", (base + host) / 256, (base + host) % 256);
  };
  CoreLink link{{a, {}, {}, address(1)}, {b, {}, {}, address(2)}};
  const std::size_t style = dice.between(1, 100);
  const std::uint32_t vlan = new_number();
  for (CoreEnd* end : {&link.a, &link.b}) {
    DeviceText& device = devices[end->device];
    end->port = new_port();
    end->interface = end->port;
    if (style <= 6) {
      end->interface = fmt::format("Eth-Trunk{}", vlan);
      device.interface(end->interface) = {"mode lacp-static"};
      device.interface(end->port) = {fmt::format("eth-trunk {}", vlan)};
    } else if (style <= 10) {
      end->interface = fmt::format("Vlanif{}", vlan);
      device.head.push_back(fmt::format("vlan {}\n#", vlan));
      device.interface(end->port) = {"portswitch", "port link-type trunk",
                                     fmt::format("port trunk allow-pass vlan {}", vlan)};
    } else if (style <= 14) {
      device.interface(end->port);
      end->interface = fmt::format("{}.{}", end->port, vlan);
      device.interface(end->interface) = {fmt::format("vlan-type dot1q {}", vlan)};
    }
    device.interface(end->interface).push_back(fmt::format("ip address {} 255.255.255.252", end->address));
  }
  state_link(a, link.a.port, b, link.b.port);
  if (style <= 6) {
    CoreLink second = link;
    for (CoreEnd* end : {&second.a, &second.b}) {
      end->port = new_port();
      devices[end->device].interface(end->port) = {fmt::format("eth-trunk {}", vlan)};
    }
    state_link(a, second.a.port, b, second.b.port);
  } else if (style > 14 && dice.chance(50)) {
    stated.pop_back();  // the subnet tells
  }
  links.push_back(link);
}

Ac Draft::single_ac(std::size_t device, std::uint32_t vlan) {
  const std::string port = new_port();
  devices[device].interface(port);
  const std::string ac = fmt::format("{}.{}", port, vlan);
  devices[device].interface(ac) = {fmt::format("vlan-type dot1q {}", vlan)};
  if (wants_customer()) {
    const std::size_t ce = add_customer(fmt::format("CE{}", ++customers_));
    const std::string far = new_port();
    devices[ce].interface(far);
    state_link(device, port, ce, far);
  }
  return {device, ac};
}

void target(Draft& draft, std::size_t a, std::size_t b) {
  if (draft.mistake("no targeted LDP session", 3)) return;
  if (draft.chance(5)) {
    draft.at(a).add_remote_peer(draft.id(b));
    draft.at(b).in_ldp.push_back("accept target-hello all");
    return;
  }
  if (!draft.mistake("remote peer on one side only", 2)) draft.at(a).add_remote_peer(draft.id(b));
  draft.at(b).add_remote_peer(draft.id(a));
}

}  // namespace holdfast::cross_check

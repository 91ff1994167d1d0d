// What a device says of itself: name, LACP, VLANs, router ID; bridge domains.

#include <algorithm>

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

constexpr std::size_t kRangesPerLine = 10;

void print_vlans(const Device& device, Writer& out) {
  if (device.vlans.empty()) return;
  for (std::size_t i = 0; i < device.vlans.size(); i += kRangesPerLine) {
    std::string words;
    for (std::size_t j = i; j < std::min(i + kRangesPerLine, device.vlans.size()); ++j) {
      const VlanRange& range = *device.vlans[j];
      words += fmt::format(" {}", range.first);
      if (range.last != range.first) words += fmt::format(" to {}", range.last);
    }
    out.line("vlan batch{}", words);
  }
  out.separate();
}

void print_lacp(const Device& device, Writer& out) {
  if (!device.lacp_etrunk_system_id && !device.lacp_etrunk_priority.configured() && !device.lacp_priority) {
    return;
  }
  out.value("lacp e-trunk system-id", device.lacp_etrunk_system_id);
  out.value("lacp e-trunk priority", device.lacp_etrunk_priority);
  out.value("lacp priority", device.lacp_priority);
  out.separate();
}

void print_etrunk_ports(const Device& device, Writer& out) {
  if (!device.etrunk_udp_port && !device.etrunk_udp6_port) return;
  out.value("e-trunk port", device.etrunk_udp_port);
  out.value("e-trunk ipv6 port", device.etrunk_udp6_port);
  out.separate();
}

}  // namespace

void print_system(const Device& device, Writer& out) {
  if (device.name.configured()) {
    out.line("sysname {}", *device.name);
    out.separate();
  }
  if (device.router_id) {
    out.line("router id {}", **device.router_id);
    out.separate();
  }
  print_lacp(device, out);
  print_vlans(device, out);
  if (device.bfd.configured() && *device.bfd) {
    out.open("bfd");
    out.close();
  } else if (device.bfd.configured()) {
    out.line("undo bfd");
    out.separate();
  }
  print_etrunk_ports(device, out);
}

void print_bridge_domains(const Device& device, Writer& out) {
  for (const BridgeDomain& domain : device.bridge_domains) {
    out.open("bridge-domain {}", domain.id);
    out.value("l2 binding vsi", domain.vsi);
    out.close();
  }
}

}  // namespace holdfast::vrp

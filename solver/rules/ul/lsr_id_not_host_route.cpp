// UL008: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>

#include "solver/control_plane/igp_settings.h"
#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::ul {
namespace {

using pairing::Pairing;
using pairing::PortRef;

constexpr std::uint8_t kHost = 32;

// OSPF announces a loopback as a host route whatever its mask, unless its network type says otherwise.
bool announced_with_mask(const Device& device, const Interface& interface) {
  if (control_plane::isis_process(device, interface)) return true;
  return control_plane::ospf_place(device, interface) && interface.ospf && interface.ospf->network_type;
}

// Whether the LSPs to the device come from LDP: some of its interfaces runs it.
bool runs_ldp(const Device& device) {
  return *device.mpls.enabled && *device.mpls.ldp &&
         std::ranges::any_of(device.interfaces, [](const Interface& it) { return *it.ldp; });
}

bool some_match_longest(const Pairing& net) {
  return std::ranges::any_of(net.network().devices,
                             [](const Device& it) { return *it.mpls.longest_match || !it.unread.empty(); });
}

void judge(const Pairing& net, PortRef port, const Fact<InterfaceAddress>& address, Judgement& out) {
  const Fact<std::uint32_t> length{address->prefix.length, address.where, address.origin};
  const Device& device = net[port.device];
  Claim claim = out.claim();
  const auto mask =
      claim.fact(port.device, fmt::format("mask length of {}", net[port].name), length, block_of(net[port]));
  claim.require(claim.exprs().is(mask, to_value(std::uint32_t{kHost})));
  claim.show(port.device, device.mpls.lsr_id->where, "the LSR ID");
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("the LSR ID {} of {} is announced as /{}, not as a host route",
                                  to_string(**device.mpls.lsr_id), *device.name, *length);
    finding.consequence =
        "LDP makes LSPs for host routes that match the LSR ID exactly: there is no LSP to this device, and "
        "no "
        "PW "
        "over LDP comes up.";
    finding.fix = {
        "give the loopback a mask of 32 bits",
        {in_interface(net, port,
                      {fmt::format("ip address {} 255.255.255.255", to_string(address->prefix.address))})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  if (some_match_longest(net)) return;
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const Device& device = net[DeviceId{i}];
    if (!device.mpls.lsr_id || !runs_ldp(device)) continue;
    for (const pairing::AddressOwner& it : net.locator().interfaces_with(ip(**device.mpls.lsr_id))) {
      const Interface& interface = net[it.port];
      if (it.port.device != DeviceId{i} || interface.vpn_instance) continue;
      if (interface.kind != InterfaceKind::Loopback || !announced_with_mask(device, interface)) continue;
      judge(net, it.port, *it.address, out);
    }
  }
}

}  // namespace

extern const Rule lsr_id_not_host_route;
const Rule lsr_id_not_host_route{
    .code = "UL008",
    .name = "lsr-id-not-host-route",
    .severity = Severity::Error,
    .title = "The IGP announces the LSR ID as a host route.",
    .what =
        "For each device that runs LDP: the loopback with the LSR ID has a mask of 32 bits where IS-IS "
        "announces "
        "it, or OSPF with a network type that keeps the mask.",
    .why =
        "By default LDP makes LSPs for host routes only, and uses a label only where the route matches it "
        "exactly.",
    .fix = "Give the loopback a mask of 32 bits.",
    .limits =
        "Silent where some device looks labels up by longest match (`longest-match`), or has lines of the "
        "system "
        "view that were not understood; about LSR IDs that are not on a loopback (UL001); and about OSPF "
        "without a network type on the loopback, which announces a host route anyway.",
    .source = "Command reference: lsp-trigger, longest-match; semantics: defaults, lsp-trigger.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 mpls
 #
 mpls ldp
 #
 isis 1
  network-entity 49.0001.0000.0000.0001.00
 #
 interface GigabitEthernet0/1/0
  ip address 10.1.1.1 30
  isis enable 1
  mpls
  mpls ldp
 #
 interface LoopBack0
- ip address 1.1.1.1 24
+ ip address 1.1.1.1 32
  isis enable 1
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::ul

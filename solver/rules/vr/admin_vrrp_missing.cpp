// VR003: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::vr {
namespace {

using pairing::Pairing;
using pairing::VrrpRef;

// One line that names an admin VRRP group of its device.
struct Binding {
  DeviceId device;
  Span where;
  const std::string* interface;
  std::uint32_t vrid;
  pairing::PortRef user;  // the interface whose view the line stands in
};

void judge(const Pairing& net, const Binding& binding, Judgement& out) {
  const VrrpRef group = net.vrrp().find(binding.device, *binding.interface, binding.vrid);
  const Device& device = net[binding.device];
  const InterfaceId holder = device.find_interface(*binding.interface);
  const Block block = holder.valid() ? block_of(device[holder]) : block_of(device);
  Claim claim = out.claim();
  const bool there = group.valid() && *net[group].is_admin;
  const auto admin =
      claim.present(binding.device, fmt::format("admin VRRP {} on {}", binding.vrid, *binding.interface),
                    there, group.valid() ? net[group].where : block.header, block);
  claim.require(claim.exprs().is(admin, true));
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, binding.user);
    finding.message = group.valid()
                          ? fmt::format("VRID {} on {} of {} is tracked as an admin VRRP group but is none",
                                        binding.vrid, *binding.interface, device.name.value)
                          : fmt::format("{} has no VRRP group {} on {}, which is tracked", device.name.value,
                                        binding.vrid, *binding.interface);
    finding.evidence = {{binding.device, binding.where, "tracks it"}};
    if (group.valid())
      finding.evidence.push_back({binding.device, net[group].where, "an ordinary VRRP group"});
    finding.consequence =
        "The binding does not take effect: the PW or group keeps its own state when the master role moves, "
        "and both "
        "devices of the pair may forward.";
    finding.fix = {"make the group an admin VRRP group, or name the one that is meant", {}};
    if (group.valid()) {
      finding.fix.commands = {
          in_interface(net, group.port, {fmt::format("admin-vrrp vrid {}", binding.vrid)})};
    }
  });
}

void check_interface(const Pairing& net, pairing::PortRef port, Judgement& out) {
  const Interface& interface = net[port];
  for (const Pw& pw : interface.pws) {
    if (!pw.admin_vrrp) continue;
    judge(net,
          {port.device, pw.admin_vrrp->where, &pw.admin_vrrp->interface.value, *pw.admin_vrrp->vrid, port},
          out);
  }
  for (const VrrpGroup& group : interface.vrrp) {
    if (!group.tracked_admin_interface || !group.tracked_admin_vrid) continue;
    judge(net,
          {port.device, group.tracked_admin_interface->where, &group.tracked_admin_interface->value,
           group.tracked_admin_vrid->value, port},
          out);
  }
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device(d);
    for (std::size_t i = 0; i < net[device].interfaces.size(); ++i) {
      check_interface(net, {device, InterfaceId(i)}, out);
    }
  }
}

}  // namespace

extern const Rule admin_vrrp_missing;
const Rule admin_vrrp_missing{
    .code = "VR003",
    .name = "admin-vrrp-missing",
    .severity = Severity::Error,
    .title = "What tracks an admin VRRP group names one that is there.",
    .what =
        "`track admin-vrrp interface I vrid V` of PWs and VRRP groups: interface I of the same device has "
        "VRRP "
        "group V, and it is an admin group.",
    .why =
        "The master role is decided in one place for many PWs; a PW that looks at the wrong place does not "
        "follow.",
    .fix = "Add `admin-vrrp vrid V` to the interface, or correct the interface or VRID in the binding.",
    .limits =
        "Undecided while a line of the interface's view was not understood. Whether the other PE has its "
        "half "
        "of the group is left to the rules about arbitration.",
    .source =
        "Command reference NE40E V800R012: admin-vrrp vrid, mpls l2vc track admin-vrrp, vrrp vrid track "
        "admin-vrrp; Configuring the Independent PW Redundancy Mode.",
    .example = R"(
 sysname PE1
 #
 interface GigabitEthernet0/1/0
  ip address 10.0.0.1 255.255.255.0
  vrrp vrid 1 virtual-ip 10.0.0.9
+ admin-vrrp vrid 1 ignore-if-down
 #
 interface GigabitEthernet0/1/1.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
  mpls l2vc track admin-vrrp interface GigabitEthernet0/1/0 vrid 1 pw-redundancy
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::vr

// PW021: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_phrases.h"

namespace holdfast::rules::pw {
namespace {

using pairing::Pairing;
using pairing::PwEnd;

constexpr std::string_view kOldRelease = "V300R001";

// "!Software Version V300R001C01", which a device puts before its configuration: the place of the release.
std::optional<Fact<std::string>> stated_release(const Network& network, const Device& device) {
  constexpr std::string_view kMark = "Software Version ";
  constexpr std::uint32_t kLinesToLook = 16;
  constexpr std::size_t kLength = kOldRelease.size();
  const std::uint32_t last = std::min(device.last_line, device.first_line + kLinesToLook);
  for (std::uint32_t number = device.first_line; number <= last; ++number) {
    const std::string_view line = network.sources.line(device.file, number);
    const std::size_t at = line.find(kMark);
    if (at == std::string_view::npos || at + kMark.size() + kLength > line.size()) continue;
    const std::string_view release = line.substr(at + kMark.size(), kLength);
    if (!release.starts_with('V')) continue;
    const Span where{device.file, number, static_cast<std::uint16_t>(at + kMark.size() + 1),
                     static_cast<std::uint16_t>(kLength)};
    return configured(std::string(release), where);
  }
  return std::nullopt;
}

bool is_old(const Network& network, DeviceId device) {
  const auto release = stated_release(network, network[device]);
  return release && release->value == kOldRelease;
}

void judge_end(const Pairing& net, const PwEnd& end, const PwEnd& other, Judgement& out) {
  const bool secondary = end.is_role(PwRole::Secondary);
  const AcRedundancy& settings = *net[end.ac_port()].redundancy;
  const Fact<bool>& vccv = secondary ? settings.secondary_vccv_parameter : settings.vccv_parameter;
  const auto release = stated_release(net.network(), net[other.device]);
  Claim claim = out.claim();
  const auto sends = claim.fact(end.device, setting_of(end, "VCCV parameter in label mappings"),
                                at_line_of(end, vccv), block_of(net[end.ac_port()]));
  const auto old = claim.fact(other.device, "release of " + name_of(net, other.device), *release, Block{});
  smt::ExprArena& exprs = claim.exprs();
  claim.require(exprs.implies(exprs.is(old, smt::Value(kOldRelease)), exprs.is(sends, smt::Value(false))));
  claim.show(end.device, end.where, {});
  claim.show(other.device, other.where, {});
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, end.id);
    finding.message =
        fmt::format("the {} of {} sends the VCCV parameter to {}, which runs {}", pw_phrase(net, end),
                    end_phrase(net, end), name_of(net, other.device), kOldRelease);
    finding.consequence = fmt::format(
        "Devices of release {} do not understand label mappings that carry this parameter: the PW can "
        "stay down.",
        kOldRelease);
    finding.fix = {"leave the VCCV parameter out of this PW's label mappings",
                   {in_interface(net, end.ac_port(),
                                 {secondary ? "undo interface-parameter-type vccv secondary"
                                            : "undo interface-parameter-type vccv"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  std::vector<bool> old;
  for (std::size_t d = 0; d < net.network().devices.size(); ++d)
    old.push_back(is_old(net.network(), DeviceId{d}));
  for (const PwEnd& end : net.pw_ends().all()) {
    // The command knows primary and secondary PWs of an AC, signalled by LDP.
    if (!end.is_role(PwRole::Primary) && !end.is_role(PwRole::Secondary)) continue;
    const PwEnd* other = net.pw_ends().counterpart(end.id);
    if (other == nullptr || end.is_static || old[end.device.index] || !old[other->device.index]) continue;
    judge_end(net, end, *other, out);
  }
}

}  // namespace

extern const Rule vccv_release_interworking;
const Rule vccv_release_interworking{
    .code = "PW021",
    .name = "vccv-release-interworking",
    .severity = Severity::Warning,
    .title = "Towards a device of release V300R001 a PW leaves the VCCV parameter out.",
    .what =
        "Where the far end's configuration states its release, as captures do in their first line "
        "(`!Software "
        "Version V300R001…`), the near end of each LDP PW has to have `undo interface-parameter-type vccv`, "
        "for "
        "the secondary PW with `secondary`.",
    .why =
        "Releases from V800R005 on announce VCCV in their label mappings by default; V300R001 and its "
        "branches "
        "do not know this parameter.",
    .fix = "Configure `undo interface-parameter-type vccv` in the view of the AC.",
    .limits = "Silent where the far end's release is not stated. Peers of VSIs are not looked at.",
    .source =
        "Configuring a Secondary VPWS Connection, step 6; command reference: interface-parameter-type vccv.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 #
 interface GigabitEthernet0/1/0.1
  vlan-type dot1q 10
  mpls l2vc 2.2.2.2 100
+ undo interface-parameter-type vccv
 #
 return
 !Software Version V300R001C01SPC700
 sysname PE2
 #
 mpls lsr-id 2.2.2.2
 #
 interface GigabitEthernet1/0/0.1
  vlan-type dot1q 10
  mpls l2vc 1.1.1.1 100
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::pw

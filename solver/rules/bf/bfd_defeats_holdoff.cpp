// BF007: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/bfd_phrases.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::bf {
namespace {

using pairing::Pairing;

const BfdSession* session_on(const Device& device, const Vsi& vsi) {
  const auto at = std::ranges::find_if(device.bfd_sessions, [&](const BfdSession& session) {
    return session.target == BfdTarget::VsiPw && session.vsi && session.vsi->value == vsi.name;
  });
  return at == device.bfd_sessions.end() ? nullptr : &*at;
}

void judge(DeviceId device, const Vsi& vsi, const ProtectGroup& group, const BfdSession& session,
           Judgement& out) {
  Claim claim = out.claim();
  const auto waits = claim.fact(device, fmt::format("hold-off of group {}, in seconds", group.name),
                                *group.holdoff, block_of(group));
  claim.require(claim.exprs().is(waits, smt::Value(0)));
  claim.show(device, session.where, "reports a fault at once");
  out.judge(claim, [&](Finding& finding) {
    finding.message =
        fmt::format("protect-group {} of VSI {} waits {} s before it switches, but {} switches it at once",
                    group.name, vsi.name, group.holdoff->value, session.name);
    finding.consequence =
        "The hold-off has no effect: when a PW of the group fails, BFD reports it and the group switches "
        "before the "
        "lower layer could repair it.";
    finding.fix = {"remove the hold-off, or the BFD session",
                   {in_view(device, {"vsi " + vsi.name, "pwsignal ldp", "protect-group " + group.name},
                            {"undo holdoff"})}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for (std::size_t d = 0; d < net.network().devices.size(); ++d) {
    const DeviceId device(d);
    for (const Vsi& vsi : net[device].vsis) {
      const BfdSession* session = session_on(net[device], vsi);
      if (session == nullptr) continue;
      for (const ProtectGroup& group : vsi.groups) {
        if (group.holdoff) judge(device, vsi, group, *session, out);
      }
    }
  }
}

}  // namespace

extern const Rule bfd_defeats_holdoff;
const Rule bfd_defeats_holdoff{
    .code = "BF007",
    .name = "bfd-defeats-holdoff",
    .severity = Severity::Warning,
    .title = "A protect-group with a hold-off has no BFD on its PWs.",
    .what = "Protect-groups with a hold-off in a VSI on whose PWs a BFD session is bound.",
    .why =
        "The hold-off gives the layer below time to repair a fault; BFD makes the group switch before that.",
    .fix = "Decide for one of them.",
    .limits = "BFD sessions are taken to guard the group when they are bound to a PW of its VSI.",
    .source = "Command reference NE40E V800R012: holdoff (VSI protect-group view), bfd bind pw vsi.",
    .example = R"(
 sysname UPE
 #
 bfd
 #
 mpls l2vpn
 #
 vsi v1 static
  pwsignal ldp
   vsi-id 1
   peer 2.2.2.2
   peer 3.3.3.3
   protect-group g
    protect-mode pw-redundancy master
-   holdoff 5
    peer 2.2.2.2 preference 1
    peer 3.3.3.3 preference 2
 #
 bfd watch bind pw vsi v1 peer 2.2.2.2
  discriminator local 1
  discriminator remote 2
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::bf

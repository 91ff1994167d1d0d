// SYN006: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::syn {
namespace {

// Something that works only while a line of the system view switches it on.
struct Need {
  std::string_view switch_line;  // "mpls l2vpn"
  std::string_view consequence;
  std::vector<Span> needed_by;  // lines below that need it
};

struct Switch {
  const Fact<bool>* fact;
  Need need;
};

void add(Need& need, const Fact<bool>& user) {
  if (user.configured() && *user) need.needed_by.push_back(user.where);
}

std::vector<Switch> switches_of(const Device& device) {
  Switch mpls{&device.mpls.enabled,
              {"mpls", "No label is forwarded: PWs and tunnels through this device stay down.", {}}};
  Switch ldp{&device.mpls.ldp,
             {"mpls ldp", "No LDP session comes up on this device, and no PW over it.", {}}};
  Switch te{&device.mpls.te, {"mpls te", "TE tunnels that start here or pass here stay down.", {}}};
  Switch l2vpn{&device.mpls.l2vpn, {"mpls l2vpn", "The PWs of this device stay down.", {}}};
  Switch bfd{
      &device.bfd,
      {"bfd", "No BFD session comes up, and what tracks one sees it down or is slow to notice a fault.", {}}};
  for (const Interface& interface : device.interfaces) {
    add(mpls.need, interface.mpls);
    add(ldp.need, interface.ldp);
    add(te.need, interface.te);
    if (interface.ospf) add(bfd.need, interface.ospf->bfd);
    if (interface.isis) add(bfd.need, interface.isis->bfd);
    for (const Pw& pw : interface.pws) l2vpn.need.needed_by.push_back(pw.where);
  }
  for (const LdpRemotePeer& peer : device.mpls.remote_peers) ldp.need.needed_by.push_back(peer.where);
  for (const SwitchedPw& pw : device.switched_pws) l2vpn.need.needed_by.push_back(pw.where);
  for (const Vsi& vsi : device.vsis) {
    if (!vsi.peers.empty()) l2vpn.need.needed_by.push_back(vsi.where);
  }
  for (const OspfProcess& process : device.ospf) add(bfd.need, process.bfd);
  for (const IsisProcess& process : device.isis) add(bfd.need, process.bfd);
  for (const BfdSession& session : device.bfd_sessions) bfd.need.needed_by.push_back(session.where);
  return {mpls, ldp, te, l2vpn, bfd};
}

void judge(const pairing::Pairing& net, DeviceId id, const Switch& one, Judgement& out) {
  const Device& device = net[id];
  Claim claim = out.claim();
  const auto on = claim.fact(id, fmt::format("`{}` in the system view", one.need.switch_line), *one.fact,
                             block_of(device));
  claim.require(claim.exprs().is(on, true));
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("`{}` is not switched on in the system view of {}", one.need.switch_line,
                                  device.name.value);
    finding.evidence.clear();
    for (const Span& where : one.need.needed_by) {
      finding.evidence.push_back({id, where, fmt::format("needs `{}`", one.need.switch_line)});
      if (finding.evidence.size() == 3) break;
    }
    finding.consequence = std::string(one.need.consequence);
    const bool inside_mpls = one.need.switch_line == "mpls te";
    finding.fix = {fmt::format("switch `{}` on", one.need.switch_line),
                   {in_view(id, inside_mpls ? std::vector<std::string>{"mpls"} : std::vector<std::string>{},
                            {std::string(one.need.switch_line)})}};
  });
}

void judge_lsr_id(const pairing::Pairing& net, DeviceId id, Judgement& out) {
  const Device& device = net[id];
  if (!device.mpls.enabled.configured() || !*device.mpls.enabled) return;
  Claim claim = out.claim();
  const Span where = device.mpls.enabled.where;
  const auto there =
      claim.present(id, "`mpls lsr-id`", device.mpls.lsr_id.has_value(),
                    device.mpls.lsr_id ? device.mpls.lsr_id->where : where, {where, device.unread});
  claim.require(claim.exprs().is(there, true));
  out.judge(claim, [&](Finding& finding) {
    finding.message = fmt::format("{} runs MPLS without an LSR ID", device.name.value);
    finding.evidence = {{id, where, "needs `mpls lsr-id`"}};
    finding.consequence = "The device refuses `mpls` until an LSR ID is set: no label is forwarded.";
    finding.fix = {"set the LSR ID to the address of a loopback interface",
                   {in_view(id, {}, {"mpls lsr-id <loopback-address>"})}};
  });
}

void check(const pairing::Pairing& net, Judgement& out) {
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId id(i);
    for (const Switch& one : switches_of(net[id])) {
      if (!one.need.needed_by.empty()) judge(net, id, one, out);
    }
    judge_lsr_id(net, id, out);
  }
}

}  // namespace

extern const Rule missing_global_enable;
const Rule missing_global_enable{
    .code = "SYN006",
    .name = "missing-global-enable",
    .severity = Severity::Error,
    .title = "What a line needs switched on for the whole device is switched on.",
    .what =
        "`mpls`, `mpls ldp`, `mpls te`, `mpls l2vpn`, `bfd` and `mpls lsr-id` in the system view, wherever "
        "an "
        "interface, a PW, a VSI with peers, a remote peer, a BFD session or an IGP that has BFD sessions "
        "made needs one of them.",
    .why = "The lines below it stand in the configuration and do nothing.",
    .fix = "Add the line to the system view (`mpls te` to the MPLS view).",
    .limits =
        "One finding for each missing line, with the first three lines that need it. Undecided while a line "
        "of "
        "the system view was not understood.",
    .source =
        "Command reference NE40E V800R012: mpls, mpls ldp, mpls te, mpls l2vpn, bfd, mpls lsr-id, each under "
        "prerequisites.",
    .example = R"(
 sysname PE1
 #
 mpls lsr-id 1.1.1.1
 mpls
 #
+mpls l2vpn
+#
 interface GigabitEthernet0/1/0
  mpls l2vc 2.2.2.2 100
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn

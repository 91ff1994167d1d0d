// ET014: see the rule's page at the end of this file.

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;

// What stands in the E-Trunk's view, without a key.
std::vector<std::string> lines_of(const Pairing& net, const Etrunk& it) {
  std::vector<Span> spans;
  const auto add = [&spans](const auto& fact) {
    if (fact.configured()) spans.push_back(fact.where);
  };
  const auto add_if = [&add](const auto& maybe) {
    if (maybe) add(*maybe);
  };
  add(it.priority);
  add_if(it.peer_address);
  add_if(it.authentication_mode);
  add(it.sequence);
  add(it.hello);
  add(it.hold_multiplier);
  add(it.revert_delay);
  add(it.revert_enabled);
  add(it.selection);
  add_if(it.bfd_session);
  add(it.dynamic_bfd);
  std::ranges::sort(spans);
  std::vector<std::string> lines;
  lines.reserve(spans.size() + 1);
  for (const Span& span : spans) lines.push_back(line_text(net, span));
  if (it.key) lines.emplace_back("security-key cipher <key>");
  return lines;
}

// An E-Trunk cannot be renumbered: its members leave it, it is made anew, they come back.
DeviceCommands renumber(const Pairing& net, EtrunkRef etrunk, std::uint32_t id) {
  const Etrunk& it = net[etrunk];
  DeviceCommands commands{etrunk.device, {}};
  const auto add = [&commands](std::string line) { commands.lines.push_back(std::move(line)); };
  const auto members = net.etrunks().members(etrunk);
  for (const InterfaceId member : members) {
    add("interface " + net[etrunk.device][member].name);
    add("undo e-trunk");
    add("quit");
  }
  add(fmt::format("undo e-trunk {}", it.id));
  add("commit");
  add(fmt::format("e-trunk {}", id));
  for (std::string& line : lines_of(net, it)) add(std::move(line));
  add("quit");
  for (const InterfaceId member : members) {
    const Interface& interface = net[etrunk.device][member];
    const auto& remote = interface.trunk->remote_trunk;
    const auto& mode = interface.trunk->etrunk_mode;
    add("interface " + interface.name);
    add(remote ? fmt::format("e-trunk {} remote-eth-trunk {}", id, **remote) : fmt::format("e-trunk {}", id));
    if (mode.configured()) add(fmt::format("e-trunk mode {}", to_string(*mode)));
    add("quit");
  }
  add("commit");
  return commands;
}

// A number that no device takes.
bool is_out_of_range(const Pairing& net, EtrunkRef etrunk) {
  const Span where = net[etrunk].where;
  const auto& outside = net[etrunk.device].reading.out_of_range;
  return std::ranges::any_of(outside, [&](const RangeViolation& it) {
    return it.where.file == where.file && it.where.line == where.line;
  });
}

void compare(const Pairing& net, const EtrunkPair& pair, Judgement& out) {
  // The second device changes, unless it already uses the number of the first for another E-Trunk.
  const bool taken = is_out_of_range(net, pair.a) ||
                     (pairing::find_etrunk(net.network(), pair.b.device, net[pair.a].id).valid() &&
                      net[pair.a].id != net[pair.b].id);
  const EtrunkRef changed = taken ? pair.a : pair.b;
  const EtrunkRef kept = taken ? pair.b : pair.a;
  const bool free = !pairing::find_etrunk(net.network(), changed.device, net[kept].id).valid();
  const auto id_of = [&](Claim& claim, EtrunkRef etrunk) {
    return claim.fact(etrunk.device, "E-Trunk id", configured(net[etrunk].id, net[etrunk].where),
                      block_of(net[etrunk]));
  };
  Claim claim = out.claim();
  const auto to_change = id_of(claim, changed);
  const auto to_keep = id_of(claim, kept);
  claim.require(claim.exprs().eq(to_change, to_keep));
  for (const EtrunkRef side : {changed, kept}) {
    if (net[side].peer_address) claim.show(side.device, net[side].peer_address->where, "its peer");
  }
  out.judge(claim, [&](Finding& finding) {
    finding.service = service_name(net, pair.a);
    finding.message = fmt::format("{} and {} name each other, but have different ids",
                                  etrunk_phrase(net, pair.a), etrunk_phrase(net, pair.b));
    finding.consequence = kTwoMasters;
    if (!free) return;
    finding.fix = {fmt::format("call the E-Trunk {} on {} too", net[kept].id, name_of(net, changed.device)),
                   {renumber(net, changed, net[kept].id)}};
  });
}

void check(const Pairing& net, Judgement& out) {
  for_each_etrunk(
      net, [&](const EtrunkPair& pair) { compare(net, pair, out); },
      [&](EtrunkRef etrunk) {
        const Etrunk& it = net[etrunk];
        const Setting<std::uint32_t> id{etrunk.device, "E-Trunk id", configured(it.id, it.where),
                                        block_of(it)};
        must_equal_unseen(net, out, etrunk, id, "the E-Trunk id");
      });
}

}  // namespace

extern const Rule etrunk_id_differs;
const Rule etrunk_id_differs{
    .code = "ET014",
    .name = "etrunk-id-differs",
    .severity = Severity::Error,
    .title = "The two devices of an E-Trunk use one E-Trunk id.",
    .what = "The ids of two E-Trunks that name each other's device are compared.",
    .why =
        "Hellos carry the id. A device that has no E-Trunk of that id discards them: the two do not "
        "recognise each other and both become master.",
    .fix = "Make the E-Trunk of one device anew with the id of the other.",
    .limits =
        "Two devices with several E-Trunks between them are paired by id first; what is left over pairs "
        "only when one E-Trunk is left on each. Undecided while the peer is not among the "
        "configurations.",
    .source = "Configuring PW Status Negotiation, configuring an E-Trunk; semantics: E-Trunk.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
-e-trunk 2
+e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et

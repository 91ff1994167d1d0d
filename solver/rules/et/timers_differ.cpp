// ET010: see the rule's page at the end of this file.

#include <fmt/format.h>

#include "solver/rules/support/etrunks.h"
#include "solver/rules/support/phrases.h"

namespace holdfast::rules::et {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::Pairing;

struct Words {
  Severity severity;
  const char* what;  // "switchback delay"
  const char* consequence;
  const char* command;  // "timer revert delay {}": one value
};

constexpr Words kRevert{
    Severity::Warning, "switchback delay",
    "After a repair the two devices switch back at different times; in between traffic is "
    "lost.",
    "timer revert delay"};
constexpr Words kHello{Severity::Info, "hello interval",
                       "How soon the loss of a device is noticed depends on which of the two it is.",
                       "timer hello"};
constexpr Words kMultiplier{Severity::Info, "hello multiplier",
                            "How soon the loss of a device is noticed depends on which of the two it is.",
                            "timer hold-on-failure multiplier"};

Setting<std::uint32_t> number(const Pairing& net, EtrunkRef etrunk, const Words& words,
                              Fact<std::uint32_t> Etrunk::*field) {
  return {etrunk.device, words.what, net[etrunk].*field, block_of(net[etrunk])};
}

EtrunkRef side_of(const EtrunkPair& pair, DeviceId device) {
  return pair.a.device == device ? pair.a : pair.b;
}

void compare(const Pairing& net, const EtrunkPair& pair, const Words& words,
             Fact<std::uint32_t> Etrunk::*field, Judgement& out) {
  must_be_equal(out, number(net, pair.a, words, field), number(net, pair.b, words, field),
                [&](Finding& finding, const auto& changed, const auto& kept) {
                  finding.severity = words.severity;
                  finding.service = service_name(net, pair.a);
                  if (finding.verdict == Verdict::Unknown) {
                    describe_undecided(finding, pair_phrase(net, pair), fmt::format("the {}", words.what));
                    return;
                  }
                  finding.message = fmt::format("the {} of {} differs: {} has {}, {} has {}", words.what,
                                                pair_phrase(net, pair), name_of(net, changed.device),
                                                *changed.fact, name_of(net, kept.device), *kept.fact);
                  finding.consequence = words.consequence;
                  finding.fix = {fmt::format("set the value of {} on {}", name_of(net, kept.device),
                                             name_of(net, changed.device)),
                                 {in_etrunk(net, side_of(pair, changed.device),
                                            {fmt::format("{} {}", words.command, *kept.fact)})}};
                });
}

Setting<bool> sequence(const Pairing& net, EtrunkRef etrunk) {
  return {etrunk.device, "sequence number check", net[etrunk].sequence, block_of(net[etrunk])};
}

void compare_sequence(const Pairing& net, const EtrunkPair& pair, Judgement& out) {
  must_be_equal(out, sequence(net, pair.a), sequence(net, pair.b),
                [&](Finding& finding, const Setting<bool>& changed, const Setting<bool>& kept) {
                  finding.severity = Severity::Error;
                  finding.service = service_name(net, pair.a);
                  finding.consequence = kTwoMasters;
                  if (finding.verdict == Verdict::Unknown) {
                    describe_undecided(finding, pair_phrase(net, pair), "the check of sequence numbers");
                    return;
                  }
                  const DeviceId on = *changed.fact ? changed.device : kept.device;
                  const DeviceId off = *changed.fact ? kept.device : changed.device;
                  finding.message = fmt::format("only {} checks sequence numbers in {}", name_of(net, on),
                                                pair_phrase(net, pair));
                  finding.fix = {fmt::format("check them on {} too", name_of(net, off)),
                                 {in_etrunk(net, side_of(pair, off), {"sequence enable"})}};
                });
}

void check(const Pairing& net, Judgement& out) {
  for_each_etrunk(
      net,
      [&](const EtrunkPair& pair) {
        compare_sequence(net, pair, out);
        if (*net[pair.a].revert_enabled && *net[pair.b].revert_enabled) {
          compare(net, pair, kRevert, &Etrunk::revert_delay, out);
        }
        compare(net, pair, kHello, &Etrunk::hello, out);
        compare(net, pair, kMultiplier, &Etrunk::hold_multiplier, out);
      },
      [&](EtrunkRef etrunk) {
        must_equal_unseen(net, out, etrunk, sequence(net, etrunk), "the check of sequence numbers");
      });
}

}  // namespace

extern const Rule timers_differ;
const Rule timers_differ{
    .code = "ET010",
    .name = "timers-differ",
    .severity = Severity::Warning,
    .title = "Both devices of an E-Trunk have the same timers, and both or neither check sequence numbers.",
    .what =
        "Compared are the check of sequence numbers (an error when only one side has it), the switchback "
        "delay, the hello interval and its multiplier (for information).",
    .why =
        "A side that checks sequence numbers discards the hellos of one that sends none, and both become "
        "master. With two switchback delays traffic is lost after a repair.",
    .fix = "Set equal values on both devices.",
    .limits =
        "The switchback delay is not compared where a side never switches back. While the peer is not "
        "among the configurations the check of sequence numbers is undecided, and timers are not judged.",
    .source =
        "Command reference: sequence enable, timer revert delay (E-Trunk view), timer hello, timer "
        "hold-on-failure multiplier.",
    .example = R"(
 sysname PE1
 #
 e-trunk 1
  peer-address 10.0.0.2 source-address 10.0.0.1
  timer revert delay 300
 #
 interface LoopBack0
  ip address 10.0.0.1 255.255.255.255
 #
 return
 sysname PE2
 #
 e-trunk 1
  peer-address 10.0.0.1 source-address 10.0.0.2
+ timer revert delay 300
 #
 interface LoopBack0
  ip address 10.0.0.2 255.255.255.255
 #
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::et

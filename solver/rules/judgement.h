#pragma once

// How a rule speaks. A check walks the network through Pairing and makes a *claim* for each place where its
// invariant applies: facts with their lines, one requirement over them. The judgement decides the claim
// (concrete evaluator first, Z3 for what is violated or undecided), and turns what is not satisfied into a
// finding whose evidence is the minimised unsat core.
//
//   Claim claim = out.claim();
//   const auto here = claim.fact(a.device, "MTU of the primary PW", a.pw->mtu, block_of(*a.ac));
//   const auto there = claim.fact(b.device, "MTU at the far end", b.pw->mtu, block_of(*b.ac));
//   claim.require(claim.exprs().eq(here, there));
//   claim.show(a.device, a.pw->where, "the PW");
//   out.judge(claim, [&](Finding& finding) { finding.message = …; });
//
// A default inside a block that has lines nobody understood is no fact but a free value: one of these lines
// may set it. So the verdict becomes unknown by itself, and names the line that would decide it.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/network.h"
#include "model/words.h"
#include "solver/rules/finding.h"
#include "solver/rules/rule.h"
#include "solver/smt/judge.h"
#include "solver/smt/query.h"

namespace holdfast::rules {

// The block of lines in which a setting stands or would stand.
struct Block {
  Span header;
  std::span<const Span> unread;  // its lines that were not understood
};

Block block_of(const Device& device);  // the system view
Block block_of(const Interface& interface);
Block block_of(const Vsi& vsi);
Block block_of(const VsiPeer& peer);
Block block_of(const ProtectGroup& group);
Block block_of(const Etrunk& etrunk);
Block block_of(const BfdSession& session);
Block block_of(const PwTemplate& pw_template);
Block block_of(const LdpRemotePeer& peer);
Block block_of(const TunnelPolicy& policy);
Block block_of(const VpnInstance& instance);
Block block_of(const Bgp& bgp);
Block block_of(const BgpFamily& family);

// Values as the solver takes them.
smt::Value to_value(std::uint32_t value);
smt::Value to_value(bool value);
smt::Value to_value(std::string_view value);
smt::Value to_value(Ipv4 value);
smt::Value to_value(const IpAddress& value);
smt::Value to_value(const IpPrefix& value);
smt::Value to_value(Mac value);
// Enumerated values by their words, so that findings can show them.
template <class E>
requires std::is_enum_v<E> smt::Value to_value(E value) {
  return smt::Value(to_string(value));
}

class Claim {
 public:
  explicit Claim(const Network& network) : network_(&network) {}

  smt::ExprArena& exprs() { return query_.exprs; }

  // What a line says, or a documented default.
  // NOLINTBEGIN(performance-unnecessary-value-param): in templates the moves are not seen
  template <class T>
  smt::VarId fact(DeviceId device, std::string what, const Fact<T>& fact, const Block& block) {
    if (fact.origin == Origin::Default && !block.unread.empty()) {
      return unread(device, std::move(what), to_value(fact.value).sort(), block);
    }
    return known(device, std::move(what), to_value(fact.value),
                 fact.where.known() ? fact.where : block.header, fact.origin == Origin::Default);
  }
  // The same where absence stands for a value of its own (nothing configured, no documented default).
  template <class T>
  smt::VarId fact(DeviceId device, std::string what, const MaybeFact<T>& maybe, T absent,
                  const Block& block) {
    if (maybe) return fact(device, std::move(what), *maybe, block);
    return fact(device, std::move(what), by_default(std::move(absent), block.header), block);
  }
  // NOLINTEND(performance-unnecessary-value-param)
  // Whether something stands in the configuration; `where` is its line, or without one the block that lacks
  // it.
  smt::VarId present(DeviceId device, std::string what, bool is_there, Span where, const Block& block);
  // A value that nobody has seen. `decided_by` says what would decide it: "the configuration of 9.9.9.9".
  smt::VarId unseen(std::string what, smt::Sort sort, std::string decided_by);

  void require(smt::ExprId invariant) { query_.invariant = invariant; }

  // A line that takes part without being a value: shown with every finding of this claim, behind the core.
  void show(DeviceId device, Span where, std::string note);

  // --- for the judgement
  // ------------------------------------------------------------------------------------
  const smt::Query& query() const { return query_; }
  std::vector<Evidence> evidence(const std::vector<smt::VarId>& core) const;
  std::vector<std::string> deciding(const smt::Verdict& verdict) const;

 private:
  struct Place {
    DeviceId device;
    Span where;
    bool presence = false;  // of something that is there or is not
  };

  smt::VarId known(DeviceId device, std::string what, smt::Value value, Span where, bool is_default);
  smt::VarId unread(DeviceId device, std::string what, smt::Sort sort, const Block& block);

  const Network* network_;
  smt::Query query_;
  std::vector<Place> places_;  // of the variables
  std::vector<Evidence> shown_;
};

class Judgement {
 public:
  Judgement(const Network& network, const Rule& rule, smt::Judge& judge)
      : network_(&network), rule_(&rule), judge_(&judge) {}

  const Network& network() const { return *network_; }
  Claim claim() const { return Claim(*network_); }

  // Decides the claim. When it does not hold, a finding with the rule's severity, verdict and evidence is
  // made and handed to `describe`, which adds message, consequence, service and fix, and may lower the
  // severity. Of an unknown verdict the message should say what could not be decided. Returns whether the
  // claim holds.
  template <class Describe>
  bool judge(const Claim& claim, Describe describe) {
    auto finding = decide(claim);
    if (!finding) return true;
    describe(*finding);
    findings_.push_back(std::move(*finding));
    return false;
  }

  // For rules that speak of what was read (SYN) rather than of values: a finding as it is.
  Finding& report(DeviceId device, Span where, std::string note, std::string message);

  std::vector<Finding> take_findings() { return std::move(findings_); }
  // What went wrong inside the judge itself; empty unless there is a bug.
  const std::vector<std::string>& faults() const { return faults_; }

 private:
  std::optional<Finding> decide(const Claim& claim);

  const Network* network_;
  const Rule* rule_;
  smt::Judge* judge_;
  std::vector<Finding> findings_;
  std::vector<std::string> faults_;
};

}  // namespace holdfast::rules

#include "solver/rules/judgement.h"

#include <algorithm>
#include <fmt/format.h>

namespace holdfast::rules {
namespace {

// "control word of the primary PW: on"; of what is there or is not: "secondary PW", "secondary PW: missing".
std::string note_of(const smt::Variable& variable, bool is_presence) {
  if (!variable.known) return variable.name;
  if (is_presence) return variable.name + (variable.known->boolean() ? "" : ": missing");
  return fmt::format("{}: {}{}", variable.name, smt::to_string(*variable.known),
                     variable.by_default ? " (default)" : "");
}

std::vector<smt::VarId> known_of(const smt::Query& query) {
  std::vector<smt::VarId> result;
  for (std::size_t i = 0; i < query.variables.size(); ++i) {
    if (query.variables[i].known) result.emplace_back(i);
  }
  return result;
}

}  // namespace

Block block_of(const Device& device) {
  return {device.name.where, device.unread};
}
Block block_of(const Interface& interface) {
  return {interface.where, interface.unread};
}
Block block_of(const Vsi& vsi) {
  return {vsi.where, vsi.unread};
}
Block block_of(const VsiPeer& peer) {
  return {peer.pw_view.known() ? peer.pw_view : peer.where, peer.unread};
}
Block block_of(const ProtectGroup& group) {
  return {group.where, group.unread};
}
Block block_of(const Etrunk& etrunk) {
  return {etrunk.where, etrunk.unread};
}
Block block_of(const BfdSession& session) {
  return {session.where, session.unread};
}
Block block_of(const PwTemplate& pw_template) {
  return {pw_template.where, pw_template.unread};
}
Block block_of(const LdpRemotePeer& peer) {
  return {peer.where, peer.unread};
}
Block block_of(const TunnelPolicy& policy) {
  return {policy.where, policy.unread};
}
Block block_of(const VpnInstance& instance) {
  return {instance.where, instance.unread};
}
Block block_of(const Bgp& bgp) {
  return {bgp.where, bgp.unread};
}
Block block_of(const BgpFamily& family) {
  return {family.where, family.unread};
}

smt::Value to_value(std::uint32_t value) {
  return {static_cast<std::int64_t>(value)};
}
smt::Value to_value(bool value) {
  return {value};
}
smt::Value to_value(std::string_view value) {
  return {value};
}
smt::Value to_value(Ipv4 value) {
  return {to_string(value)};
}
smt::Value to_value(const IpAddress& value) {
  return {to_string(value)};
}
smt::Value to_value(const IpPrefix& value) {
  return {to_string(value)};
}
smt::Value to_value(Mac value) {
  return {to_string(value)};
}

smt::VarId Claim::known(DeviceId device, std::string what, smt::Value value, Span where, bool is_default) {
  places_.push_back({device, where, false});
  std::vector<Span> lines;
  if (where.known()) lines.push_back(where);
  return is_default ? query_.by_default(std::move(what), std::move(value), std::move(lines))
                    : query_.known(std::move(what), std::move(value), std::move(lines));
}

smt::VarId Claim::unread(DeviceId device, std::string what, smt::Sort sort, const Block& block) {
  const Span line = block.unread.front();
  places_.push_back({device, line, false});
  return query_.unseen(
      std::move(what), sort,
      fmt::format("line {} of {}, which was not understood", line.line, network_->sources.path(line.file)));
}

smt::VarId Claim::present(DeviceId device, std::string what, bool is_there, Span where, const Block& block) {
  if (!is_there && !block.unread.empty()) return unread(device, std::move(what), smt::Sort::Boolean, block);
  const smt::VarId id = known(device, std::move(what), is_there, is_there ? where : block.header, !is_there);
  places_.back().presence = true;
  return id;
}

smt::VarId Claim::unseen(std::string what, smt::Sort sort, std::string decided_by) {
  places_.emplace_back();
  return query_.unseen(std::move(what), sort, std::move(decided_by));
}

void Claim::show(DeviceId device, Span where, std::string note) {
  if (where.known()) shown_.push_back({device, where, std::move(note)});
}

std::vector<Evidence> Claim::evidence(const std::vector<smt::VarId>& core) const {
  std::vector<Evidence> result;
  const auto add = [&result](Evidence evidence) {
    const auto same = [&](const Evidence& other) { return other.where == evidence.where; };
    const auto at = std::ranges::find_if(result, same);
    if (at == result.end()) {
      result.push_back(std::move(evidence));
    } else if (!evidence.note.empty() && at->note.find(evidence.note) == std::string::npos) {
      at->note += "; " + evidence.note;
    }
  };
  for (const smt::VarId id : core) {
    const smt::Variable& variable = query_[id];
    const Place& place = places_[id.index];
    if (!place.where.known()) continue;
    add({place.device, place.where, note_of(variable, place.presence)});
  }
  for (const Evidence& evidence : shown_) add(evidence);
  return result;
}

std::vector<std::string> Claim::deciding(const smt::Verdict& verdict) const {
  std::vector<std::string> result;
  for (const smt::VarId id : verdict.deciding) {
    const std::string& because = query_[id].unseen_because;
    if (std::ranges::find(result, because) == result.end()) result.push_back(because);
  }
  return result;
}

std::optional<Finding> Judgement::decide(const Claim& claim) {
  const smt::Verdict verdict = judge_->judge(claim.query());
  if (!verdict.fault.empty()) faults_.push_back(fmt::format("{}: {}", rule_->code, verdict.fault));
  if (verdict.kind == smt::VerdictKind::Holds) return std::nullopt;
  Finding finding;
  finding.rule = rule_;
  finding.severity = rule_->severity;
  if (verdict.kind == smt::VerdictKind::Violated) {
    finding.verdict = Verdict::Violated;
    finding.evidence = claim.evidence(verdict.core);
  } else {
    finding.verdict = Verdict::Unknown;
    finding.deciding = claim.deciding(verdict);
    finding.evidence = claim.evidence(known_of(claim.query()));
  }
  return finding;
}

Finding& Judgement::report(DeviceId device, Span where, std::string note, std::string message) {
  Finding& finding = findings_.emplace_back();
  finding.rule = rule_;
  finding.severity = rule_->severity;
  finding.verdict = Verdict::Violated;
  finding.message = std::move(message);
  finding.evidence.push_back({device, where, std::move(note)});
  return finding;
}

}  // namespace holdfast::rules

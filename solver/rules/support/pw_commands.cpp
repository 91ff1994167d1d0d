#include "solver/rules/support/pw_commands.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "solver/rules/support/phrases.h"

namespace holdfast::rules {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;

// The other PWs of the AC in the order in which they have to go before its primary. The two VCs of a dual
// bypass are one line.
std::vector<const PwEnd*> dependants(const Pairing& net, const PwEnd& end) {
  std::vector<const PwEnd*> result;
  const AcGroup* group = net.ac_groups().of(end.ac_port());
  if (group == nullptr || !end.is_role(PwRole::Primary)) return result;
  for (const PwEndId id : {group->secondary, group->bypass, group->ac_bypass}) {
    if (id.valid()) result.push_back(&net[id]);
  }
  return result;
}

// Lines of the AC's view that bind the PW to something, and that go with it.
std::vector<std::string> bindings(const Pairing& net, const PwEnd& end) {
  std::vector<std::string> lines;
  if (end.pw->admin_vrrp) lines.push_back(line_text(net, end.pw->admin_vrrp->where));
  if (end.pw->admin_vc_interface) lines.push_back(line_text(net, end.pw->admin_vc_interface->where));
  return lines;
}

// The view of a VSI's signalling: `vsi V`, then `pwsignal ldp`.
std::vector<std::string> vsi_views(const Pairing& net, const PwEnd& end) {
  return {"vsi " + net[end.vsi].name, "pwsignal ldp"};
}

}  // namespace

bool stands_in(Span value, Span line) {
  return value.known() && value.file == line.file && value.line == line.line;
}

std::string line_with(const Pairing& net, Span line, Span value, std::string_view replacement) {
  std::string text(net.network().sources.line(line.file, line.line));
  const std::size_t at = value.column - 1U;
  if (at <= text.size()) text.replace(at, value.length, replacement);
  return with_words(text, {}, "");
}

std::string line_in_role(const Pairing& net, const PwEnd& end, std::string_view role) {
  return with_words(line_text(net, end.where), {"secondary", "bypass", "admin"}, role);
}

std::string undo_pw(const Pairing& net, const PwEnd& end) {
  if (end.is_role(PwRole::DualBypass)) return "undo " + line_text(net, end.where);
  std::string_view role;
  if (end.is_role(PwRole::Secondary)) role = " secondary";
  if (end.is_role(PwRole::Bypass)) role = " bypass";
  return fmt::format("undo mpls {}{}", end.is_static ? "static-l2vc" : "l2vc", role);
}

std::vector<std::string> remade_pw(const Pairing& net, const PwEnd& end, const std::string& line) {
  std::vector<std::string> lines;
  const std::vector<const PwEnd*> others = dependants(net, end);
  lines.reserve(others.size() + 1);
  for (const PwEnd* other : others) lines.push_back(undo_pw(net, *other));
  lines.push_back(undo_pw(net, end));
  const auto make = [&](const PwEnd& made, const std::string& text) {
    lines.push_back(text);
    for (std::string& binding : bindings(net, made)) lines.push_back(std::move(binding));
  };
  make(end, line);
  for (const PwEnd* other : others) make(*other, line_text(net, other->where));
  return lines;
}

DeviceCommands remade_end(const Pairing& net, const PwEnd& end, const std::string& line) {
  if (end.kind == PwEndKind::Ac) return in_interface(net, end.ac_port(), remade_pw(net, end, line));
  const std::string undo = "undo " + line_text(net, end.where);
  if (end.kind == PwEndKind::Segment) return in_view(end.device, {}, {undo, line});
  return in_view(end.device, vsi_views(net, end), {undo, line});
}

std::vector<DeviceCommands> change_value(const Pairing& net, const PwEnd& end, Span value,
                                         std::string_view replacement) {
  if (!value.known()) return {};
  const std::string line = line_with(net, value, value, replacement);
  if (stands_in(value, end.where)) return {remade_end(net, end, line)};
  if (end.kind == PwEndKind::Ac && end.pw->pw_template) {
    return {in_view(end.device, {"pw-template " + **end.pw->pw_template}, {line})};
  }
  return {};
}

}  // namespace holdfast::rules

#include "solver/rules/support/pw_phrases.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "solver/rules/support/phrases.h"
#include "solver/rules/support/pw_commands.h"

namespace holdfast::rules {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndKind;

const AcGroup* group_of(const Pairing& net, const PwEnd& end) {
  return end.kind == PwEndKind::Ac ? net.ac_groups().of(end.ac_port()) : nullptr;
}

bool protected_by_secondary(const Pairing& net, const PwEnd& end) {
  const AcGroup* group = group_of(net, end);
  return group != nullptr && group->has_redundancy();
}

bool is_bypass(const PwEnd& end) {
  return end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
}

// The larger, the more others depend on the end as it is.
int weight(const Pairing& net, const PwEnd& end) {
  if (is_segment(end)) return 3;
  if (is_vsi(end)) return 2;
  return protected_by_secondary(net, end) ? 1 : 0;
}

}  // namespace

std::string end_phrase(const Pairing& net, const PwEnd& end) {
  switch (end.kind) {
    case PwEndKind::Ac:
      return port_phrase(net, end.ac_port());
    case PwEndKind::VsiPeer:
      return fmt::format("VSI {} of {}", net[end.vsi].name, name_of(net, end.device));
    case PwEndKind::Segment:
      break;
  }
  return fmt::format("the PW switching of {}", name_of(net, end.device));
}

std::string pw_phrase(const Pairing& net, const PwEnd& end) {
  const DeviceId peer = net.pw_ends().peer(end.id).device;
  std::string result = fmt::format("{} PW", is_vsi(end) ? "VSI" : role_word(end));
  if (peer.valid()) {
    result += " to " + name_of(net, peer);
  } else if (end.peer != nullptr) {
    result += " to " + to_string(**end.peer);
  }
  if (end.vc_id != nullptr) result += fmt::format(" (VC ID {})", **end.vc_id);
  return result;
}

std::string setting_at(const Pairing& net, const PwEnd& end, std::string_view what) {
  return fmt::format("{} at {}", what, name_of(net, end.device));
}

Block block_of_end(const Pairing& net, const PwEnd& end) {
  if (end.kind == PwEndKind::VsiPeer) {
    const Block own = block_of(*end.vsi_peer);
    return own.unread.empty() ? block_of(net[end.vsi]) : own;
  }
  if (end.kind == PwEndKind::Segment) return {end.where, {}};
  const Block ac = block_of(net[end.ac_port()]);
  if (!ac.unread.empty() || !end.pw->pw_template) return ac;
  const auto& all = net[end.device].pw_templates;
  const auto from = std::ranges::find(all, **end.pw->pw_template, &PwTemplate::name);
  return from == all.end() || from->unread.empty() ? ac : block_of(*from);
}

void show_end(Claim& claim, const PwEnd& end, Span value, std::string note) {
  if (note.empty() && stands_in(value, end.where)) return;
  claim.show(end.device, end.where, std::move(note));
}

Disagreement disagreement(const Pairing& net, const PwEnd& a, const PwEnd& b, bool a_configured,
                          bool b_configured) {
  const int weight_a = weight(net, a);
  const int weight_b = weight(net, b);
  const bool change_a = weight_a != weight_b           ? weight_a < weight_b
                        : a_configured != b_configured ? !a_configured
                                                       : b.id < a.id;
  return change_a ? Disagreement{&a, &b} : Disagreement{&b, &a};
}

std::string consequence_of_down(const Pairing& net, const PwEnd& end) {
  if (end.is_role(PwRole::Secondary)) {
    return "The secondary PW never comes up. Nobody notices until the primary fails: then there is no "
           "backup.";
  }
  if (is_bypass(end)) {
    return "The bypass PW never comes up: after a fault on one side only, the dual-homed PEs cannot hand "
           "traffic to each other.";
  }
  if (end.is_role(PwRole::Admin)) {
    return "The management PW never comes up, and the PWs that track it are held down with it.";
  }
  if (protected_by_secondary(net, end)) {
    return "The primary PW never comes up: the service runs on the secondary from the start and has no "
           "backup.";
  }
  return "The PW never comes up: nothing passes between its two ends.";
}

std::string consequence_of_down(const Pairing& net, const PwEnd& a, const PwEnd& b) {
  const bool b_tells_more = is_bypass(b) || b.is_role(PwRole::Secondary) || protected_by_secondary(net, b);
  return consequence_of_down(net, b_tells_more ? b : a);
}

bool vc_type_known(const Pairing& net, const PwEnd& end) {
  if (end.kind != PwEndKind::Ac || end.vc_type->configured()) return true;
  const Interface& ac = net[end.ac_port()];
  if (ac.link_protocol) {
    return **ac.link_protocol != LinkProtocol::Atm && **ac.link_protocol != LinkProtocol::Tdm;
  }
  switch (ac.kind) {
    case InterfaceKind::Ethernet:
    case InterfaceKind::EthTrunk:
    case InterfaceKind::VirtualEthernet:
    case InterfaceKind::GlobalVe:
      return true;
    default:
      return false;
  }
}

bool announces_mtu(VcType type) {
  switch (type) {
    case VcType::Raw:
    case VcType::Tagged:
    case VcType::IpInterworking:
    case VcType::IpLayer2:
    case VcType::Ppp:
    case VcType::Hdlc:
    case VcType::FrameRelay:
      return true;
    default:
      return false;
  }
}

std::vector<Span> lines_with(const Pairing& net, std::span<const Span> lines, std::string_view word) {
  std::vector<Span> result;
  for (const Span line : lines) {
    const std::string text = " " + line_text(net, line) + " ";
    if (text.find(fmt::format(" {} ", word)) != std::string::npos) result.push_back(line);
  }
  return result;
}

}  // namespace holdfast::rules

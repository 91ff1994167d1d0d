// PWs in the view of their AC, and how the AC treats them.

#include <algorithm>

#include "importers/vrp/print/pw_settings.h"
#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

std::string_view role_word(PwRole role) {
  switch (role) {
    case PwRole::Secondary:
      return " secondary";
    case PwRole::Bypass:
      return " bypass";
    case PwRole::Admin:
      return " admin";
    case PwRole::Primary:
    case PwRole::DualBypass:
      break;
  }
  return "";
}

class PwLine {
 public:
  PwLine(const Pw& pw, const PwTemplate& from) : pw_(pw), from_(from) {}

  std::string words() const {
    std::string line = pw_.signalling == PwSignalling::Static ? "mpls static-l2vc" : "mpls l2vc";
    line += clause("instance-name", pw_.instance_name);
    if (is_tdm_form()) line += fmt::format(" encapsulation {}", encapsulation_word(*pw_.vc_type));
    line += far_end();
    if (pw_.signalling == PwSignalling::Static) {
      line += clause("transmit-vpn-label", pw_.transmit_label);
      line += clause("receive-vpn-label", pw_.receive_label);
    }
    return line + options() + std::string(role_word(*pw_.role));
  }

 private:
  // These two stand before the peer.
  bool is_tdm_form() const {
    return pw_.vc_type.configured() &&
           (*pw_.vc_type == VcType::SatopE1 || *pw_.vc_type == VcType::CesopsnBasic);
  }

  std::string far_end() const {
    std::string line;
    if (own(pw_.peer, from_.peer)) {
      if (pw_.signalling == PwSignalling::Static) line += " destination";
      line += fmt::format(" {}", **pw_.peer);
    }
    line += clause("pw-template", pw_.pw_template);
    if (*pw_.role == PwRole::DualBypass) {
      return line + clause("ac-bypass", pw_.vc_id) + clause("pw-bypass", pw_.pw_bypass_vc_id);
    }
    if (pw_.vc_id) line += fmt::format(" {}", **pw_.vc_id);
    return line;
  }

  std::string options() const {
    std::string line;
    if (own(pw_.tunnel_policy, from_.tunnel_policy)) {
      line += fmt::format(" tunnel-policy {}", **pw_.tunnel_policy);
    }
    if (own(MaybeFact<bool>(pw_.control_word), from_.control_word)) {
      line += *pw_.control_word ? " control-word" : " no-control-word";
      if (has_own_atm() && pw_.atm->sequence_number && *pw_.control_word) line += " seq-number";
    }
    if (pw_.vc_type.configured() && !is_tdm_form()) line += fmt::format(" {}", pw_word(*pw_.vc_type));
    line += clause("access-port", pw_.access_port);
    line += clause("ignore-standby-state", pw_.ignore_standby_state);
    if (has_own_atm()) line += atm_clauses(*pw_.atm);
    if (pw_.tdm && !from_.tdm) line += tdm_clauses(*pw_.tdm, *pw_.vc_type);
    return line;
  }

  bool has_own_atm() const { return pw_.atm && !from_.atm; }

  const Pw& pw_;
  const PwTemplate& from_;
};

void print_bindings(const Pw& pw, const PwTemplate& from, Writer& out) {
  if (pw.admin_vrrp) {
    const AdminVrrpBinding& binding = *pw.admin_vrrp;
    if (binding.interface.configured()) {
      out.line("mpls l2vc track admin-vrrp interface {} vrid {}{}", *binding.interface, *binding.vrid,
               clause("pw-redundancy", binding.pw_redundancy));
    } else {
      out.line("mpls l2vc track admin-vrrp secondary");
    }
  }
  if (pw.admin_vc_interface) {
    out.line("mpls l2vc{} track admin-vc interface {}", role_word(*pw.role), **pw.admin_vc_interface);
  }
  if (own(MaybeFact<FlowLabel>(pw.flow_label), from.flow_label)) {
    out.line("mpls l2vpn flow-label {}{}", flow_label_word(*pw.flow_label), role_word(*pw.role));
  }
}

void print_redundancy(const AcRedundancy& ac, Writer& out) {
  if (ac.mode.configured()) {
    out.line("mpls l2vpn redundancy {}", *ac.mode == RedundancyMode::Master ? "master" : "independent");
  }
  if (ac.reroute) out.line("mpls l2vpn reroute {}", reroute_words(**ac.reroute));
  out.value("mpls l2vpn holdoff", ac.holdoff);
  out.flag("mpls l2vpn stream-dual-receiving", ac.stream_dual_receiving);
  const auto dual_sending = [&](const char* family, const Fact<bool>& on, const auto& expire) {
    if (!on.configured()) return;
    out.line("{}mpls l2vpn {}-dual-sending{}", *on ? "" : "undo ", family,
             *on ? clause("expire-time", expire) : "");
  };
  dual_sending("arp", ac.arp_dual_sending, ac.arp_expire);
  dual_sending("nd", ac.nd_dual_sending, ac.nd_expire);
  out.flag("mpls l2vpn pw ignore-ac-state", ac.ignore_ac_state);
  out.flag("mpls l2vpn pw ignore-ac-state secondary", ac.secondary_ignore_ac_state);
  out.flag("mpls l2vpn pw ignore-ac-state bypass", ac.bypass_ignore_ac_state);
  out.flag("interface-parameter-type vccv", ac.vccv_parameter);
  out.flag("interface-parameter-type vccv secondary", ac.secondary_vccv_parameter);
  out.value("mpls l2vpn service-name", ac.service_name);
  if (ac.pw_aps) out.line("mpls l2vpn pw-aps {} reference", **ac.pw_aps);
}

// The connections that the AC's own view makes; the others have a line of the system view.
void print_connections(const Device& device, const Interface& interface, Writer& out) {
  for (const LocalConnection& made : device.local_connections) {
    if (*made.first_interface != interface.name || !made.second_interface) continue;
    if (!made.name.empty() && !made.secondary) continue;
    out.line("mpls ccc{} out-interface {}{}",
             made.name.empty() ? std::string() : fmt::format(" instance-name {}", made.name),
             **made.second_interface, made.secondary ? " secondary" : "");
  }
}

}  // namespace

void print_pws(const Device& device, const Interface& interface, Writer& out) {
  print_connections(device, interface, out);
  static const PwTemplate kNone;
  for (const Pw& pw : interface.pws) {
    const auto named = [&](const PwTemplate& it) { return pw.pw_template && it.name == **pw.pw_template; };
    const auto at = std::ranges::find_if(device.pw_templates, named);
    const PwTemplate& from = at == device.pw_templates.end() ? kNone : *at;
    out.line("{}", PwLine(pw, from).words());
    print_bindings(pw, from, out);
  }
  if (interface.redundancy) print_redundancy(*interface.redundancy, out);
}

}  // namespace holdfast::vrp

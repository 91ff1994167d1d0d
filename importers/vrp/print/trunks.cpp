// Eth-Trunks, their members and LACP; E-Trunks and which Eth-Trunks belong to them.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kFast = 3;  // seconds without LACPDUs
constexpr std::uint32_t kSlow = 90;

std::string_view mode_words(TrunkMode mode) {
  switch (mode) {
    case TrunkMode::LacpStatic:
      return "lacp-static";
    case TrunkMode::LacpDynamic:
      return "lacp-dynamic";
    case TrunkMode::ManualBackup:
      return "manual backup";
    case TrunkMode::Manual:
      return "manual load-balance";
  }
  return {};
}

std::string_view member_word(EtrunkMemberMode mode) {
  if (mode == EtrunkMemberMode::ForceMaster) return "force-master";
  return mode == EtrunkMemberMode::ForceBackup ? "force-backup" : "auto";
}

void print_timeout(const MaybeFact<std::uint32_t>& timeout, Writer& out) {
  if (!timeout) return;
  if (**timeout == kFast) return out.line("lacp timeout fast");
  if (**timeout == kSlow) return out.line("lacp timeout slow");
  out.line("lacp timeout fast user-defined {}", **timeout);
}

void print_settings(const TrunkSettings& trunk, Writer& out) {
  if (trunk.mode.configured()) out.line("mode {}", mode_words(*trunk.mode));
  out.value("least active-linknumber", trunk.least_active);
  out.value("max active-linknumber", trunk.max_active);
  out.flag("lacp preempt enable", trunk.lacp_preempt);
  out.value("lacp preempt delay", trunk.lacp_preempt_delay);
  print_timeout(trunk.lacp_timeout, out);
  out.value("lacp e-trunk system-id", trunk.etrunk_system_id);
  out.value("lacp e-trunk priority", trunk.etrunk_priority);
  if (trunk.etrunk) {
    out.line("e-trunk {}{}", **trunk.etrunk, clause("remote-eth-trunk", trunk.remote_trunk));
  }
  if (trunk.etrunk_mode.configured()) out.line("e-trunk mode {}", member_word(*trunk.etrunk_mode));
  if (trunk.tracked_vrrp_interface && trunk.tracked_vrrp_vrid) {
    out.line("lacp track vrrp vrid {} interface {}", **trunk.tracked_vrrp_vrid,
             **trunk.tracked_vrrp_interface);
  }
  out.value("mlacp iccp-group", trunk.iccp_group);
}

void print_addresses(const Etrunk& etrunk, Writer& out) {
  if (!etrunk.peer_address || !etrunk.source_address) return;
  const bool v6 = (*etrunk.peer_address)->is_v6;
  out.line("{} {} {} {}{}", v6 ? "peer-ipv6" : "peer-address", **etrunk.peer_address,
           v6 ? "source-ipv6" : "source-address", **etrunk.source_address,
           clause("vpn-instance", etrunk.vpn_instance));
}

void print_etrunk(const Etrunk& etrunk, Writer& out) {
  out.open("e-trunk {}", etrunk.id);
  out.value("description", etrunk.description);
  out.value("priority", etrunk.priority);
  print_addresses(etrunk, out);
  out.value("authentication-mode", etrunk.authentication_mode);
  if (etrunk.key) {
    out.line("security-key {} {}", (*etrunk.key)->form == SecretForm::Clear ? "simple" : "cipher",
             out.key(*etrunk.key));
  }
  out.flag("sequence enable", etrunk.sequence);
  out.value("timer hello", etrunk.hello);
  out.value("timer hold-on-failure multiplier", etrunk.hold_multiplier);
  out.value("timer revert delay", etrunk.revert_delay);
  if (etrunk.revert_enabled.configured() && !*etrunk.revert_enabled) out.line("revert disable");
  out.value("e-trunk track bfd-session session-name", etrunk.bfd_session);
  out.flag("e-trunk bfd enable", etrunk.dynamic_bfd);
  if (etrunk.selection.configured()) {
    out.line("e-trunk select {}",
             *etrunk.selection == EtrunkSelection::Bandwidth ? "bandwidth" : "link-number");
  }
  out.close();
}

}  // namespace

void print_trunk(const Interface& interface, Writer& out) {
  out.value("eth-trunk", interface.member_of);
  out.value("lacp priority", interface.lacp_priority);
  if (interface.trunk) print_settings(*interface.trunk, out);
}

void print_etrunks(const Device& device, Writer& out) {
  for (const Etrunk& etrunk : device.etrunks) print_etrunk(etrunk, out);
}

}  // namespace holdfast::vrp

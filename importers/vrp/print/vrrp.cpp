// VRRP groups of interfaces.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kMsPerSecond = 1000;

void print_track(const std::string& group, const VrrpTrack& track, Writer& out) {
  const std::string role = track.bfd_role == VrrpBfdRole::Peer   ? " peer"
                           : track.bfd_role == VrrpBfdRole::Link ? " link"
                                                                 : "";
  const std::string change = clause("increased", track.increased) + clause("reduced", track.reduced) + role;
  if (track.interface) out.line("{} track interface {}{}", group, **track.interface, change);
  if (track.bfd_session) {
    out.line("{} track bfd-session session-name {}{}", group, **track.bfd_session, change);
  }
  if (track.bfd_discriminator) {
    out.line("{} track bfd-session {}{}", group, **track.bfd_discriminator, change);
  }
}

void print_authentication(const std::string& group, const VrrpGroup& vrrp, Writer& out) {
  if (!vrrp.authentication_mode || !vrrp.key) return;
  const std::string& mode = **vrrp.authentication_mode;
  const bool simple = mode == "simple";
  const char* const form = (*vrrp.key)->form == SecretForm::Clear ? " plain" : " cipher";
  out.line("{} authentication-mode {}{} {}", group, mode, simple ? form : "", out.key(*vrrp.key));
}

void print_timers(const std::string& group, const VrrpGroup& vrrp, Writer& out) {
  if (vrrp.preempt.configured() && !*vrrp.preempt) out.line("{} preempt-mode disable", group);
  if (vrrp.preempt_delay.configured()) {
    out.line("{} preempt-mode timer delay {}", group, *vrrp.preempt_delay);
  }
  if (!vrrp.advertise_interval.configured()) return;
  const std::uint32_t interval = *vrrp.advertise_interval;
  if (interval % kMsPerSecond == 0) {
    out.line("{} timer advertise {}", group, interval / kMsPerSecond);
  } else {
    out.line("{} timer advertise millisecond {}", group, interval);
  }
}

void print_group(const VrrpGroup& vrrp, Writer& out) {
  const char* const family = vrrp.is_v6 ? "6" : "";
  const std::string group = fmt::format("vrrp{} vrid {}", family, *vrrp.vrid);
  if (vrrp.virtual_ips.empty()) out.line("{}", group);
  for (const Fact<IpAddress>& address : vrrp.virtual_ips) out.line("{} virtual-ip {}", group, *address);
  if (vrrp.unicast_peer) {
    out.line("{} peer-ip {}{}", group, **vrrp.unicast_peer, clause("source-ip", vrrp.unicast_source));
  }
  if (vrrp.is_admin.configured() && *vrrp.is_admin) {
    out.line("admin-vrrp{} vrid {}{}", family, *vrrp.vrid, clause("ignore-if-down", vrrp.ignore_if_down));
  }
  if (vrrp.priority.configured()) out.line("{} priority {}", group, *vrrp.priority);
  print_timers(group, vrrp, out);
  print_authentication(group, vrrp, out);
  if (vrrp.tracked_admin_interface && vrrp.tracked_admin_vrid) {
    out.line("{} track admin-vrrp{} interface {} vrid {}", group, family, **vrrp.tracked_admin_interface,
             **vrrp.tracked_admin_vrid);
  }
  for (const VrrpTrack& track : vrrp.tracks) print_track(group, track, out);
  out.flag(group + " backup-forward", vrrp.backup_forward);
}

}  // namespace

void print_vrrp(const Interface& interface, Writer& out) {
  for (const VrrpGroup& group : interface.vrrp) print_group(group, out);
}

}  // namespace holdfast::vrp

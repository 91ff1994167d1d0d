// MPLS as a whole: LSR ID, TE, LDP and its remote peers, L2VPN, segment routing.

#include <algorithm>

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

void print_lsp_trigger(const Mpls& mpls, Writer& out) {
  if (!mpls.lsp_trigger) return;
  out.line("lsp-trigger {}", **mpls.lsp_trigger);
}

bool is_te_tunnel(const Interface& interface) {
  return interface.tunnel && *interface.tunnel->protocol == TunnelProtocol::MplsTe;
}

// A view that a word of the system view opens, or `undo` of it.
template <class Print>
void print_view(const char* words, const Fact<bool>& on, Writer& out, Print print) {
  if (!on.configured()) return;
  if (!*on) {
    out.line("undo {}", words);
    out.separate();
    return;
  }
  out.open("{}", words);
  print();
  out.close();
}

}  // namespace

void print_mpls(const Device& device, Writer& out) {
  const Mpls& mpls = device.mpls;
  if (mpls.lsr_id) {
    out.line("mpls lsr-id {}", **mpls.lsr_id);
    out.separate();
  }
  print_view("mpls", mpls.enabled, out, [&] {
    out.flag("mpls te", mpls.te);
    // Without it the device finds no path for a tunnel that it starts.
    if (*mpls.te && std::ranges::any_of(device.interfaces, is_te_tunnel)) out.line("mpls te cspf");
    out.flag("mpls rsvp-te", mpls.rsvp_te);
    print_lsp_trigger(mpls, out);
  });
  print_view("mpls l2vpn", mpls.l2vpn, out, [&] {
    out.flag("mpls l2vpn default martini", mpls.l2vpn_martini);
    out.flag("mpls l2vpn auto-create-session", mpls.auto_create_session);
    out.flag("vpls ignore-ac-state", mpls.vpls_ignore_ac_state);
  });
  if (mpls.segment_routing.configured()) {
    out.flag("segment-routing", mpls.segment_routing);
    out.separate();
  }
}

void print_ldp(const Device& device, Writer& out) {
  const Mpls& mpls = device.mpls;
  print_view("mpls ldp", mpls.ldp, out, [&] {
    if (mpls.accept_target_hello.configured()) {
      out.line("{}", *mpls.accept_target_hello ? "accept target-hello all" : "undo accept target-hello");
    }
    out.flag("longest-match", mpls.longest_match);
    if (!*mpls.enabled) print_lsp_trigger(mpls, out);
  });
  for (const LdpRemotePeer& peer : mpls.remote_peers) {
    out.open("mpls ldp remote-peer {}", peer.name);
    out.value("remote-ip", peer.remote_ip);
    out.close();
  }
}

}  // namespace holdfast::vrp

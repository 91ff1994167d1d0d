// Static BFD sessions.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

std::string far_end(const BfdSession& session) {
  return session.remote_end ? fmt::format(" remote-peer {} pw-ttl auto-calculate", **session.remote_end) : "";
}

std::string ip_binding(const BfdSession& session) {
  if (!session.peer) return {};
  const char* const v6 = (*session.peer)->is_v6 ? "v6" : "";
  const bool bundle = session.automatic.origin == Origin::Inferred;
  std::string words = fmt::format(" bind{} peer-ip{} {}", bundle ? " link-bundle" : "", v6, **session.peer);
  words += clause("vpn-instance", session.vpn_instance) + clause("interface", session.interface);
  words += clause(fmt::format("source-ip{}", v6), session.source);
  words += clause("track-interface interface", session.tracked_interface);
  return words + clause("auto", session.automatic) + clause("one-arm-echo", session.one_arm_echo);
}

std::string vsi_binding(const BfdSession& session) {
  if (!session.vsi || !session.peer) return {};
  const char* const kind = *session.multicast_peer ? "peer-ip default-ip" : "pw";
  return fmt::format(" bind {} vsi {} peer {}{}{}", kind, **session.vsi, **session.peer,
                     clause("vc-id", session.vc_id), far_end(session));
}

// What the session watches; empty for kinds that the model does not tell apart.
std::string binding(const BfdSession& session) {
  switch (session.target) {
    case BfdTarget::PeerIp:
      return ip_binding(session);
    case BfdTarget::Interface:
      return " bind peer-ip default-ip" + clause("interface", session.interface) +
             clause("source-ip", session.source);
    case BfdTarget::VsiPw:
      return vsi_binding(session);
    case BfdTarget::LdpLsp:
      return " bind ldp-lsp" + clause("peer-ip", session.peer) + clause("nexthop", session.nexthop) +
             clause("interface", session.interface) + clause("auto", session.automatic);
    case BfdTarget::TeTunnel:
    case BfdTarget::TeLsp:
      return " bind mpls-te" + clause("interface", session.interface) +
             (session.target == BfdTarget::TeLsp ? " te-lsp" : "");
    case BfdTarget::Pw:
      return " bind pw" + clause("interface", session.interface) + clause("secondary", session.secondary_pw) +
             far_end(session) + clause("track-interface interface", session.tracked_interface);
    case BfdTarget::StaticLsp:
    case BfdTarget::Other:
      return {};
  }
  return {};
}

}  // namespace

void print_bfd_sessions(const Device& device, Writer& out) {
  for (const BfdSession& session : device.bfd_sessions) {
    out.open("bfd {}{}", session.name, binding(session));
    out.value("discriminator local", session.local_discriminator);
    out.value("discriminator remote", session.remote_discriminator);
    out.value("min-tx-interval", session.min_tx);
    out.value("min-rx-interval", session.min_rx);
    out.value("detect-multiplier", session.multiplier);
    out.value("wtr", session.wtr);
    out.flag("shutdown", session.shutdown);
    out.flag("process-pst", session.process_pst);
    out.flag("process-interface-status", session.process_interface_status);
    out.close();
  }
}

}  // namespace holdfast::vrp

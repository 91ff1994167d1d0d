#pragma once

// Whether a PW or VPN has a tunnel from one device to another (docs/failures.md, "Tunnel policy"; semantics
// §3.4).

#include <map>
#include <optional>
#include <string_view>

#include "solver/control_plane/ldp_sessions.h"
#include "solver/control_plane/routes.h"
#include "solver/control_plane/te_tunnels.h"

namespace holdfast::control_plane {

class Transport {
 public:
  Transport(const pairing::Pairing& net, Routes& routes, TeTunnels& tunnels)
      : net_(net), routes_(routes), tunnels_(tunnels) {}

  // By the tunnel policy of that name on `from`; empty: none named.
  State up(DeviceId from, DeviceId to, std::string_view policy, Failed failed);
  // The kind of LSP that carries then; nothing: a TE tunnel does, or nothing that is certain.
  std::optional<Carriage> lsp(DeviceId from, DeviceId to, std::string_view policy, Failed failed);

 private:
  // Whether something carries, and which LSP does.
  struct Carrier {
    State state;
    std::optional<Carriage> lsp;
  };
  const TunnelPolicy* named(DeviceId device, std::string_view policy) const;
  Carrier evaluate(DeviceId from, DeviceId to, const TunnelPolicy* policy, Failed failed);
  Carrier by_lsp(DeviceId from, DeviceId to, Carriage carriage, Failed failed);
  Carrier default_class(DeviceId from, DeviceId to, Failed failed);
  State te(DeviceId from, DeviceId to, Failed failed);
  Carrier by_sequence(DeviceId from, DeviceId to, const TunnelPolicy& policy, Failed failed);
  Carrier by_binding(DeviceId from, DeviceId to, const TunnelBinding& binding, Failed failed);

  const pairing::Pairing& net_;
  Routes& routes_;
  TeTunnels& tunnels_;
  std::map<std::tuple<DeviceId, DeviceId, const TunnelPolicy*>, Memo<Tri>> memo_;
};

}  // namespace holdfast::control_plane

// GRE, DSVPN and L2TPv3 details.
// Tunnels for routed traffic; where one carries MPLS, rows on the tunnel interface say so.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kTunnelsWords = R"(
destination vpn-instance
forward-mode
global-gre
gre
keepalive
l2tpv3
nhrp
target
target-board
tunnel pathmtu)";

}  // namespace holdfast::vrp

// EVPN, EVPL instances and VXLAN.
// Services of their own with their own redundancy, which is not judged here; LDP PWs do not depend on them.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kEvpnWords = R"(
advertise
anycast-gateway
black-hole-dup-mac
bypass-vxlan
control-word
data-delay-time
data-switch
default-color
detect
df-election
esi
etree
evpl
evpn
evpn access
evpn e-tree-leaf
evpn enhancement
evpn mpls
evpn reserve-interface
evpn source-address
evpn srv6
evpn vpn-instance
evpn-vpws
inclusive-provider-tunnel
irb-reoriginated
isolate
l2vpn-family evpn
leaf
local-remote
local-service-id
local-vni
mac-duplication
mtu-match
non-revertive
reserve-interface
retry-cycle
root
route-distinguisher
router-id-extend
timer es-recovery
tnl-policy
umr
vlan-extend
vni
vpn-target
vpws-df-election
vtep-src
vxlan)";

}  // namespace holdfast::vrp

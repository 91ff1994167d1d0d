// IGMP, MLD, PIM, MSDP, snooping, multicast VPN, BIER.
// Multicast takes the ways that unicast services already have; it gives them none.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kMulticastWords = R"(
anycast-rp
auto-discovery
auto-rp
backup-rpf-switchover-delay
bfr-id
bfr-prefix
bier
bsm
bsr-policy
c-bsr
c-multicast
c-rp
cache-sa-enable
channel
crp-policy
dhcp-stb
embedded-rp
encap-data-enable
encapsulation-type
evi
hello
hello-option
holddown-time
holdtime
igmp
igmp-snooping
import-channel
import-source
inter-area-segmented
ip rpf-route-static
ipmsi-tunnel
ipv4-family mdt
ipv4-family mvpn
ipv6-family mvpn
join-prune
l2-multicast
l2-multicast-channel
lastlistener-queryinterval
lastmember-queryinterval
local-mt
local-mt enable
local-mt filter-policy
max-load-balance
max-response-time
mld
mld-snooping
mldp
mldp-p2mp-tunnel
msdp
multicast
multicast-domain
multicast-instance
multicast-list
multicast-mib
multicast-profile
multicast-virtual-scheduling
multicast-vlan
multicast-vpn
mvpn
neighbor-check
ng-mvpn
originating-rp
p2mp-template
pim
pim-ipv6
probe-interval
query
register-packet-checksum
register-policy
register-source
register-suppression-timeout
register-with-probe
require-router-alert
robust-count
root-ip
rpf
rpf-frr
rpf-prune-delay
rpf-vector
rpt-prune-delay
rpt-spt
send-router-alert
sender-enable
source-lifetime
source-policy
source-proxy
spatial-multicast
spmsi-tunnel
spt-only
spt-switch-threshold
ssm-mapping
ssm-policy
state-refresh-interval
state-refresh-rate-limit
state-refresh-ttl
static-rp
static-rpf-peer
sub-domain
switch-delay
timer other-querier-present
timer query
tunnel-detect-delay
tunnel-withdraw-delay
umh-select
unspecified-channel
user-instance
vrf-route-import)";

}  // namespace holdfast::vrp

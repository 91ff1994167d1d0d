// NAT, NAT64, DS-Lite, MAP, PCP and the service boards under them.
// Address translation acts on routed traffic, behind the services judged here.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kNatWords = R"(
assign
border-relay
br-ipv6-address
cgn-pub-user
cpe-ip
cu
dmr-prefix
down-number
ds-lite
exclude-port
global-pool
inside-pool
ipv4-prefix
ipv6-prefix
l2-aware
local-ipv6
location
map-e
map-rule
map-t
monitor-location-group
multicast-nat
nat
nat-instance
nat-policy
nat64
option-s46
pcp
port-forwarding
port-range
port-reservation
port-single
remote-backup
remote-backup-service
remote-ipv6
rule-prefix
section
service-chain
service-ha
service-instance-group
service-location
static-mapping
track monitor-location-group
tunnel ipv4-ipv6
up-backup-group
vsm)";

}  // namespace holdfast::vrp

// OSPFv3 and RIPng; of OSPF, IS-IS and BGP what changes how soon or on which of equal ways traffic arrives.
// Convergence timers, fast reroute, tie breaks, logs: with them and without them the same places are reached.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kRoutingWords = R"(
abr-summary
activate-route-tag
apply-label
area
as-notation
as-path-limit
asbr-summary
attr-set
avoid-microloop frr-protected
avoid-microloop segment-routing
avoid-microloop te-tunnel
bandwidth-config
bandwidth-reference
bestroute
bfd all-interfaces
bgp paf
bgp yang-mode
bgp-ls
bgp-lsp
bmp
bmp-session
checkzero
circuit default-tag
compare-different-as-med
connect-interface
default-cost
default-route-advertise
deterministic-med
direct-routes
domain-id
ebgp-interface-sensitive
eca-route-type
egress-engineering
ext-community-change
external-path
filter-policy
flash-flood
flooding-control
frr
frr-policy
graceful-restart
helper-role
hostname
ip frr
ipv4-family flow
ipv4-family multicast
ipv4-family sr-policy
ipv4-family vpnv4-multicast
ipv4-flow
ipv6 avoid-microloop
ipv6 frr
ipv6-family flow
ipv6-family sr-policy
ipv6-flow
irb
is-name
isis dis-name
isis dis-priority
isis lfa-backup
isis padding-hello
isis purge-source-trace
isis remote-lfa
isis small-hello
isis suppress-flapping
isis tag-value
isis ti-lfa
label-free
link-state-family
load-balancing
loop-free-alternate
lsa-age
lsa-arrival-interval
lsa-forwarding-address
lsa-originate-interval
lsdb
lsdb-overflow-limit
lsp-fragments-extend
lsp-length
lsp-remaining-lifetime
maxage-lsa
maximum-link-cost
metric-delay
nssa
opaque-capability
optional-checksum
ospf flush-source-trace
ospf frr
ospf maxage-lsa
ospf mib-binding
ospf remote-lfa
ospf smart-discover
ospf suppress-flapping
ospf ti-lfa
ospf trans-delay
ospfv3
prefix-priority
private-4-byte-as
purge-originator-identification
retransmission-limit
rfc1583
ripng
route-mode
route-select
route-tag
router-id
rpd-family
rpd-policy
rpki
rpki-limit
safe-sync
sbfd
service-enhance
sham-hello
silent-interface
slow-peer
spf
spf-schedule-interval
statistics-timer
stub
stub-router
suppress-flapping
synchronization
tiebreaker
timers
trace-prefix
transit-vpn
vpn frr
vpn-id)";

}  // namespace holdfast::vrp

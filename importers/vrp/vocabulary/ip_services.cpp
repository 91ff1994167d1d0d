// ARP, neighbour discovery, ICMP, TCP, fragmentation, and the side settings of VRRP.
// Neighbours that are configured alike resolve each other; what shapes that is beside the model.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kIpServicesWords = R"(
arp
arp-proxy
broadcast-copy
fib-miss-report
host-packet
icmp
icmp-reply
ip blacklist
ip forward-broadcast
ip icmp
ip option
ipv4
ipv6 address-policy
ipv6 blacklist
ipv6 extension-header
ipv6 icmp
ipv6 icmp-error
ipv6 nd
ipv6 neighbor
ipv6 pathmtu
ipv6 reassembling
ipv6 security
l2-topology
local-ce
mac-change
nd
remote-ce
single-nexthop
static-route timer
tcp
vrrp arp
vrrp gratuitous-arp
vrrp recover-delay
vrrp smooth-switching
vrrp un-check
vrrp virtual-ip
vrrp6 checksum
vrrp6 na
vrrp6 nd
vrrp6 un-check)";

}  // namespace holdfast::vrp

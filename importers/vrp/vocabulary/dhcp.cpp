// DHCP, DHCPv6, address pools, DNS.
// They hand out addresses to hosts and users; the addresses of the network itself are configured.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kDhcpWords = R"(
aftr-name
authentication-name
client-duid
client-option60
conflict
constant-index
dhcp
dhcp-decline
dhcp-forcerenew
dhcp-proxy
dhcp-server
dhcpc
dhcpv6
dhcpv6-follow-ipv6cp
dhcpv6-only
dhcpv6-server
dhcpv6-unshare-only
dns
dns-search-list
dns-server
dns-suffix
domain-search-list
excluded-ip-address
excluded-ipv6-address
excluded-ipv6-prefix
export
frame-ip
frame-ipv6
gateway
ip pool
ip pool-group
ip relay
ip used-threshold
ip-address
ip-attribute
ip-pool
ip-pool-group
ipv6 host
ipv6 pool
ipv6 ppp
ipv6 prefix
ipv6 temporary-address
ipv6-address
ipv6-pool
ipv6-trigger
ipv6-warning-threshold
lease
lifetime
link-address
lock
netbios-name-server
netbios-type
option
option-61
option121
option33
pd-unshare-only
pnp
prefix
prefix-assign-mode
public-address
rebinding-time
recycle
release-agent
remote-ip
renew-time-percent
renewal-time
reserved
sip-server
slaac-unshare-only
static-bind
subnet
unr
wait-request-time
warning-exhaust
warning-threshold)";

}  // namespace holdfast::vrp

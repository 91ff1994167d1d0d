// Broadband access: IPoE, PPPoE, L2TP, BAS interfaces, hot standby of user sessions, control and user plane.
// Sessions of subscribers end on the device; no L2VPN service rides on them.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kAccessWords = R"(
802.1p
802.1p-to-vpn
8021p
access-delay
access-ip-limit
access-limit
access-line-id
access-type
access-user
accounting-stop-packet
acct-session-id
allow
allow-address-change
any-address-release
arp-trigger
authentication-method
authentication-method-ipv6
avp
backup-id
bas
bas-interface-name
bas-load-balance
basinfo-insert
batch-backup
bgp over
blacklist
block
bras
calling-number-avp
chasten
client-access-line-id
client-option18
client-option37
client-option38
client-option82
client-vendor-class
congest-alarm
control-tunnel
controller-ip
cu-agent
cu-controller
cu-mode
cusp
default-domain
default-password-template
default-user-name
default-user-name-template
delete
deny-domain
deny-domain-list
dhcp-broadcast
dns-redirect
dns-url
e-trunk
echo-interval
echo-timeout
frame-route
http-redirect
http-url
https-redirect
idle-user-redirect
ip unr
ip-trigger
ipoe-server
ipoe-service-type
ipv6 pd-address-release
ipv6 unr
js
l2tp
l2tp-authorize
l2tp-group
l2tp-tunnel
l2tp-user
lac
layer3-subscriber
link-account
lns
lns-group
mac-authentication
mandatory-chap
mandatory-lcp
nas
nas-port-type
nd-proxy
nd-trigger
option-82
option37-relay-mode
option60
option82-relay-mode
peer-backup
peer-ipv6
permit-domain
permit-domain-list
port-access-limit
portal
portal-redirect
portal-server
ppp
ppp-force-authtype
ppp-gateway
pppoe
pppoe-motm
pppoe-server
pppoe-url
pppuser-offline-standardize
protect
protocol-statistics
protocol-tunnel
pure-user-name
radius-authorization
reallocate-ip-address
redirect-cpu
remote-backup-profile
renegotiation-lcp
retransmit
roam-domain
rui
rui-option
rui-slave
self-signed
service-identify
service-identify-policy
service-type
set-dscp-outer
ssid
static-route
switchover
track cu-control-tunnel
transport-address
tunnel-acct-2867
tunnel-alarm
tunnel-per-user
user-basic-service-ip-type
user-group-case-sensitive
user-policy
vbas
vendor-class
vrrp
vrrp-id
vrrp6-id
web
web-auth-server
web-redirect
web-server
wlan
wlan-switch)";

}  // namespace holdfast::vrp

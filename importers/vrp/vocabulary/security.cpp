// IPsec, IKE, PKI, key chains, MACsec, attack defence, URPF.
// They protect the control plane and routed traffic; keys that adjacencies compare are read by rows.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kSecurityWords = R"(
abnormal-packet-defend
ah
alarm
algorithm
application-apperceive
arp-fake
arp-limit
arp-miss
arp-safeguard
attack-source-trace
attribute
authentication-algorithm
car
certificate
cmp
common-name
country
cp-acl
cp-rate-limit
cpu-defend
cpu-defend-policy
crl
crypto
dh
digest-length
dn
dynamic-link-protection
email
encapsulation-mode
encryption-algorithm
esp
firewall
fqdn
fragment-flood
gtsm
hostcar
http-hostcar
icmp-broadcast-address-echo
ignore-hostcar
ike
ike-peer
ike-proposal
ikev2
integrity-algorithm
ip host
ip urpf
ipsec
ipv6 urpf
ipv6-abnormal-packet-defend
ipv6-enhance
ipv6-tcpsyn-flood
ipv6-udp-packet-defend
key-id
key-string
keychain
l2-loop-detect
l3-loop-detect
ldap-server
local-address
local-id-type
locality
ma-defend
ma-defend-interface
ma-defend-slot
macsec
management-acl
mka
organization
organization-unit
pfs
pki
pki-domain
pre-shared-key
process-sequence
proposal
protocol-group
re-authentication
receive-time
receive-tolerance
remote-address
remote-attestation
remote-id
sa
security
send-time
speed-limit
super
tcp-algorithm-id
tcp-kind
tcpsyn-flood
time
traffic-secure
transform
trustem
udp-packet-defend
user-bind
user-defined-flow
user-fqdn
vlan-host-car
whitelist)";

}  // namespace holdfast::vrp

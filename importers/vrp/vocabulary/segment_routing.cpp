// SRv6, segment lists, SR policies, APN, flexible algorithms.
// LDP PWs and VSIs do not ride on them unless a tunnel policy says so, and that is for rows to say.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kSegmentRoutingWords = R"(
affinity
apn
apn-field
apn-id
apn-id-ipv6
app-group
backup
backup-opcode
bfd seamless
binding-sid
bypass
cache
candidate-path
compress-16
compress-32
encapsulation
encapsulation source-address
flex-algo
inner-type
isolate-group
local-block
locator
mapping-policy
opcode
path-mtu
proxy
seamless-bfd
segment-list
segment-routing ipv6
sr-te
sr-te-policy
srv6-te
srv6-te-policy
te attribute
te bandwidth
te ipv6-router-id
te metric
ti-lfa
timer end-x
traffic-statistics
ttl-mode)";

}  // namespace holdfast::vrp

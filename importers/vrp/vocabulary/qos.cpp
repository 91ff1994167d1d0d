// Classification, queues, shaping, policing, load balancing hashes, hard pipes.
// They share out bandwidth on a way that is chosen elsewhere.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kQosWords = R"(
8021p-inbound
8021p-outbound
bu-suppression
bum-suppression
car-mode
cir
cir-parent-priority
classifier
color
cos
deny
diffserv
diffserv-mode
drop-profile
ecn
field
flow-car
flow-mapping
flow-queue
flow-wred
hard-pipe
hierarchical-car
increase-priority
ip-dscp-inbound
ip-dscp-outbound
ipv6 redirect
l3vpn
load-balance
loadbalance
map
match-type
mpls-exp-inbound
mpls-exp-outbound
mpls-hqos
mpls-inner-exp
multicastbandwidth
network-header-length
pack
parent-priority
permit
pir
port shaping
port share-shaping
port-queue
port-queue-alarm
port-queue-template
port-wred
qos
qos-profile
queue
queue-4cos-mapping
queue-depth
queue-priority
redirect
remark
remark-color
schedule
service-template
session-group-exclude
shaping
share-mode
share-shaping
sub-port-queue
syslog
traffic
traffic-behavior
traffic-filter
traffic-limit
traffic-mirror
traffic-policy
traffic-policy-action
traffic-redirect
traffic-remark
trust
user-group-queue
user-priority
user-queue
vpn-group
weight
wred)";

}  // namespace holdfast::vrp

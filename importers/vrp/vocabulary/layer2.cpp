// Spanning tree, rings, MAC tables, VLAN translation, storm suppression, tunnelled layer 2 protocols.
// Bridging inside a site; which VSI or PW a circuit belongs to is said by rows.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kLayer2Words = R"(
access-vlan
aggregate-vlan
bpdu
bpdu-tunnel
broadcast
broadcast-suppression
check
control-vid
control-vlan
damping
erps
force-broadcast
garp
guard-timer
gvrp
holdoff-timer
hvrp-transport
l2protocol-tunnel
link-protocol
link-protocol discard
link-protocol forwarding
loop-detect
loop-detection
loopback-detect
mac-address
mac-address-usage
mac-learn-style
mac-limit
multicast-suppression
outside-vlan
pbb
port isolate-state
protected-instance
pw-tag
qinq 8021p-mode
qinq protocol
qinq-vlan
raps-mel
region-name
revertive
revision-level
rrpp
smart-link
standard-group
storm-control
storm-suppression
stp
sub-ring
suppression
tc-notify
tc-protection
trunk
unicast-suppression
unknown-multicast
unknown-unicast
unknown-unicast-suppression
untagged
user-vlan
virtual-channel
vlan
vlan batch
vlan instance
vlan vlan-name
vlan-group
vlan-mapping
vlan-miss
vlan-swap
voice-vlan
vpls-multicast
vpls-pruning-mode
wtr-timer)";

}  // namespace holdfast::vrp

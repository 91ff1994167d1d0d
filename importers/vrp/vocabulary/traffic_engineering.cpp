// GMPLS, path computation, and the side settings of MPLS TE and LDP.
// They tune or delegate; tunnels and LSPs themselves are made by rows.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kTrafficEngineeringWords = R"(
association-type
auto-frr
backoff
backward
capability
capability-announcement
connect-server
data-link
ecmp-frr-coexist
entropy-label
entropy-label-capability
explicit-null-label
fec-list
fec-node
ftn
gmpls-tunnel
graceful-delete
hotstandby-switch
igp-sync-delay
label advertise
leaf-list
link
link-id
lmp
lsp-loopback
match-tunnel
mpls autobypass-tunnel-number
mpls autoprimary-tunnel-number
mpls dynamic-label-number
mpls ldp-lsp-number
mpls mldp
mpls mldp-branch-number
mpls mldp-tree-number
mpls multistep
mpls outsegment-number
mpls path-mtu
mpls poison-reverse
mpls remote-adjacency-number
mpls rsvp-lsp-number
mpls traffic-statistics
mpls-in-udp
multi-delegate
no-renegotiate
node-id
path-constraint
pce-client
pce-server
protocol-packets
send-message
session protection
session-state-trap
sr-te-simulate
switch-type
te-class-mapping
te-class0
te-class1
te-class2
te-class3
te-class4
te-class5
te-class6
te-class7
te-link
te-set-subtlv
tunnel-id
validate-list)";

}  // namespace holdfast::vrp

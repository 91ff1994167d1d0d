// Ethernet OAM (CFM, EFM, Y.1731), MPLS and MPLS-TP OAM, ping and trace.
// They detect. What ties a detection to a service (`oam-bind`) is not listed here.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kOamWords = R"(
ais
cc
ccm
ccm-interval
cfm
delay-measure
efm
eth-test
ip path
loss-measure
lost-measure
lspv
ma
me
measure-point
mep
mip
mpls oam
mpls-oam
mpls-tp
mtrace
oam-mgr
packet-priority
ping
port-link
rdi
recover
remote-mep
senderid-tlv-type
test-id
test-packet
y1731)";

}  // namespace holdfast::vrp

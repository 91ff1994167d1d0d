// NQA and TWAMP.
// Tests measure; what reacts to a test says so in its own command.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kMeasurementWords = R"(
adv-factor
agetime
clear-records
client
color-mode
control-session
datafill
datasize
destination-address
destination-port
discovery-pmtu-max
disorder
duration
exchange-port
fail-percent
fail-ratio
forwarding-simulation
fragment
frequency
hardware-based
icmp-jitter-mode
jitter-codec
jitter-packetnum
label-type
local-pw-id
local-pw-type
lsp-exp
lsp-nexthop
lsp-path
lsp-replymode
lsp-tetunnel
lsp-type
lsp-version
md
measure
nqa
nqa-jitter
nqa-server
packet-size
path-type
pe-vid
peer-address
precision
probe-count
probe-failtimes
rate
receive-timestamp-unit
records
reflector
remote-fec
remote-pw-id
responder
sac
send-trap
sender
sender-address
sendpacket
set-df
source-address
source-interface
source-port
test
test-failtimes
test-flow
test-session
test-type
threshold
timestamp-unit
tos
tracert-hopfailtimes
tracert-livetime
traffic-policing
traffic-type
ttl
ttl-copymode
twamp
twoway-delay
twoway-jitter
twoway-loss
udp
vc-type)";

}  // namespace holdfast::vrp

// NetStream, sFlow, mirroring, IFIT, IP FPM, media quality.
// They copy or count packets.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kMonitoringWords = R"(
ach
capture-packet
collect
color-flag
dcp
disorder-measure
dynamic-flow
emdi
esqm
flow
flow-recognition
ifit
in-group
intelligent-flow
ip netstream
ipfpm
ipv6 netstream
match
mcp
measure-mode
mirror
observe
observe-filter
out-group
period
port-mirroring
port-observing
service-stream
sflow
template
tlp)";

}  // namespace holdfast::vrp

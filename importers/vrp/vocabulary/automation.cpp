// Machine interfaces: NETCONF, gRPC, telemetry, the Python platform.
// They read and write the configuration; they are not part of the network that it describes.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kAutomationWords = R"(
access-operation
activate
assistant
callhome
condition
condition-relation
cpu-usage
depth
destination-group
dscp
encoding
endpoint
environment
execute
execute-default
group-name
grpc
idle-timeout
ipv4-address
keepalive-interval
keepalive-maxcount
level
local-source-address
max-sessions
module-name
mtp
nacm
netconf
op-field
ops
peer-ip
read-default
reconnection
rpc-message
rule-list-name
rule-name
rule-type
script-assistant
sensor-group
sensor-path
server-port
service-restconf
snetconf
source-ip
ssl-policy
ssl-verify
subscription
suppress-period
telemetry
write-default
xml-translate)";

}  // namespace holdfast::vrp

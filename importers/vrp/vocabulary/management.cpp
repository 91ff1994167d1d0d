// SNMP, logs, alarms, statistics tasks, LLDP, files, and the data communication network.
// They watch the device. The text of `display lldp neighbor` is read elsewhere.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kManagementWords = R"(
abort
alarm-name
alias
apply-command-group
as
attack-defend
attack-detect
attack-trace
auto-report
auto-restore
cluster
command
command-privilege
commit
configuration
configuration-occupied
connect-mode
correlation-analyze
data-packet
dcn
delay-suppression
end-group
event
fast-terminate
file
file-format
header
history
hotkey
import
info-center
intelligent-anomaly-detection
intelligent-resource-prediction
language-mode
link-detect
lldp
mask
ndp
ne-ip
ne-number
nms-address
ntdp
openflow
output-alarm
packet-policy
pads
pm
pm-server
qx
record-file
record-interval
retry
reverse
rmon
rmon-statistics
run
sample-interval
save
security-key
slave
sma
snmp
snmp-agent
soc
ssl-auth-fail
statistics-cycle
statistics-task
task-type
threshold-alarm
timestamp
transmission-alarm
transparent-transmission
upload
upload-config
username)";

}  // namespace holdfast::vrp

// Slots, boards, fans, power, licences, FlexE and WDM ports, virtual systems.
// Which board carries which port is read from the name of the port.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kHardwareWords = R"(
adm
alarm-threshold
board
cmu-alarm
cmu-analog
cmu-relay
cmu-switch
combined-sysname
dcn-auto-negotiation
delay-measurement
diagnose
down-filter
dustproof
energy-saving
entity-fault
fan
flexe
flexe-bandwidth
flexe-clientid
flexe-groupnum
fm
force-physical-mode
forward
forward-alarm
frame
high-temperature
interface-match-check
least sfuboard
license
loopback autoclear
lpu
management-channel
mapping-path
memory-usage
minimal
otn
padding
phy-number
phyautoclear
pic
pnp-package
poe
port-speed
power-supply
resource
resource-template
shield
slot
span
stack
switch-mode
temperature-threshold
timeslot-negotiation
tti
virtual-system
voltage-threshold)";

}  // namespace holdfast::vrp

// Physical traits, alarms and counters of interfaces.
// Error thresholds and hold times change when a port goes down, not what happens then.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kInterfaceExtrasWords = R"(
bit-error-mode
carrier
control-flap
controller
crc-error
damp-interface
distribute-weight
duplex
error-down
ethernet
fec
fec-eth
group-member
hash
hold-up
interface history
interface-bandwidth-type
ipg
ipv6 mtu
jumboframe
laser
link-quality
link-state
monitor
mru
mtu
network-slice
optical-module
optical-tx-power
port split
port-alarm
port-group
port-mode
port-tx-enabling-delay
port-type
prefec-tca
promode
remote-fault
restart
scramble
signal-coding
speed
subinterface
transceiver
trap-threshold
trigger-up-delay
trunk-member
wavelength-channel)";

}  // namespace holdfast::vrp

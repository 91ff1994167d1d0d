// Time and frequency: NTP, PTP, synchronous Ethernet, adaptive clock recovery.
// Wrong clocks disturb TDM payload; they move no traffic from one PW to another.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kClockWords = R"(
clock
ntp-service
ptp
ptp-adaptive
smart-clock)";

}  // namespace holdfast::vrp

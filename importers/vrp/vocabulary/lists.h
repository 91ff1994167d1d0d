#pragma once

// The lists of the vocabulary, one per subject: entries in ascending order, one to a line, words separated by
// one blank. No entry stands in two lists.

#include <string_view>

namespace holdfast::vrp {

extern const std::string_view kAaaWords;
extern const std::string_view kAccessWords;
extern const std::string_view kAclWords;
extern const std::string_view kAutomationWords;
extern const std::string_view kClockWords;
extern const std::string_view kDhcpWords;
extern const std::string_view kEvpnWords;
extern const std::string_view kHardwareWords;
extern const std::string_view kInterfaceExtrasWords;
extern const std::string_view kIpServicesWords;
extern const std::string_view kLayer2Words;
extern const std::string_view kLoginWords;
extern const std::string_view kManagementWords;
extern const std::string_view kMeasurementWords;
extern const std::string_view kMonitoringWords;
extern const std::string_view kMulticastWords;
extern const std::string_view kNatWords;
extern const std::string_view kOamWords;
extern const std::string_view kPolicyRoutingWords;
extern const std::string_view kQosWords;
extern const std::string_view kRouteFiltersWords;
extern const std::string_view kRoutingWords;
extern const std::string_view kSecurityWords;
extern const std::string_view kSegmentRoutingWords;
extern const std::string_view kSharedWords;
extern const std::string_view kStackingWords;
extern const std::string_view kTrafficEngineeringWords;
extern const std::string_view kTunnelsWords;
extern const std::string_view kWanWords;

}  // namespace holdfast::vrp

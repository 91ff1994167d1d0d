#include "importers/vrp/vocabulary/lists.h"

#include <array>

#include "importers/vrp/vocabulary.h"

namespace holdfast::vrp {

std::span<const std::string_view> vocabulary_lists() {
  static const std::array kLists{
      kAaaWords,           kAccessWords,      kAclWords,
      kAutomationWords,    kClockWords,       kDhcpWords,
      kEvpnWords,          kHardwareWords,    kInterfaceExtrasWords,
      kIpServicesWords,    kLayer2Words,      kLoginWords,
      kManagementWords,    kMeasurementWords, kMonitoringWords,
      kMulticastWords,     kNatWords,         kOamWords,
      kPolicyRoutingWords, kQosWords,         kRouteFiltersWords,
      kRoutingWords,       kSecurityWords,    kSegmentRoutingWords,
      kSharedWords,        kStackingWords,    kTrafficEngineeringWords,
      kTunnelsWords,       kWanWords,
  };
  return kLists;
}

}  // namespace holdfast::vrp

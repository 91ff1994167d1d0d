#pragma once

// Enumerated values in the words in which engineers say them; used in findings and reports.

#include <string_view>

#include "model/bfd.h"
#include "model/etrunk.h"
#include "model/interface.h"
#include "model/mpls.h"
#include "model/network.h"
#include "model/pseudowire.h"
#include "model/routing.h"
#include "model/vsi.h"

namespace holdfast {

std::string_view to_string(PwRole role);
std::string_view to_string(VcType type);
std::string_view to_string(FlowLabel label);
std::string_view to_string(RedundancyMode mode);
std::string_view to_string(ReroutePolicy policy);
std::string_view to_string(ProtectMode mode);
std::string_view to_string(TrunkMode mode);
std::string_view to_string(EtrunkMemberMode mode);
std::string_view to_string(TunnelProtocol protocol);
std::string_view to_string(LinkProtocol protocol);
std::string_view to_string(IsisLevel level);
std::string_view to_string(AddressFamily family);
std::string_view to_string(LinkSource source);

}  // namespace holdfast

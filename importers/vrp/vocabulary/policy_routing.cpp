// Policy-based routing, flow specification, QPPB.
// They steer single flows of routed traffic.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kPolicyRoutingWords = R"(
flow-interface-group
flow-route
flowspec
if-match
ip policy-based-route
policy-based-route
qos-local-id
qppb
qppb-policy)";

}  // namespace holdfast::vrp

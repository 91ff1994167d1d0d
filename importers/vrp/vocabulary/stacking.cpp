// Port extension and virtual clusters.
// Management constructs that show remote ports as own; they are not modelled.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kStackingWords = R"(
admin
ap
ap-id
ap-user
channel-port
connect-slot
data-channel
esn
inner-connect
login-user
negotiation
neighbour-chassis
remote-interface
role
vbridge
vc
virtual-access
virtual-cluster-access
virtual-cluster-chassis
vp)";

}  // namespace holdfast::vrp

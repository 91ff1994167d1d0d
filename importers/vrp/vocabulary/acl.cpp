// What stands in access control lists and service security policies.
// They classify packets; the lists themselves are defined by rows, because others refer to them.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kAclWords = R"(
acl
eq
gt
lt
neq
range
rule
service-security
step
time-range)";

}  // namespace holdfast::vrp

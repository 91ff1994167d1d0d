// What stands in route filters and the lists that they use.
// The definitions themselves are left to rows, because routing protocols refer to them.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kRouteFiltersWords = R"(
approve
break
call
community
else
elseif
end-filter
end-global-value
end-list
endif
eth-tag
filter-list
finish
if
interface-name
large-community
refuse
regular)";

}  // namespace holdfast::vrp

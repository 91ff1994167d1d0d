// Words that stand in blocks of many subjects at once.
// They mean nothing by themselves and give way wherever the command table owns them.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kSharedWords = R"(
access
active
apply
authentication
authentication-mode
bandwidth
bind
binding
clear
default
description
destination
enable
filter
group
import-route
index
instance
interval
log
mac
maximum
mode
name
next
nexthop
password
path
peer
policy
port
preference
priority
protocol
remote
server
session
set
shutdown
source
start
state
statistic
statistics
stop
system
timeout
timer
track
tunnel
user
version
vpn-instance)";

}  // namespace holdfast::vrp

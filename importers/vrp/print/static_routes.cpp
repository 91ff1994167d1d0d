// Static routes of both families.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

std::string way(const StaticRoute& route) {
  std::string words;
  if (route.interface) words += ' ' + **route.interface;
  const bool outside = route.next_hop_instance && **route.next_hop_instance == "public";
  if (route.next_hop_instance && !outside)
    words += fmt::format(" vpn-instance {}", **route.next_hop_instance);
  if (route.next_hop) words += fmt::format(" {}", **route.next_hop);
  if (outside) words += " public";
  return words;
}

std::string options(const StaticRoute& route) {
  std::string words;
  if (route.preference.configured()) words += fmt::format(" preference {}", *route.preference);
  words += clause("track bfd-session", route.bfd_session);
  if (route.permanent) words += " permanent";
  return words;
}

void print_route(const StaticRoute& route, Writer& out) {
  const IpPrefix& to = *route.destination;
  const bool v6 = to.address.is_v6;
  out.line("{} route-static{} {} {}{}{}", v6 ? "ipv6" : "ip", clause("vpn-instance", route.vpn_instance),
           to.address, v6 ? fmt::format("{}", to.length) : mask(to.length), way(route), options(route));
}

}  // namespace

void print_static_routes(const Device& device, Writer& out) {
  const bool any = device.static_preference || device.static_preference_v6 || !device.static_routes.empty();
  out.value("ip route-static default-preference", device.static_preference);
  out.value("ipv6 route-static default-preference", device.static_preference_v6);
  for (const StaticRoute& route : device.static_routes) print_route(route, out);
  if (any) out.separate();
}

}  // namespace holdfast::vrp

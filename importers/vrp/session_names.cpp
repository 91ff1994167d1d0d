#include "importers/vrp/session_names.h"

#include <algorithm>

namespace holdfast::vrp {
namespace {

void respell(const Device& device, std::string& name) {
  const auto defined = std::ranges::find_if(
      device.bfd_sessions, [&](const BfdSession& session) { return same_session_name(session.name, name); });
  if (defined != device.bfd_sessions.end()) name = defined->name;
}

void respell(const Device& device, MaybeFact<std::string>& name) {
  if (name) respell(device, name->value);
}

}  // namespace

bool same_session_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

void spell_sessions_as_defined(Device& device) {
  for (Etrunk& etrunk : device.etrunks) respell(device, etrunk.bfd_session);
  for (StaticRoute& route : device.static_routes) respell(device, route.bfd_session);
  for (Interface& interface : device.interfaces) {
    for (VrrpGroup& group : interface.vrrp) {
      for (VrrpTrack& track : group.tracks) respell(device, track.bfd_session);
    }
  }
  for (NameUse& use : device.names) {
    if (use.kind == NameKind::BfdSession) respell(device, use.name);
  }
}

}  // namespace holdfast::vrp

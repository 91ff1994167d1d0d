#include "importers/vrp/print/additions.h"

#include <algorithm>
#include <string_view>

#include "importers/vrp/print/sections.h"

namespace holdfast::vrp {
namespace {

// It refers to policies, VSIs or E-Trunks.
bool serves(const Interface& interface) {
  return !interface.pws.empty() || interface.vsi || interface.trunk || interface.member_of ||
         !interface.vrrp.empty();
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

std::vector<std::string> addition_commands(const Device& additions, const KeyText& key_text) {
  Device unnamed = additions;
  unnamed.name = {};
  Device carriers = unnamed;
  std::erase_if(carriers.interfaces, serves);
  Device servers = unnamed;
  std::erase_if(servers.interfaces, [](const Interface& it) { return !serves(it); });
  Writer out(key_text, Writer::Form::Typed);
  print_system(unnamed, out);
  print_vpn_instances(unnamed, out);
  print_mpls(unnamed, out);
  print_ldp(unnamed, out);
  print_isis(unnamed, out);
  print_ospf(unnamed, out);
  print_explicit_paths(unnamed, out);
  print_interfaces(carriers, out);
  print_tunnel_policies(unnamed, out);
  print_pw_templates(unnamed, out);
  print_vsis(unnamed, out);
  print_bfd_sessions(unnamed, out);
  print_etrunks(unnamed, out);
  print_interfaces(servers, out);
  print_bgp(unnamed, out);
  print_static_routes(unnamed, out);
  return lines_of(out.take());
}

}  // namespace holdfast::vrp

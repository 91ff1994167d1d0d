#include "importers/vrp/print/print.h"

#include "importers/vrp/print/sections.h"

namespace holdfast::vrp {

std::string print_device(const Device& device, const KeyText& key_text) {
  Writer out(key_text);
  out.separate();
  print_system(device, out);
  print_vpn_instances(device, out);
  print_mpls(device, out);
  print_explicit_paths(device, out);
  print_pw_templates(device, out);
  print_switched_pws(device, out);
  print_vsis(device, out);
  print_bridge_domains(device, out);
  print_ldp(device, out);
  print_isis(device, out);
  print_interfaces(device, out);
  print_bgp(device, out);
  print_ospf(device, out);
  print_tunnel_policies(device, out);
  print_bfd_sessions(device, out);
  print_etrunks(device, out);
  print_static_routes(device, out);
  out.line("return");
  return out.take();
}

}  // namespace holdfast::vrp

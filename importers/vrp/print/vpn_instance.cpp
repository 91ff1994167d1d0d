// L3VPN instances.

#include <algorithm>

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

constexpr std::size_t kTargetsPerLine = 16;

void print_targets(const std::vector<Fact<std::string>>& targets, const char* direction, Writer& out) {
  for (std::size_t i = 0; i < targets.size(); i += kTargetsPerLine) {
    std::string words;
    for (std::size_t j = i; j < std::min(i + kTargetsPerLine, targets.size()); ++j)
      words += ' ' + *targets[j];
    out.line("vpn-target{} {}", words, direction);
  }
}

void print_family(const VpnFamily& family, Writer& out) {
  out.open("{}-family", family.family == AddressFamily::Ipv6 ? "ipv6" : "ipv4");
  out.value("route-distinguisher", family.route_distinguisher);
  out.value("import route-policy", family.import_policy);
  out.value("export route-policy", family.export_policy);
  out.value("tnl-policy", family.tunnel_policy);
  print_targets(family.export_targets, "export-extcommunity", out);
  print_targets(family.import_targets, "import-extcommunity", out);
  out.close();
}

}  // namespace

void print_vpn_instances(const Device& device, Writer& out) {
  for (const VpnInstance& instance : device.vpn_instances) {
    out.open("ip vpn-instance {}", instance.name);
    for (const VpnFamily& family : instance.families) print_family(family, out);
    out.close();
  }
}

}  // namespace holdfast::vrp

// OSPF and IS-IS processes.

#include <algorithm>

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kUnusedCost = 16777215;  // `maximum`

void print_area(const OspfArea& area, Writer& out) {
  out.open("area {}", Ipv4{*area.id});
  for (const OspfNetwork& network : area.networks) {
    out.line("network {} {}", network.range->address, wildcard(network.range->length));
  }
  if (area.kind) out.line("{}", **area.kind);
  const std::string mode = authentication_words(out, area.authentication, area.key_id, area.key);
  if (!mode.empty()) out.line("authentication-mode {}", mode);
  if (area.mpls_te.configured()) out.line("{}", *area.mpls_te ? "mpls-te enable" : "undo mpls-te");
  out.flag("ldp-sync enable", area.ldp_sync);
  out.close();
}

void print_process(const OspfProcess& ospf, Writer& out) {
  out.open("ospf {}{}{}", ospf.id, clause("router-id", ospf.router_id),
           clause("vpn-instance", ospf.vpn_instance));
  for (const Fact<std::string>& name : ospf.silent_interfaces) out.line("silent-interface {}", *name);
  for (const Fact<std::string>& name : ospf.active_interfaces) out.line("undo silent-interface {}", *name);
  for (const Fact<std::string>& source : ospf.imports) out.line("import-route {}", *source);
  out.value("preference", ospf.preference);
  out.value("preference ase", ospf.preference_ase);
  out.value("bandwidth-reference", ospf.bandwidth_reference);
  out.flag("stub-router", ospf.stub_router);
  out.flag("default-route-advertise", ospf.advertises_default);
  out.flag("segment-routing mpls", ospf.segment_routing);
  out.flag("mpls ldp auto-config", ospf.ldp_auto_config);
  // The device sends what TE needs in opaque LSAs only.
  if (std::ranges::any_of(ospf.areas, [](const OspfArea& area) { return *area.mpls_te; })) {
    out.line("opaque-capability enable");
  }
  out.flag("bfd all-interfaces enable", ospf.bfd);
  for (const OspfArea& area : ospf.areas) print_area(area, out);
  out.close();
}

void print_authentication(const char* what, const MaybeFact<std::string>& mode, const MaybeFact<Secret>& key,
                          Writer& out) {
  const std::string words = authentication_words(out, mode, {}, key);
  if (!words.empty()) out.line("{}-authentication-mode {}", what, words);
}

void print_process(const IsisProcess& isis, Writer& out) {
  out.open("isis {}{}", isis.id, clause("vpn-instance", isis.vpn_instance));
  if (isis.level.configured()) out.line("is-level {}", level_word(*isis.level));
  out.value("cost-style", isis.cost_style);
  out.value("network-entity", isis.network_entity);
  if (isis.circuit_cost) {
    if (**isis.circuit_cost == kUnusedCost) {
      out.line("circuit-cost maximum");
    } else {
      out.value("circuit-cost", isis.circuit_cost);
    }
  }
  out.value("bandwidth-reference", isis.bandwidth_reference);
  out.flag("auto-cost enable", isis.auto_cost);
  out.value("preference", isis.preference);
  out.flag(*isis.overload_tells_levels ? "set-overload allow interlevel" : "set-overload", isis.overload);
  out.flag("default-route-advertise", isis.advertises_default);
  print_authentication("area", isis.area_authentication, isis.area_key, out);
  print_authentication("domain", isis.domain_authentication, isis.domain_key, out);
  if (isis.traffic_eng) out.line("traffic-eng {}", level_word(**isis.traffic_eng));
  out.flag("segment-routing mpls", isis.segment_routing);
  out.flag("mpls ldp auto-config", isis.ldp_auto_config);
  out.flag("bfd all-interfaces enable", isis.bfd);
  out.flag("ldp-sync enable", isis.ldp_sync);
  for (const Fact<std::string>& source : isis.imports) out.line("import-route {}", *source);
  out.flag("ipv6 enable", isis.ipv6);
  out.flag("shutdown", isis.shutdown);
  out.close();
}

}  // namespace

void print_ospf(const Device& device, Writer& out) {
  for (const OspfProcess& process : device.ospf) print_process(process, out);
}

void print_isis(const Device& device, Writer& out) {
  for (const IsisProcess& process : device.isis) print_process(process, out);
}

}  // namespace holdfast::vrp

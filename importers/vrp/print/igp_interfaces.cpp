// What interfaces say to OSPF and IS-IS.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kUnusedCost = 16777215;  // `maximum`

void print_cost(const MaybeFact<std::uint32_t>& cost, const char* level, Writer& out) {
  if (!cost) return;
  if (**cost == kUnusedCost) {
    out.line("isis cost maximum{}", level);
  } else {
    out.line("isis cost {}{}", **cost, level);
  }
}

// On interfaces the opposite of `ldp-sync` is `ldp-sync block`.
void print_ldp_sync(const char* protocol, const Fact<bool>& on, Writer& out) {
  if (on.configured()) out.line("{} ldp-sync{}", protocol, *on ? "" : " block");
}

void print_isis_interface(const IsisInterface& isis, Writer& out) {
  out.value("isis enable", isis.process);
  out.value("isis ipv6 enable", isis.ipv6_process);
  if (isis.point_to_point.configured()) {
    out.line("{}", *isis.point_to_point ? "isis circuit-type p2p" : "undo isis circuit-type");
  }
  if (isis.circuit_level) out.line("isis circuit-level {}", level_word(**isis.circuit_level));
  print_cost(isis.cost, "", out);
  print_cost(isis.level1_cost, " level-1", out);
  print_cost(isis.level2_cost, " level-2", out);
  out.value("isis ipv6 cost", isis.ipv6_cost);
  out.flag("isis silent", isis.silent);
  print_ldp_sync("isis", isis.ldp_sync, out);
  out.flag("isis bfd enable", isis.bfd);
  const std::string mode = authentication_words(out, isis.authentication, {}, isis.key);
  if (!mode.empty()) out.line("isis authentication-mode {}", mode);
  out.value("isis prefix-sid", isis.prefix_sid);
}

void print_ospf_interface(const OspfInterface& ospf, Writer& out) {
  if (ospf.process && ospf.area) {
    out.line("ospf enable {} area {}", **ospf.process, Ipv4{**ospf.area});
  }
  out.value("ospf cost", ospf.cost);
  out.value("ospf network-type", ospf.network_type);
  out.value("ospf timer hello", ospf.hello);
  out.value("ospf timer dead", ospf.dead);
  out.flag("ospf mtu-enable", ospf.mtu_enable);
  print_ldp_sync("ospf", ospf.ldp_sync, out);
  out.flag("ospf bfd enable", ospf.bfd);
  const std::string mode = authentication_words(out, ospf.authentication, ospf.key_id, ospf.key);
  if (!mode.empty()) out.line("ospf authentication-mode {}", mode);
  out.value("ospf prefix-sid", ospf.prefix_sid);
}

}  // namespace

void print_igp_interface(const Interface& interface, Writer& out) {
  if (interface.isis) print_isis_interface(*interface.isis, out);
  if (interface.ospf) print_ospf_interface(*interface.ospf, out);
}

}  // namespace holdfast::vrp

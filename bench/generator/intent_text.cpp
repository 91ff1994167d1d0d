#include "bench/generator/intent_text.h"

namespace holdfast::generator {
namespace {

const char* role_word(Role role) {
  switch (role) {
    case Role::P:
      return "p";
    case Role::Npe:
      return "npe";
    case Role::Agg:
      return "spe";
    case Role::Csg:
      return "upe";
  }
  return "";
}

// The pair of a CSG is that of its AGGs, but it serves no end with them.
void device(const Device& it, Text& text) {
  const bool paired = it.role == Role::Agg || it.role == Role::Npe;
  if (paired) {
    text.line("  {}: {{role: {}, site: pair-{}}}", it.name, role_word(it.role), it.pair);
  } else {
    text.line("  {}: {}", it.name, role_word(it.role));
  }
}

// From one AGG of a pair to the other it is further than around a ring: the two ways of a CSG keep apart.
std::size_t cost_of(const Device& a, const Device& b) {
  constexpr std::size_t kNear = 10;
  constexpr std::size_t kUplink = 100;
  constexpr std::size_t kPartner = 200;
  const bool first = a.role == Role::Agg;
  const bool second = b.role == Role::Agg;
  if (first && second) return kPartner;
  const bool ring = a.role == Role::Csg || b.role == Role::Csg;
  return (first || second) && !ring ? kUplink : kNear;
}

void link(const Plan& plan, const Link& it, Text& text) {
  const Device& a = plan.devices[it.a];
  const Device& b = plan.devices[it.b];
  text.line("  - {{ends: [{}, {}], cost: {}, capacity: {}}}", a.name, b.name, cost_of(a, b),
            it.core ? "100G" : "10G");
}

void service(const Plan& plan, const Service& it, Text& text) {
  const std::string& csg = plan.devices[it.csg].name;
  text.line("  service-{}:", it.number);
  if (it.kind == ServiceKind::Vpls) {
    text.line("    kind: vpls");
    text.line("    ends: [{}, {}, {}]", csg, plan.devices[it.npe[0]].name, plan.devices[it.npe[1]].name);
  } else {
    text.line("    kind: vpws");
    text.line("    ends: [{}, {{at: pair-{}, homing: {}}}]", csg, plan.devices[it.agg[0]].pair,
              it.kind == ServiceKind::Etrunk ? "etrunk" : "mvrrp");
  }
  text.line("    bandwidth: 50M");
}

}  // namespace

Text intent_text(const Plan& plan) {
  Text text;
  text.line("network: ipran-{}", plan.devices.size());
  text.line("igp: isis");
  text.line("e-trunk-key: Basaltfjord-6117");
  text.line("devices:");
  for (const Device& it : plan.devices) device(it, text);
  text.line("links:");
  for (const Link& it : plan.links) link(plan, it, text);
  text.line("services:");
  for (const Service& it : plan.services) service(plan, it, text);
  return text;
}

}  // namespace holdfast::generator

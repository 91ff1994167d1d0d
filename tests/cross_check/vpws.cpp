// Point-to-point services: single PWs, primary and secondary, dual homing on one side or on both, PWs that
// are switched on their way.

#include <fmt/format.h>

#include "tests/cross_check/draft.h"

namespace holdfast::cross_check {
namespace {

using Devices = std::vector<std::size_t>;

// One end's line; what may be wrong with it is decided here.
std::string l2vc(Draft& draft, std::size_t from, std::size_t to, const PwOptions& options,
                 const std::string& role = {}) {
  const std::uint32_t vc_id = options.vc_id + (draft.mistake("wrong VC ID", 1) ? 50000 : 0);
  std::string line = fmt::format("mpls l2vc {} {}", draft.id(to), vc_id);
  if (options.control_word != draft.mistake("control word differs", 1)) line += " control-word";
  std::string type = options.type;
  if (draft.mistake("encapsulation differs", 1)) type = type == "raw" ? "tagged" : "raw";
  if (!type.empty()) line += " " + type;
  const std::string policy = tunnel_policy(draft, from, to);
  if (!policy.empty()) line += " tunnel-policy " + policy;
  return role.empty() ? line : line + " " + role;
}

PwOptions options(Draft& draft) {
  PwOptions made;
  made.vc_id = draft.new_number();
  made.control_word = draft.chance(30);
  if (draft.chance(15)) made.type = draft.chance(50) ? "raw" : "tagged";
  return made;
}

Lines& ac_lines(Draft& draft, const Ac& ac) {
  return draft.at(ac.device).interface(ac.interface);
}

void add(Draft& draft, const Ac& ac, const std::string& line) {
  ac_lines(draft, ac).push_back(line);
}

void add_all(Draft& draft, const Ac& ac, const Lines& lines) {
  for (const std::string& line : lines) add(draft, ac, line);
}

void disturb_ac(Draft& draft, const Ac& ac) {
  if (draft.mistake("AC's MTU differs", 1)) add(draft, ac, "mtu 1400");
  if (draft.mistake("AC shut down", 1)) add(draft, ac, "shutdown");
  if (draft.chance(4)) add(draft, ac, "mpls l2vpn pw ignore-ac-state");
}

std::string redundancy(Draft& draft, bool arbitrated) {
  const std::size_t roll = draft.dice.between(1, 100);
  if (arbitrated ? roll <= 70 : roll <= 15) return "mpls l2vpn redundancy independent";
  if (roll <= 85 && !arbitrated && roll > 50) return "mpls l2vpn redundancy master";
  if (arbitrated && roll > 90) return "mpls l2vpn redundancy master";
  return {};
}

void set_redundancy(Draft& draft, const Ac& ac, bool arbitrated) {
  const std::string mode = redundancy(draft, arbitrated);
  if (!mode.empty()) add(draft, ac, mode);
  if (!draft.mistake("no dual receiving", 25)) add(draft, ac, "mpls l2vpn stream-dual-receiving");
}

void single_pw(Draft& draft, const Devices& pes) {
  const std::uint32_t vlan = draft.new_number();
  const Ac a = draft.single_ac(pes[0], vlan);
  const Ac b = draft.single_ac(pes[1], vlan);
  const PwOptions pw = options(draft);
  add(draft, a, l2vc(draft, pes[0], pes[1], pw));
  add(draft, b, l2vc(draft, pes[1], pes[0], pw));
  target(draft, pes[0], pes[1]);
  disturb_ac(draft, a);
}

void bypass(Draft& draft, const DualHomed& pair) {
  const PwOptions pw = options(draft);
  target(draft, pair.a.device, pair.b.device);
  if (!draft.mistake("bypass on one side only", 3)) {
    add(draft, pair.a, l2vc(draft, pair.a.device, pair.b.device, pw, "bypass"));
  }
  if (!draft.mistake("bypass on one side only", 3)) {
    add(draft, pair.b, l2vc(draft, pair.b.device, pair.a.device, pw, "bypass"));
  }
  if (draft.chance(15)) add(draft, draft.chance(50) ? pair.a : pair.b, "mpls l2vpn redundancy master");
}

DualHomed far_pair(Draft& draft, std::size_t b, std::size_t c, bool arbitrated) {
  if (arbitrated) return dual_homed(draft, b, c, true);
  const std::uint32_t vlan = draft.new_number();
  return {draft.single_ac(b, vlan), draft.single_ac(c, vlan), {}, {}};
}

// A single-homed side with primary and secondary, a far pair with or without an arbiter.
void three_pes(Draft& draft, const Devices& pes) {
  const bool arbitrated = draft.chance(65);
  const Ac a = draft.single_ac(pes[0], draft.new_number());
  const DualHomed far = far_pair(draft, pes[1], pes[2], arbitrated);
  const PwOptions first = options(draft);
  PwOptions second = first;
  second.vc_id = draft.new_number();
  if (!draft.mistake("no primary PW", 1)) add(draft, a, l2vc(draft, pes[0], pes[1], first));
  add(draft, a, l2vc(draft, pes[0], pes[2], second, "secondary"));
  set_redundancy(draft, a, arbitrated);
  add(draft, far.a, l2vc(draft, pes[1], pes[0], first));
  add(draft, far.b, l2vc(draft, pes[2], pes[0], second));
  if (arbitrated ? !draft.mistake("no bypass", 30) : draft.chance(15)) bypass(draft, far);
  add_all(draft, far.a, far.a_binding);
  add_all(draft, far.b, far.b_binding);
  target(draft, pes[0], pes[1]);
  target(draft, pes[0], pes[2]);
  disturb_ac(draft, a);
  disturb_ac(draft, far.a);
}

void dual_bypass(Draft& draft, const DualHomed& pair) {
  if (draft.mistake("no dual bypass", 15)) return;
  const std::uint32_t one = draft.new_number();
  const std::uint32_t other = draft.new_number();
  target(draft, pair.a.device, pair.b.device);
  const bool crossed = !draft.mistake("dual bypass not crossed", 3);
  add(draft, pair.a,
      fmt::format("mpls l2vc {} ac-bypass {} pw-bypass {}", draft.id(pair.b.device), one, other));
  add(draft, pair.b,
      fmt::format("mpls l2vc {} ac-bypass {} pw-bypass {}", draft.id(pair.a.device), crossed ? other : one,
                  crossed ? one : other));
}

// Both sides dual-homed: each PE has a PW to both of the others.
void four_pes(Draft& draft, const Devices& pes) {
  const DualHomed left = dual_homed(draft, pes[0], pes[1], true);
  const DualHomed right = dual_homed(draft, pes[2], pes[3], true);
  std::uint32_t vc_id[2][2];
  for (auto& row : vc_id) {
    for (std::uint32_t& id : row) id = draft.new_number();
  }
  const auto near = [&](const DualHomed& pair, std::size_t i) { return i == 0 ? pair.a : pair.b; };
  const auto wire = [&](const DualHomed& own, const DualHomed& far, bool is_left) {
    for (std::size_t i : {0, 1}) {
      const Ac ac = near(own, i);
      for (std::size_t j : {0, 1}) {
        PwOptions pw;
        pw.vc_id = is_left ? vc_id[i][j] : vc_id[j][i];
        add(draft, ac, l2vc(draft, ac.device, near(far, j).device, pw, j == 0 ? "" : "secondary"));
        if (is_left) target(draft, ac.device, near(far, j).device);
      }
      if (!draft.mistake("no independent mode", 8)) add(draft, ac, "mpls l2vpn redundancy independent");
      if (draft.chance(70)) add(draft, ac, "mpls l2vpn stream-dual-receiving");
    }
    dual_bypass(draft, own);
    for (std::size_t i : {0, 1}) {
      const Lines& binding = i == 0 ? own.a_binding : own.b_binding;
      add_all(draft, near(own, i), binding);
      if (!binding.empty() && !draft.mistake("secondary not bound", 8)) {
        add(draft, near(own, i), "mpls l2vc track admin-vrrp secondary");
      }
    }
  };
  wire(left, right, true);
  wire(right, left, false);
}

std::string switched(Draft& draft, std::size_t a, std::uint32_t a_vc, std::size_t b, std::uint32_t b_vc,
                     const std::string& rest = {}) {
  return fmt::format("mpls switch-l2vc {} {} between {} {}{} encapsulation vlan\n#", draft.id(a), a_vc,
                     draft.id(b), b_vc, rest);
}

// Primary and secondary by one SPE each.
void two_spes(Draft& draft, const Devices& it) {
  const std::size_t a = it[0];
  const Ac near = draft.single_ac(a, draft.new_number());
  const DualHomed far = far_pair(draft, it[3], it[4], draft.chance(40));
  std::uint32_t vc[4];
  for (std::uint32_t& id : vc) id = draft.new_number();
  for (std::size_t i : {0, 1}) {
    const std::size_t spe = it[1 + i];
    const Ac end = i == 0 ? far.a : far.b;
    add(draft, near, l2vc(draft, a, spe, {vc[i], false, {}}, i == 0 ? "" : "secondary"));
    add(draft, end, l2vc(draft, end.device, spe, {vc[2 + i], false, {}}));
    const bool turned = draft.chance(30);
    draft.at(spe).blocks.push_back(turned ? switched(draft, end.device, vc[2 + i], a, vc[i])
                                          : switched(draft, a, vc[i], end.device, vc[2 + i]));
    target(draft, a, spe);
    target(draft, spe, end.device);
    add_all(draft, end, i == 0 ? far.a_binding : far.b_binding);
  }
  if (draft.chance(30)) bypass(draft, far);
  set_redundancy(draft, near, false);
  disturb_ac(draft, far.a);
}

// One PW to an SPE that chooses between two others.
void switch_with_backup(Draft& draft, const Devices& it) {
  const std::size_t a = it[0];
  const std::size_t spe = it[1];
  const Ac near = draft.single_ac(a, draft.new_number());
  const DualHomed far = far_pair(draft, it[2], it[3], draft.chance(30));
  std::uint32_t vc[3];
  for (std::uint32_t& id : vc) id = draft.new_number();
  add(draft, near, l2vc(draft, a, spe, {vc[0], false, {}}));
  add(draft, far.a, l2vc(draft, it[2], spe, {vc[1], false, {}}));
  add(draft, far.b, l2vc(draft, it[3], spe, {vc[2], false, {}}));
  const std::string backup = draft.mistake("switched PW without backup", 10)
                                 ? std::string()
                                 : fmt::format(" backup {} {}", draft.id(it[3]), vc[2]);
  draft.at(spe).blocks.push_back(switched(draft, a, vc[0], it[2], vc[1], backup));
  for (const std::size_t other : {a, it[2], it[3]}) target(draft, spe, other);
  add_all(draft, far.a, far.a_binding);
  add_all(draft, far.b, far.b_binding);
  disturb_ac(draft, near);
  disturb_ac(draft, far.a);
}

}  // namespace

std::vector<Template> vpws_templates() {
  return {{{"PE1", "PE2"}, 0, single_pw},
          {{"PE1", "PE2", "PE3"}, 0, three_pes},
          {{"PE1", "PE2", "PE3"}, 0, three_pes},
          {{"PE1", "PE2", "PE3"}, 0, three_pes},
          {{"PE1", "PE2", "PE3", "PE4"}, 0, four_pes},
          {{"PE1", "PE2", "PE3", "PE4"}, 0, four_pes},
          {{"PE1", "SPE1", "SPE2", "PE2", "PE3"}, 1, two_spes},
          {{"PE1", "SPE", "PE2", "PE3"}, 0, switch_with_backup}};
}

}  // namespace holdfast::cross_check

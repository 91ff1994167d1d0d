// RSVP-TE tunnels with explicit and backup paths, and the policies that send PWs into them.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "tests/cross_check/draft.h"

namespace holdfast::cross_check {
namespace {

// A way at random that visits no device twice; empty when it ends elsewhere.
std::vector<CoreEnd> random_way(Draft& draft, std::size_t from, std::size_t to) {
  std::vector<CoreEnd> way;
  std::set<std::size_t> been{from};
  std::size_t here = from;
  while (here != to) {
    std::vector<CoreEnd> next;
    for (const CoreLink& link : draft.links) {
      if (link.a.device == here && !been.contains(link.b.device)) next.push_back(link.b);
      if (link.b.device == here && !been.contains(link.a.device)) next.push_back(link.a);
    }
    if (next.empty()) return {};
    way.push_back(draft.dice.pick(next));
    here = way.back().device;
    been.insert(here);
  }
  return way;
}

// An explicit path of some form; empty when none was found.
std::string explicit_path(Draft& draft, std::size_t from, std::size_t to) {
  std::vector<CoreEnd> way;
  for (int i = 0; i < 5 && way.empty(); ++i) way = random_way(draft, from, to);
  if (way.empty()) return {};
  const std::string name = fmt::format("path{}", draft.new_number());
  std::string text = "explicit-path " + name;
  const std::size_t form = draft.dice.between(1, 100);
  if (form <= 10) {
    text += fmt::format("\n next hop {} exclude", way.front().address);
  } else if (form <= 20) {
    text += fmt::format("\n next hop {} include loose", draft.id(way.front().device));
  } else {
    for (const CoreEnd& end : way) {
      const bool by_id = form <= 30;
      text += fmt::format("\n next hop {}", by_id ? draft.id(end.device) : end.address);
    }
    if (form > 60) text += fmt::format("\n next hop {}", draft.id(to));
    if (draft.mistake("explicit path ends early", 3)) text = text.substr(0, text.rfind('\n'));
  }
  draft.at(from).blocks.push_back(text + "\n#");
  return name;
}

std::string tunnel(Draft& draft, std::size_t from, std::size_t to, bool reserved) {
  const std::uint32_t number = draft.new_number();
  const std::string name = fmt::format("Tunnel{}", number);
  Lines lines = {"ip address unnumbered interface LoopBack0", "tunnel-protocol mpls te",
                 "destination " + draft.id(to), fmt::format("mpls te tunnel-id {}", number)};
  if (draft.chance(3)) lines.push_back("mpls te signal-protocol segment-routing");
  const std::string path = draft.chance(70) ? explicit_path(draft, from, to) : std::string();
  if (!path.empty()) {
    lines.push_back("mpls te path explicit-path " + path);
    const std::string second = draft.chance(60) ? explicit_path(draft, from, to) : std::string();
    if (!second.empty()) lines.push_back(fmt::format("mpls te path explicit-path {} secondary", second));
    if (draft.chance(70)) {
      lines.push_back(draft.chance(70) ? "mpls te backup hot-standby" : "mpls te backup ordinary");
    }
  }
  if (reserved) lines.push_back("mpls te reserved-for-binding");
  draft.at(from).interface(name) = lines;
  return name;
}

}  // namespace

std::string tunnel_policy(Draft& draft, std::size_t from, std::size_t to) {
  if (!draft.te || !draft.chance(60)) return {};
  if (draft.mistake("undefined tunnel policy", 4)) return "nowhere";
  const std::string name = fmt::format("policy{}", draft.new_number());
  std::string text = "tunnel-policy " + name;
  const std::size_t form = draft.dice.between(1, 100);
  if (form <= 60) {
    text +=
        fmt::format("\n tunnel binding destination {} te {}", draft.id(to), tunnel(draft, from, to, true));
    if (draft.chance(20)) text += " " + tunnel(draft, from, to, true);
    if (draft.chance(30)) text += " down-switch";
  } else if (form <= 95) {
    tunnel(draft, from, to, draft.chance(10));
    const std::vector<std::string> orders = {"cr-lsp lsp", "lsp cr-lsp", "cr-lsp", "lsp", "sr-lsp cr-lsp"};
    text += fmt::format("\n tunnel select-seq {} load-balance-number 1", draft.dice.pick(orders));
  }
  draft.at(from).tail.push_back(text + "\n#");
  return name;
}

}  // namespace holdfast::cross_check

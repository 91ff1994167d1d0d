// SYN004: see the rule's page at the end of this file.

#include <fmt/format.h>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules::syn {
namespace {

using Key = std::pair<NameKind, std::string>;

// Kinds that do nothing until something names them.
bool is_checked(NameKind kind) {
  return kind == NameKind::PwTemplate || kind == NameKind::TunnelPolicy || kind == NameKind::ExplicitPath ||
         kind == NameKind::RoutePolicy;
}

// Every word of the device's configuration that does not stand on a line that defines something: commands
// that this program knows by their first words only may refer to a name as well.
std::unordered_set<std::string_view> words_of(const Network& network, const Device& device) {
  std::set<std::uint32_t> definitions;
  for (const NameUse& use : device.names) {
    if (use.definition) definitions.insert(use.where.line);
  }
  std::unordered_set<std::string_view> words;
  std::string_view text = network.sources.text(device.file);
  for (std::uint32_t line = 1; !text.empty() && line <= device.last_line; ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view rest = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line < device.first_line || definitions.contains(line)) continue;
    for (std::size_t start = rest.find_first_not_of(" \t\r"); start != std::string_view::npos;
         start = rest.find_first_not_of(" \t\r")) {
      rest.remove_prefix(start);
      const std::size_t length = std::min(rest.find_first_of(" \t\r"), rest.size());
      words.insert(rest.substr(0, length));
      rest.remove_prefix(length);
    }
  }
  return words;
}

void report(DeviceId id, const NameUse& definition, Judgement& out) {
  Finding& finding =
      out.report(id, definition.where, "nothing refers to it",
                 fmt::format("{} `{}` is defined but not used", to_string(definition.kind), definition.name));
  finding.consequence = "It has no effect. A name that was to be used is perhaps misspelt where it is used.";
  finding.fix.summary = "use it or remove it";
}

void check_device(const Network& network, DeviceId id, Judgement& out) {
  const Device& device = network[id];
  std::set<Key> used;
  for (const NameUse& use : device.names) {
    if (!use.definition) used.insert({use.kind, use.name});
  }
  std::set<Key> seen;
  std::unordered_set<std::string_view> words;
  for (const NameUse& use : device.names) {
    const Key key{use.kind, use.name};
    if (!use.definition || !is_checked(use.kind) || used.contains(key) || !seen.insert(key).second) continue;
    if (words.empty()) words = words_of(network, device);
    if (!words.contains(use.name)) report(id, use, out);
  }
}

void check(const pairing::Pairing& net, Judgement& out) {
  for (std::size_t i = 0; i < net.network().devices.size(); ++i)
    check_device(net.network(), DeviceId(i), out);
}

}  // namespace

extern const Rule unused_definition;
const Rule unused_definition{
    .code = "SYN004",
    .name = "unused-definition",
    .severity = Severity::Info,
    .title = "What is defined is used.",
    .what =
        "PW templates, tunnel policies, explicit paths and route-policies that no other line of the device "
        "names.",
    .why = "A leftover, or the sign of a misspelt name: then the PW rides on other tunnels than intended.",
    .fix = "Use it or remove it.",
    .limits = "A name that stands as a word anywhere else in the configuration counts as used.",
    .source = "Command reference NE40E V800R012: pw-template, tunnel-policy, explicit-path, route-policy.",
    .example = R"(
 sysname PE1
+#
+mpls l2vpn
 #
 tunnel-policy te-only
  tunnel select-seq cr-lsp load-balance-number 1
 #
+interface GigabitEthernet0/1/0.1
+ mpls l2vc 2.2.2.2 100 tunnel-policy te-only
+#
 return
)",
    .check = check,
};

}  // namespace holdfast::rules::syn

#include "importers/topology/intent_file.h"

#include "importers/topology/intent_reader.h"

namespace holdfast::topology {
namespace {

IpPrefix range(std::uint32_t bits, std::uint8_t length) {
  return {ip(Ipv4{bits}), length};
}

// What is used where the file names no pool.
intent::Pools default_pools() {
  constexpr std::uint32_t kTen = 10U << 24U;
  constexpr std::uint8_t kWide = 16;
  constexpr std::uint8_t kWidest = 12;
  intent::Pools pools;
  pools.loopbacks.range = range(kTen + (255U << 16U), kWide);
  pools.links.range = range(kTen + (16U << 16U), kWidest);
  pools.customers.range = range(kTen + (64U << 16U), kWidest);
  pools.vc_ids = {1001, 65000, {}};
  pools.vlans = {100, 3999, {}};
  pools.discriminators = {1001, 8191, {}};
  pools.etrunks = {1, 16, {}};
  return pools;
}

// The folder alone, or a map of it and of what is to be known of links that stand.
void read_existing(const YAML::Node& node, YAML::Node& links, IntentReader& reader) {
  if (node.IsScalar()) {
    reader.word(node, "existing");
    return;
  }
  bool named = false;
  reader.fields(node, "`existing`", " in `existing`",
                {{"folder", [&](const auto&,
                                const auto& folder) { named = reader.word(folder, "folder").has_value(); }},
                 {"links", [&](const auto&, const auto& list) { links = list; }}});
  if (!named && reader.yaml.problems.empty()) reader.problem(node, "`existing` needs `folder`");
}

// Sections are read in the order in which they need each other, whatever order the file has.
void read_root(const YAML::Node& root, IntentReader& reader) {
  std::map<std::string_view, YAML::Node> sections;
  YAML::Node standing_links(YAML::NodeType::Undefined);
  intent::Intent& intent = reader.intent;
  const auto keep = [&](const char* name) {
    return IntentReader::Field([&sections, name](const auto&, const auto& node) { sections[name] = node; });
  };
  const std::vector<std::pair<std::string_view, intent::Igp>> igps = {{"isis", intent::Igp::Isis},
                                                                      {"ospf", intent::Igp::Ospf}};
  const std::vector<std::pair<std::string_view, intent::Transport>> transports = {
      {"auto", intent::Transport::Auto}, {"ldp", intent::Transport::Ldp}, {"te", intent::Transport::Te}};
  reader.fields(
      root, "the file", "",
      {{"network",
        [&](const auto&, const auto& node) { intent.network = reader.word(node, "network").value_or(""); }},
       {"existing", [&](const auto&, const auto& node) { read_existing(node, standing_links, reader); }},
       {"igp",
        [&](const auto&, const auto& node) {
          intent.igp = reader.choice(node, "IGP", igps).value_or(intent.igp);
          if (intent.given.igp && *intent.given.igp != intent.igp)
            reader.problem(node, "the existing network has the other IGP; leave this out to join it");
        }},
       {"transport",
        [&](const auto&, const auto& node) {
          intent.transport = reader.choice(node, "transport", transports).value_or(intent.transport);
        }},
       {"as",
        [&](const auto&, const auto& node) {
          intent.as_number = reader.number(node, "as", 1, 4'294'967'295U).value_or(intent.as_number);
          if (intent.given.as_number && *intent.given.as_number != intent.as_number) {
            reader.problem(node, fmt::format("the existing network is AS {}; leave this out to join it",
                                             *intent.given.as_number));
          }
        }},
       {"e-trunk-key",
        [&](const auto&, const auto& node) {
          intent.etrunk_key = reader.word(node, "e-trunk-key").value_or("");
        }},
       {"budget",
        [&](const auto&, const auto& node) {
          if (const auto most = reader.number(node, "budget", 0, 4'294'967'295U))
            intent.budget = configured<std::uint64_t>(*most, reader.place(node));
        }},
       {"pools", keep("pools")},
       {"devices", keep("devices")},
       {"links", keep("links")},
       {"candidates", keep("candidates")},
       {"targets", keep("targets")},
       {"services", keep("services")}});
  if (sections.contains("pools")) read_pools(sections["pools"], reader);
  if (sections.contains("devices")) read_devices(sections["devices"], reader);
  if (standing_links.IsDefined()) read_standing_links(standing_links, reader);
  if (sections.contains("links")) read_links(sections["links"], false, reader);
  if (sections.contains("candidates")) read_links(sections["candidates"], true, reader);
  const bool defaults = sections.contains("targets");
  const YAML::Node targets = defaults ? sections["targets"] : YAML::Node(YAML::NodeType::Undefined);
  if (sections.contains("services")) {
    read_services(sections["services"], targets, reader);
  } else if (reader.yaml.problems.empty()) {
    reader.problem(root, "the intent has no `services`");
  }
}

}  // namespace

IntentFile read_intent_file(std::string_view text, FileId file, intent::Intent existing) {
  IntentReader reader(file);
  reader.intent = std::move(existing);
  reader.intent.pools = default_pools();
  try {
    if (const auto root = reader.yaml.parse(text)) read_root(*root, reader);
  } catch (const YAML::Exception& error) {
    reader.yaml.problem(error.mark, error.msg);
  }
  return {std::move(reader.intent), std::move(reader.yaml.problems)};
}

std::optional<Fact<std::string>> existing_folder(std::string_view text, FileId file) {
  YamlReader yaml(file);
  try {
    const auto root = yaml.parse(text);
    if (!root || !root->IsMap()) return std::nullopt;
    const YAML::Node existing = (*root)["existing"];
    const YAML::Node folder = existing.IsDefined() && existing.IsMap() ? existing["folder"] : existing;
    if (!folder.IsDefined() || !folder.IsScalar() || folder.Scalar().empty()) return std::nullopt;
    return configured(folder.Scalar(), yaml.place(folder.Mark()));
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
}

}  // namespace holdfast::topology

// Devices, links, candidates and pools of an intent.

#include <algorithm>
#include <limits>
#include <tuple>

#include "importers/topology/intent_reader.h"

namespace holdfast::topology {
namespace {

constexpr std::size_t kMostDevices = 100'000;
constexpr std::uint32_t kMostCost = 16'777'214;
constexpr std::uint32_t kMostCostOspf = 65'535;

const std::vector<std::pair<std::string_view, intent::Role>>& roles() {
  using intent::Role;
  static const std::vector<std::pair<std::string_view, Role>> all = {
      {"p", Role::P},     {"pe", Role::Pe},   {"npe", Role::Pe},  {"csg", Role::Pe}, {"upe", Role::Upe},
      {"spe", Role::Spe}, {"agg", Role::Agg}, {"rsg", Role::Rsg}, {"ce", Role::Ce},
  };
  return all;
}

// What the file says of a device that exists must not contradict its configuration.
bool contradicts(const intent::Device& existing, const intent::Device& said, const YAML::Node& at,
                 IntentReader& reader) {
  const bool forwards = existing.role != intent::Role::Ce;
  if (forwards != (said.role != intent::Role::Ce)) {
    reader.problem(at, fmt::format("{} {} in the existing network and cannot be a {}", existing.name,
                                   forwards ? "forwards MPLS" : "runs no MPLS",
                                   forwards ? "ce" : "device that forwards"));
    return true;
  }
  if (said.loopback && (!existing.loopback || **existing.loopback != **said.loopback)) {
    reader.problem(at, fmt::format("{} has {} as its loopback in the existing network", existing.name,
                                   existing.loopback ? to_string(**existing.loopback) : "nothing"));
    return true;
  }
  return false;
}

void read_beside(const YAML::Node& node, intent::Device& device, IntentReader& reader) {
  const auto other = reader.device(node);
  if (!other) return;
  const intent::Device& it = reader.intent.devices[*other];
  if (it.existing && it.role != intent::Role::Ce) {
    device.beside = other;
  } else {
    reader.problem(node,
                   fmt::format("`beside` takes an existing device that forwards, which {} is not", it.name));
  }
}

void read_device(const YAML::Node& key, const YAML::Node& value, IntentReader& reader) {
  intent::Device device;
  device.name = key.Scalar();
  device.where = reader.place(key);
  auto& all = reader.intent.devices;
  const auto same = std::ranges::find(all, device.name, &intent::Device::name);
  if (same != all.end() && same->where.known()) {
    return reader.problem(
        key, fmt::format("the device `{}` stands in line {} already", device.name, same->where.line));
  }
  if (same != all.end()) device.role = same->role;
  const auto role = [&](const YAML::Node& node) {
    if (const auto named = reader.choice(node, "role", roles())) device.role = *named;
  };
  if (value.IsScalar()) {
    role(value);
  } else {
    reader.fields(value, "a device", " in a device",
                  {{"role", [&](const auto&, const auto& node) { role(node); }},
                   {"beside", [&](const auto&, const auto& node) { read_beside(node, device, reader); }},
                   {"site", [&](const auto&, const auto& node) { device.site = node.Scalar(); }},
                   {"loopback", [&](const auto&, const auto& node) {
                      const auto address = parse_ipv4(node.IsScalar() ? node.Scalar() : "");
                      if (!address) return reader.problem(node, "`loopback` takes an IPv4 address");
                      device.loopback = configured(*address, reader.place(node));
                    }}});
  }
  if (same == all.end()) {
    all.push_back(std::move(device));
  } else if (!contradicts(*same, device, value, reader)) {
    device.existing = true;
    device.loopback = same->loopback;
    *same = std::move(device);
  }
}

// Positions of groups by name; new names make new groups.
std::size_t group_named(const std::string& name, intent::Intent& intent) {
  const auto at = std::ranges::find(intent.groups, name);
  const auto index = static_cast<std::size_t>(at - intent.groups.begin());
  if (at == intent.groups.end()) intent.groups.push_back(name);
  return index;
}

bool read_ends(const YAML::Node& ends, intent::Link& link, IntentReader& reader) {
  if (!ends.IsSequence() || ends.size() != 2) {
    reader.problem(ends, "a link has two ends: [PE1, P1]");
    return false;
  }
  const auto a = reader.device(ends[0]);
  const auto b = reader.device(ends[1]);
  if (!a || !b) return false;
  if (*a == *b) {
    reader.problem(ends, "a link joins two devices");
    return false;
  }
  link.a = *a;
  link.b = *b;
  return true;
}

void read_groups_of(const YAML::Node& list, intent::Link& link, IntentReader& reader) {
  if (list.IsScalar()) {
    link.groups.push_back(group_named(list.Scalar(), reader.intent));
    return;
  }
  if (!list.IsSequence()) return reader.problem(list, "`groups` takes a list of names: [duct-7]");
  for (const YAML::Node& name : list) {
    if (const auto word = reader.word(name, "groups")) {
      link.groups.push_back(group_named(*word, reader.intent));
    }
  }
}

void read_link(const YAML::Node& item, bool candidate, IntentReader& reader) {
  intent::Link link;
  link.where = reader.place(item);
  bool good = true;
  if (item.IsSequence()) {
    good = read_ends(item, link, reader);
  } else {
    good = false;
    const std::uint32_t most = reader.intent.igp == intent::Igp::Ospf ? kMostCostOspf : kMostCost;
    IntentReader::Fields known = {
        {"ends", [&](const auto&, const auto& node) { good = read_ends(node, link, reader); }},
        {"cost",
         [&](const auto&, const auto& node) {
           link.cost = reader.number(node, "cost", 1, most).value_or(link.cost);
           link.cost_said = true;
         }},
        {"capacity",
         [&](const auto&, const auto& node) { link.capacity = reader.rate(node, "capacity").value_or(0); }},
        {"groups", [&](const auto&, const auto& node) { read_groups_of(node, link, reader); }}};
    if (candidate) {
      known["price"] = [&](const auto&, const auto& node) {
        link.price = reader.number(node, "price", 1, 1'000'000'000).value_or(0);
      };
    }
    const std::size_t before = reader.yaml.problems.size();
    reader.fields(item, candidate ? "a candidate" : "a link", candidate ? " in a candidate" : " in a link",
                  known);
    if (!good && reader.yaml.problems.size() == before)
      reader.problem(item, "a link needs `ends: [PE1, P1]`");
    if (good && candidate && link.price == 0 && reader.yaml.problems.size() == before) {
      reader.problem(item, "a candidate needs a `price`");
    }
  }
  if (good) (candidate ? reader.intent.candidates : reader.intent.links).push_back(std::move(link));
}

// A loopback stands on one device only.
void check_loopbacks(IntentReader& reader) {
  std::map<Ipv4, const intent::Device*> seen;
  for (const intent::Device& device : reader.intent.devices) {
    if (!device.loopback) continue;
    const auto [at, fresh] = seen.emplace(**device.loopback, &device);
    if (fresh || device.existing) continue;
    const intent::Device& other = *at->second;
    reader.yaml.problems.push_back(
        {device.loopback->where.line, device.loopback->where.column,
         other.existing ? fmt::format("the loopback {} is {}'s in the existing network",
                                      to_string(**device.loopback), other.name)
                        : fmt::format("the loopback {} stands in line {} already",
                                      to_string(**device.loopback), other.loopback->where.line)});
  }
}

// All links between the two devices have what is said of one.
void read_standing_link(const YAML::Node& item, IntentReader& reader) {
  intent::Link said;
  bool named = false;
  const std::size_t before = reader.yaml.problems.size();
  reader.fields(
      item, "an existing link", " in an existing link",
      {{"ends", [&](const auto&, const auto& node) { named = read_ends(node, said, reader); }},
       {"capacity",
        [&](const auto&, const auto& node) { said.capacity = reader.rate(node, "capacity").value_or(0); }},
       {"groups", [&](const auto&, const auto& node) { read_groups_of(node, said, reader); }}});
  if (!named) {
    if (reader.yaml.problems.size() == before)
      reader.problem(item, "an existing link needs `ends: [PE1, P1]`");
    return;
  }
  bool found = false;
  for (intent::Link& link : reader.intent.links) {
    const bool same = (link.a == said.a && link.b == said.b) || (link.a == said.b && link.b == said.a);
    if (!same || !link.standing) continue;
    found = true;
    link.where = reader.place(item);
    if (said.capacity != 0) link.capacity = said.capacity;
    link.groups.insert(link.groups.end(), said.groups.begin(), said.groups.end());
  }
  if (!found) {
    reader.problem(item,
                   fmt::format("the existing network has no link between {} and {} that could carry PWs",
                               reader.intent.devices[said.a].name, reader.intent.devices[said.b].name));
  }
}

}  // namespace

void read_devices(const YAML::Node& map, IntentReader& reader) {
  if (!reader.yaml.expect_map(map, "`devices`")) return;
  if (map.size() > kMostDevices) return reader.problem(map, "too many devices");
  for (const auto& entry : map) read_device(entry.first, entry.second, reader);
  check_loopbacks(reader);
}

void read_links(const YAML::Node& list, bool candidates, IntentReader& reader) {
  if (!list.IsSequence()) {
    return reader.problem(list, candidates ? "`candidates` takes a list: [{ends: [PE1, P1], price: 10}]"
                                           : "`links` takes a list: [[PE1, P1], …]");
  }
  for (const YAML::Node& item : list) read_link(item, candidates, reader);
}

void read_standing_links(const YAML::Node& list, IntentReader& reader) {
  if (!list.IsSequence()) {
    return reader.problem(list, "`links` of `existing` takes a list: [{ends: [PE1, P1], capacity: 1G}]");
  }
  for (const YAML::Node& item : list) read_standing_link(item, reader);
}

void read_pools(const YAML::Node& map, IntentReader& reader) {
  constexpr std::uint32_t kMostId = std::numeric_limits<std::uint32_t>::max();
  constexpr std::uint32_t kMostVlan = 4094;
  constexpr std::uint32_t kMostDiscriminator = 8191;  // in the release with the smallest range
  constexpr std::uint32_t kMostEtrunk = 16;           // likewise
  intent::Pools& pools = reader.intent.pools;
  const auto addresses = [&](const char* name, intent::AddressPool& pool) {
    return IntentReader::Field([&reader, &pool, name](const auto&, const auto& node) {
      const auto range = reader.prefix(node, name);
      if (range && range->address.is_v6)
        return reader.problem(node, fmt::format("`{}` takes an IPv4 prefix", name));
      if (range) pool = {*range, reader.place(node)};
    });
  };
  const auto range = [&](const char* name, intent::Range& pool, std::uint32_t most) {
    return IntentReader::Field([&reader, &pool, name, most](const auto&, const auto& node) {
      if (const auto read = reader.range(node, name, most)) pool = *read;
    });
  };
  reader.fields(map, "`pools`", " in `pools`",
                {{"loopbacks", addresses("loopbacks", pools.loopbacks)},
                 {"links", addresses("links", pools.links)},
                 {"customers", addresses("customers", pools.customers)},
                 {"vc-ids", range("vc-ids", pools.vc_ids, kMostId)},
                 {"vlans", range("vlans", pools.vlans, kMostVlan)},
                 {"discriminators", range("discriminators", pools.discriminators, kMostDiscriminator)},
                 {"e-trunks", range("e-trunks", pools.etrunks, kMostEtrunk)}});
}

}  // namespace holdfast::topology

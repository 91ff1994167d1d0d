// Services of an intent: kind, ends, targets.

#include <algorithm>

#include "importers/topology/intent_reader.h"

namespace holdfast::topology {
namespace {

using intent::End;
using intent::Homing;
using intent::Role;
using intent::Service;
using intent::ServiceKind;

const std::vector<std::pair<std::string_view, Homing>>& homings() {
  static const std::vector<std::pair<std::string_view, Homing>> all = {{"single", Homing::Single},
                                                                       {"etrunk", Homing::Etrunk},
                                                                       {"mvrrp", Homing::Mvrrp},
                                                                       {"routed", Homing::Routed}};
  return all;
}

bool is_site(const std::string& name, const intent::Intent& intent) {
  return std::ranges::any_of(intent.devices, [&](const auto& device) { return device.site == name; });
}

void read_at(const YAML::Node& node, End& end, IntentReader& reader) {
  const std::string name = node.IsScalar() ? node.Scalar() : std::string();
  if (!name.empty() && is_site(name, reader.intent)) {
    end.site = name;
    return;
  }
  end.device = reader.device(node);
  if (!end.device) return;
  const intent::Device& device = reader.intent.devices[*end.device];
  if (device.existing && device.role != Role::Ce && !device.where.known()) {
    reader.problem(node, fmt::format("{} stands in the existing network; say its role in `devices`: {}: pe",
                                     name, name));
  }
}

std::optional<End> read_end(const YAML::Node& item, IntentReader& reader) {
  End end;
  end.where = reader.place(item);
  const std::size_t before = reader.yaml.problems.size();
  if (item.IsScalar()) {
    read_at(item, end, reader);
  } else {
    bool named = false;
    reader.fields(item, "an end", " in an end",
                  {{"at",
                    [&](const auto&, const auto& node) {
                      named = true;
                      read_at(node, end, reader);
                    }},
                   {"homing", [&](const auto&, const auto& node) {
                      if (const auto homing = reader.choice(node, "homing", homings())) end.homing = *homing;
                    }}});
    if (!named && reader.yaml.problems.size() == before)
      reader.problem(item, "an end needs `at`: a device or a site");
  }
  if (!end.device && end.site.empty()) return std::nullopt;
  return end;
}

void read_ends(const YAML::Node& list, Service& service, IntentReader& reader) {
  if (!list.IsSequence() || list.size() == 0)
    return reader.problem(list, "`ends` takes a list: [CE1, {at: CE2, homing: etrunk}]");
  for (const YAML::Node& item : list) {
    if (auto end = read_end(item, reader)) service.ends.push_back(std::move(*end));
  }
}

void read_targets(const YAML::Node& map, intent::Targets& targets, IntentReader& reader) {
  reader.fields(map, "`targets`", " in `targets`",
                {{"survive", [&](const auto& key, const auto& list) {
                    targets = {false, false, false, reader.place(key)};
                    if (!list.IsSequence())
                      return reader.problem(list, "`survive` takes a list of node, link, group");
                    const std::vector<std::pair<std::string_view, bool intent::Targets::*>> names = {
                        {"node", &intent::Targets::node},
                        {"link", &intent::Targets::link},
                        {"group", &intent::Targets::group}};
                    for (const YAML::Node& item : list) {
                      if (const auto what = reader.choice(item, "kind of element", names))
                        targets.*(*what) = true;
                    }
                  }}});
}

bool is_routed(const End& end) {
  return end.homing == Homing::Routed;
}

void check_ends(const YAML::Node& key, const Service& service, IntentReader& reader) {
  const auto dual =
      std::ranges::count_if(service.ends, [](const End& e) { return e.homing != Homing::Single; });
  switch (service.kind) {
    case ServiceKind::Vpws:
      if (service.ends.size() != 2) return reader.problem(key, "a vpws has two ends");
      if (dual == 2 && std::ranges::any_of(service.ends, is_routed))
        return reader.problem(key, "a `routed` end of a vpws wants the other end on one PE");
      return;
    case ServiceKind::Vpls:
      if (service.ends.size() < 2) return reader.problem(key, "a vpls has at least two ends");
      for (const End& end : service.ends) {
        if (end.homing != Homing::Single && end.homing != Homing::Etrunk)
          return reader.problem(key, "an end of a vpls is single or etrunk");
      }
      return;
    case ServiceKind::Handover:
      if (service.ends.size() != 1 || dual != 0)
        return reader.problem(key, "a handover has one end, on one PE; its other side is the L3VPN");
      if (!service.handover || service.handover->instance.empty())
        return reader.problem(key, "a handover needs `instance`, `prefix` and `gateway`");
  }
}

void read_service(const YAML::Node& key, const YAML::Node& value, const intent::Targets& defaults,
                  IntentReader& reader) {
  constexpr std::uint32_t kMostVlan = 4094;
  Service service;
  service.name = key.Scalar();
  service.where = reader.place(key);
  service.targets = defaults;
  intent::Handover handover;
  int handover_parts = 0;
  bool has_kind = false;
  const std::size_t before = reader.yaml.problems.size();
  const std::vector<std::pair<std::string_view, ServiceKind>> kinds = {
      {"vpws", ServiceKind::Vpws}, {"vpls", ServiceKind::Vpls}, {"handover", ServiceKind::Handover}};
  const auto prefix = [&](const char* name, IpPrefix& into) {
    return IntentReader::Field([&reader, &handover_parts, &into, name](const auto&, const auto& node) {
      if (const auto read = reader.prefix(node, name)) into = *read;
      ++handover_parts;
    });
  };
  reader.fields(
      value, "a service", " in a service",
      {{"kind",
        [&](const auto&, const auto& node) {
          has_kind = true;
          if (const auto kind = reader.choice(node, "kind of service", kinds)) service.kind = *kind;
        }},
       {"ends", [&](const auto&, const auto& node) { read_ends(node, service, reader); }},
       {"bandwidth",
        [&](const auto&, const auto& node) {
          service.bandwidth = reader.rate(node, "bandwidth").value_or(0);
        }},
       {"vlan",
        [&](const auto&, const auto& node) { service.vlan = reader.number(node, "vlan", 1, kMostVlan); }},
       {"targets", [&](const auto&, const auto& node) { read_targets(node, service.targets, reader); }},
       {"instance",
        [&](const auto&, const auto& node) {
          handover.instance = reader.word(node, "instance").value_or("");
          ++handover_parts;
        }},
       {"prefix", prefix("prefix", handover.prefix)},
       {"gateway", prefix("gateway", handover.gateway)}});
  if (handover_parts == 3) service.handover = handover;
  if (reader.yaml.problems.size() == before && !has_kind)
    reader.problem(key, "a service needs `kind`: vpws, vpls or handover");
  if (reader.yaml.problems.size() == before) check_ends(key, service, reader);
  reader.intent.services.push_back(std::move(service));
}

}  // namespace

void read_services(const YAML::Node& map, const YAML::Node& defaults, IntentReader& reader) {
  intent::Targets targets;
  if (defaults.IsDefined()) read_targets(defaults, targets, reader);
  if (!reader.yaml.expect_map(map, "`services`")) return;
  std::map<std::string, std::uint32_t> seen;
  for (const auto& entry : map) {
    const auto line = static_cast<std::uint32_t>(entry.first.Mark().line + 1);
    const auto [at, fresh] = seen.emplace(entry.first.Scalar(), line);
    if (fresh) {
      read_service(entry.first, entry.second, targets, reader);
    } else {
      reader.problem(entry.first,
                     fmt::format("the service `{}` stands in line {} already", at->first, at->second));
    }
  }
}

}  // namespace holdfast::topology

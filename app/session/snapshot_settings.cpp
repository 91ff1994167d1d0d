#include "app/session/snapshot_settings.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <span>
#include <utility>

#include "app/session/files.h"
#include "app/session/names.h"
#include "app/session/rule_selection.h"
#include "importers/topology/snapshot_file.h"
#include "solver/pairing/elements.h"

namespace holdfast::session {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "holdfast.yaml";

// Upwards no further than to a folder that holds a repository.
std::optional<std::string> find_upwards(const std::string& path) {
  std::error_code failed;
  fs::path folder = fs::absolute(path, failed).lexically_normal();
  if (failed) return std::nullopt;
  if (!fs::is_directory(folder, failed)) folder = folder.parent_path();
  for (; !folder.empty(); folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / kName, failed)) {
      const fs::path shown = fs::relative(folder / kName, failed);
      return failed ? (folder / kName).string() : shown.string();
    }
    if (fs::exists(folder / ".git", failed) || folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

void add_problems(const topology::SnapshotFile& read, const std::string& path, Snapshot& snapshot) {
  for (const topology::FileProblem& problem : read.problems) {
    snapshot.problems.push_back(
        {InputProblem::Kind::Error, path, problem.line, problem.column, problem.message});
  }
}

void check_profile(const std::string& profile, const std::string& path, Snapshot& snapshot) {
  const auto known = [&](const Importer* importer) { return importer->knows_profile(profile); };
  if (profile.empty() || std::ranges::any_of(snapshot.importers->all(), known)) return;
  snapshot.problems.push_back(
      {InputProblem::Kind::Error, path, 0, 0, fmt::format("there is no release profile `{}`", profile)});
}

// The settings about rules; whatever names no rule is a problem of the file and is left out.
class RuleReader {
 public:
  RuleReader(const std::string& path, Snapshot& snapshot) : path_(path), snapshot_(snapshot) {}

  RuleSettings read(topology::SnapshotFile& file) {
    RuleSettings result{words(file.select), words(file.ignore), {}, {}};
    for (const auto& [rule, severity] : file.severity) {
      if (is_rule(rule, severity.where)) result.severity[rule] = severity_named(*severity);
    }
    for (topology::StatedSuppression& it : file.suppressions) {
      if (!is_rule(*it.rule, it.rule.where)) continue;
      result.suppressions.push_back({std::move(it.rule.value), std::move(it.device.value),
                                     std::move(it.service.value), std::move(it.reason), it.until, it.where});
    }
    return result;
  }

 private:
  static rules::Severity severity_named(const std::string& name) {
    return name == "error"     ? rules::Severity::Error
           : name == "warning" ? rules::Severity::Warning
                               : rules::Severity::Info;
  }

  bool is_rule(const std::string& selector, Span where) {
    if (names_a_rule(selector)) return true;
    snapshot_.problems.push_back(
        {InputProblem::Kind::Error, path_, where.line, where.column, no_such_rule(selector)});
    return false;
  }

  std::vector<std::string> words(const std::vector<Fact<std::string>>& stated) {
    std::vector<std::string> result;
    for (const Fact<std::string>& word : stated) {
      if (is_rule(*word, word.where)) result.push_back(*word);
    }
    return result;
  }

  const std::string& path_;
  Snapshot& snapshot_;
};

const Device* find_device(const Network& network, const std::string& name) {
  const auto at = std::ranges::find(network.devices, name, [](const Device& d) { return d.name.value; });
  return at == network.devices.end() ? nullptr : &*at;
}

void resolve_port(PortName& port, const StatedLink& link, Snapshot& snapshot) {
  const Device* device = find_device(snapshot.network, port.device);
  const auto report = [&](std::string message) {
    snapshot.problems.push_back({InputProblem::Kind::Note,
                                 std::string(snapshot.network.sources.path(link.where.file)), link.where.line,
                                 link.where.column, std::move(message)});
  };
  if (device == nullptr)
    return report(fmt::format("the link names device {}, which is not here", port.device));
  port.interface = snapshot.importers->find(device->vendor)->canonical_interface(port.interface);
  if (!device->find_interface(port.interface).valid()) {
    report(
        fmt::format("the link names {} of {}, which is not configured there", port.interface, port.device));
  }
}

}  // namespace

Settings read_settings(const std::vector<std::string>& paths, const std::string& config, Snapshot& snapshot) {
  std::optional<std::string> path;
  if (!config.empty()) {
    path = config;
  } else if (!paths.empty() && paths.front() != "-") {
    path = find_upwards(paths.front());
  }
  if (!path) return {};
  auto text = read_text({*path, true}, snapshot.problems);
  return text ? read_settings_text(*path, std::move(*text), snapshot) : Settings{};
}

Settings read_settings_text(const std::string& path, std::string text, Snapshot& snapshot) {
  const FileId file = snapshot.network.sources.add(path, std::move(text));
  topology::SnapshotFile read = topology::read_snapshot_file(snapshot.network.sources.text(file), file);
  add_problems(read, path, snapshot);
  snapshot.network.stated_links = std::move(read.links);
  snapshot.network.failure_groups = std::move(read.groups);
  snapshot.failures.k = read.failures.k;
  snapshot.failures.kinds = std::move(read.failures.kinds);
  for (topology::StatedProbability& it : read.failures.probabilities) {
    snapshot.failures.probabilities.push_back({std::move(it.element), it.value, it.where});
  }
  for (const auto& [what, pool] : read.pools) snapshot.pools[what] = {pool.first, pool.last};
  snapshot.rules = RuleReader(path, snapshot).read(read);
  Settings settings;
  settings.profile = std::move(read.profile);
  settings.device_profile = std::move(read.device_profile);
  check_profile(settings.profile, path, snapshot);
  for (const auto& [device, profile] : settings.device_profile) check_profile(profile, path, snapshot);
  return settings;
}

void resolve_elements(Snapshot& snapshot) {
  std::vector<StatedGroup>& groups = snapshot.network.failure_groups;
  auto& probabilities = snapshot.failures.probabilities;
  const auto is_named = [](const FailureSettings::Probability& it) {
    return it.element.find(':') != std::string::npos;
  };
  if (groups.empty() && std::ranges::none_of(probabilities, is_named)) return;
  const auto report = [&](Span where, std::string message) {
    snapshot.problems.push_back({InputProblem::Kind::Error,
                                 std::string(snapshot.network.sources.path(where.file)), where.line,
                                 where.column, std::move(message)});
  };
  const pairing::Pairing net(snapshot.network);
  const FailureUniverse plain = pairing::failure_universe(net);
  const auto resolve = [&](std::string& name, Span where, const FailureUniverse& universe) {
    const NamedElement found = find_element(snapshot, universe, name);
    if (!found.id.valid()) {
      report(where, found.problem);
      return false;
    }
    name = universe.elements[found.id.index].name;
    return true;
  };
  for (StatedGroup& group : groups) {
    std::erase_if(group.members,
                  [&](Fact<std::string>& member) { return !resolve(member.value, member.where, plain); });
    if (group.members.empty()) report(group.where, fmt::format("the group `{}` holds nothing", group.name));
  }
  const FailureUniverse whole = pairing::failure_universe(net);
  std::erase_if(probabilities, [&](FailureSettings::Probability& it) {
    return is_named(it) && !resolve(it.element, it.where, whole);
  });
}

void resolve_links(Snapshot& snapshot) {
  for (StatedLink& link : snapshot.network.stated_links) {
    resolve_port(link.a, link, snapshot);
    resolve_port(link.b, link, snapshot);
  }
}

}  // namespace holdfast::session

#include "app/session/growth.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <map>

#include "app/session/workbench.h"
#include "importers/topology/settings_edit.h"
#include "importers/vrp/print/additions.h"

namespace holdfast::session {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSettings = "holdfast.yaml";

class Growing {
 public:
  Growing(const ExistingNetwork& network, const std::string& folder, const intent::Intent& intent,
          const planning::BuiltNetwork& built, const vrp::KeyText& key)
      : network_(network),
        intent_(intent),
        snapshot_(*network.snapshot),
        standing_(network.known.devices.size()),
        folder_(folder),
        built_(built),
        key_(key) {}

  Growth grow() {
    add_commands();
    compare();
    add_files();
    return std::move(result_);
  }

 private:
  void problem(const std::string& path, std::string message) {
    result_.problems.push_back({InputProblem::Kind::Error, path, 0, 0, std::move(message)});
  }

  std::string path_of(FileId file) const {
    const fs::path path = fs::path(snapshot_.network.sources.path(file)).lexically_relative(folder_);
    return path.empty() || path == "." ? fs::path(snapshot_.network.sources.path(file)).filename().string()
                                       : path.string();
  }

  // From the last device of a file to its first: what is added to one does not move those before it.
  void add_commands() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < standing_; ++i) order.push_back(i);
    const auto line = [&](std::size_t i) { return snapshot_.network.devices[i].first_line; };
    std::ranges::stable_sort(order, std::greater<>(), line);
    for (const std::size_t i : order) {
      std::vector<std::string> commands = vrp::addition_commands(built_.devices[i], key_);
      if (!commands.empty()) add_to(DeviceId(i), std::move(commands));
    }
    std::ranges::sort(result_.additions, {}, &DeviceAddition::device);
  }

  void add_to(DeviceId id, std::vector<std::string> commands) {
    const Device& device = snapshot_.network[id];
    commands.emplace_back("commit");
    const auto at = texts_.try_emplace(device.file, snapshot_.network.sources.text(device.file)).first;
    ConfigEdit edit = edit_device(snapshot_, at->second, id, commands);
    for (const RefusedCommand& refused : edit.refused) {
      problem(path_of(device.file),
              fmt::format("{} would not take `{}`: {}", device.name.value, refused.command, refused.reason));
    }
    if (edit.text == at->second) return;
    at->second = std::move(edit.text);
    result_.additions.push_back(
        {device.name.value, path_of(device.file), std::move(edit.commands), std::move(edit.rollback)});
  }

  // Lines are added only: nothing that stands is touched.
  void compare() {
    for (auto& [file, text] : texts_) {
      const std::string_view old = snapshot_.network.sources.text(file);
      if (old == text) continue;
      FileChange change{file, text, line_diff(old, text)};
      for (const LineHunk& hunk : change.hunks) {
        if (hunk.old_count == 0) continue;
        problem(path_of(file), fmt::format("line {} would have to be changed", hunk.old_first + 1));
      }
      result_.changes.push_back(std::move(change));
    }
  }

  void add_files() {
    std::string settings;
    const SourceSet& sources = snapshot_.network.sources;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const FileId file{static_cast<std::uint32_t>(i)};
      if (fs::path(sources.path(file)).filename() == kSettings) {
        settings = sources.text(file);
        continue;
      }
      const auto at = texts_.find(file);
      result_.files.push_back(
          {path_of(file), at == texts_.end() ? std::string(sources.text(file)) : at->second});
    }
    for (std::size_t i = standing_; i < built_.devices.size(); ++i) add_new(built_.devices[i]);
    std::ranges::sort(result_.files, {}, &NamedText::path);
    result_.files.push_back({kSettings, topology::with_additions(settings, additions_to_settings())});
  }

  void add_new(const Device& device) {
    const std::string path = *device.name + ".cfg";
    const auto same = [&](const NamedText& it) { return it.path == path; };
    if (std::ranges::any_of(result_.files, same)) {
      problem(path, "is there already, and a new device of that name needs it");
    }
    result_.files.push_back({path, vrp::print_device(device, key_)});
  }

  topology::SettingsAdditions additions_to_settings() const {
    topology::SettingsAdditions additions;
    for (const planning::BuiltLink& link : built_.links) {
      additions.links.emplace_back(link.a, link.b);
      for (const std::string& group : link.groups) {
        additions.groups[group].push_back(
            fmt::format("link:{}--{}", std::min(link.a, link.b), std::max(link.a, link.b)));
      }
    }
    for (std::size_t i = 0; i < network_.elements.size(); ++i) {
      for (const std::size_t group : intent_.links[i].groups) {
        for (const std::string& element : network_.elements[i]) add_member(group, element, additions);
      }
    }
    return additions;
  }

  // Groups of links that stand, as far as the snapshot does not have them.
  void add_member(std::size_t group, const std::string& element,
                  topology::SettingsAdditions& additions) const {
    const std::string& name = intent_.groups[group];
    for (const StatedGroup& known : snapshot_.network.failure_groups) {
      const auto is_it = [&](const Fact<std::string>& member) {
        return *member == element || member->starts_with("node:");
      };
      if (known.name == name && std::ranges::any_of(known.members, is_it)) return;
    }
    std::vector<std::string>& members = additions.groups[name];
    if (std::ranges::find(members, element) == members.end()) members.push_back(element);
  }

  const ExistingNetwork& network_;
  const intent::Intent& intent_;
  const Snapshot& snapshot_;
  std::size_t standing_;
  const std::string& folder_;
  const planning::BuiltNetwork& built_;
  const vrp::KeyText& key_;
  std::map<FileId, std::string> texts_;  // of files with additions
  Growth result_;
};

}  // namespace

Growth grow(const ExistingNetwork& network, const std::string& folder, const intent::Intent& intent,
            const planning::BuiltNetwork& built, const vrp::KeyText& key) {
  return Growing(network, folder, intent, built, key).grow();
}

}  // namespace holdfast::session

#include "app/session/workbench.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/session/load.h"

namespace holdfast::session {

ConfigEdit edit_device(const Snapshot& snapshot, std::string_view text, DeviceId device,
                       const std::vector<std::string>& commands) {
  const Device& it = snapshot.network[device];
  return snapshot.importers->find(it.vendor)->edit(text, {it.first_line, it.last_line, it.profile, commands});
}

std::map<DeviceId, std::vector<std::string>> joined(
    const std::vector<std::vector<rules::DeviceCommands>>& parts) {
  constexpr std::string_view kCommit = "commit";
  std::map<DeviceId, std::vector<std::string>> result;
  for (const std::vector<rules::DeviceCommands>& part : parts) {
    for (const rules::DeviceCommands& of_device : part) {
      std::ranges::copy_if(of_device.lines, std::back_inserter(result[of_device.device]),
                           [&](const std::string& line) { return line != kCommit; });
    }
  }
  for (auto& [device, lines] : result) lines.emplace_back(kCommit);
  return result;
}

Typed typed(const Bench& bench, const std::vector<rules::DeviceCommands>& commands) {
  Typed result;
  const Snapshot& snapshot = *bench.snapshot;
  const std::map<DeviceId, std::vector<std::string>> by_device = joined({commands});
  // From the last device of a file to its first: what is added to one does not move those before it.
  std::vector<DeviceId> order;
  order.reserve(by_device.size());
  for (const auto& [device, lines] : by_device) order.push_back(device);
  std::ranges::sort(order, std::greater<>(), [&](DeviceId id) { return snapshot.network[id].first_line; });
  result.bench.edited = bench.edited;
  std::map<FileId, std::string> fresh;  // texts that change now
  for (const DeviceId device : order) {
    const FileId file = snapshot.network[device].file;
    if (file == FileId::None) continue;
    const auto at = fresh.try_emplace(file, snapshot.network.sources.text(file)).first;
    ConfigEdit edit = edit_device(snapshot, at->second, device, by_device.at(device));
    at->second = std::move(edit.text);
    result.commands.push_back({device, std::move(edit.commands)});
    for (RefusedCommand& refused : edit.refused) result.refused.push_back({device, std::move(refused)});
  }
  std::ranges::sort(result.commands, {}, &rules::DeviceCommands::device);
  for (const auto& [file, text] : fresh) result.bench.edited[file] = text;
  result.bench.snapshot = with_texts(snapshot, fresh);
  return result;
}

}  // namespace holdfast::session

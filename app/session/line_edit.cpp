#include "app/session/line_edit.h"

#include <algorithm>
#include <functional>

namespace holdfast::session {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = line.find_first_not_of(kBlanks);
  if (first == line.npos) return {};
  return line.substr(first, line.find_last_not_of(kBlanks) + 1 - first);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(' '); at != text.npos; at = text.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

DeviceId device_at(const Network& network, Span where) {
  for (std::size_t i = 0; i < network.devices.size(); ++i) {
    const Device& device = network.devices[i];
    if (device.file == where.file && device.first_line <= where.line && where.line <= device.last_line) {
      return DeviceId(i);
    }
  }
  return {};
}

std::string command_at(const Network& network, Span where) {
  return std::string(trimmed(network.sources.line(where.file, where.line)));
}

std::vector<std::string> views_around(const Network& network, Span line) {
  const DeviceId device = device_at(network, line);
  std::vector<std::string> views;
  if (!device.valid()) return views;
  for (const Span header : network[device].reading.outline.views_around(line.line)) {
    views.push_back(command_at(network, {line.file, header.line, 1, 0}));
  }
  return views;
}

rules::DeviceCommands changed_line(const Network& network, std::vector<WordChange> changes) {
  const Span line = changes.front().where;
  // From the right, so that places to the left stay.
  std::ranges::sort(changes, std::greater<>(), [](const WordChange& it) { return it.where.column; });
  std::string text(network.sources.line(line.file, line.line));
  for (const WordChange& it : changes) text.replace(it.where.column - 1U, it.where.length, it.becomes);
  const DeviceId device = device_at(network, line);
  std::vector<std::string> lines = {std::string(trimmed(text))};
  const auto inside = network[device].reading.outline.views_around(line.line + 1);
  if (!inside.empty() && inside.back().line == line.line) lines.emplace_back("quit");  // it opens a view
  return in_views(device, views_around(network, line), lines);
}

rules::DeviceCommands in_views(DeviceId device, const std::vector<std::string>& views,
                               const std::vector<std::string>& lines) {
  rules::DeviceCommands commands{device, views};
  commands.lines.insert(commands.lines.end(), lines.begin(), lines.end());
  commands.lines.insert(commands.lines.end(), views.size(), "quit");
  commands.lines.emplace_back("commit");
  return commands;
}

}  // namespace holdfast::session

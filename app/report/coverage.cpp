#include "app/report/coverage.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <vector>

#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/words.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

// Lines of one text that no command matches.
struct Unread {
  std::string text;
  std::size_t count = 0;
  std::string_view path;  // of the first
  std::uint32_t line = 0;
};

// The most frequent first.
std::vector<Unread> unread_lines(const Network& network) {
  std::map<std::string, Unread> by_text;
  for (const Device& device : network.devices) {
    for (const UnreadLine& line : device.reading.unread) {
      const std::string text = redact(line.text);
      Unread& entry = by_text[text];
      if (entry.count++ > 0) continue;
      entry.text = text;
      if (!line.where.known()) continue;
      entry.path = network.sources.path(line.where.file);
      entry.line = line.where.line;
    }
  }
  std::vector<Unread> sorted;
  sorted.reserve(by_text.size());
  for (auto& [text, entry] : by_text) sorted.push_back(std::move(entry));
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &Unread::count);
  return sorted;
}

void row(std::string& out, std::string_view label, std::uint64_t count, std::uint64_t lines) {
  const std::uint64_t tenths = lines == 0 ? 0 : count * 1000 / lines;
  out += fmt::format("  {:<13}{:>9}{:>5}.{} %\n", label, count, tenths / 10, tenths % 10);
}

}  // namespace

std::string coverage_text(const session::Snapshot& snapshot, const Options& options) {
  const Style style(options.color);
  const Coverage& coverage = snapshot.coverage;
  std::string out =
      fmt::format("{} of {} in {}\n", counted(coverage.lines, "line"),
                  counted(snapshot.network.devices.size(), "device"), counted(snapshot.files, "file"));
  row(out, "modelled", coverage.modelled, coverage.lines);
  row(out, "irrelevant", coverage.irrelevant, coverage.lines);
  row(out, "partial", coverage.partial, coverage.lines);
  row(out, "unrecognised", coverage.unrecognised, coverage.lines);

  const std::vector<Unread> unread = unread_lines(snapshot.network);
  if (unread.empty()) return out;
  out += fmt::format("\n{}\n", style.strong("unrecognised, with the number of times and the first place"));
  for (const Unread& entry : unread) {
    out += fmt::format("{:>7}  {}  {}\n", entry.count, place_text(entry.path, entry.line, 0),
                       printable(entry.text));
  }
  return out;
}

std::string coverage_json(const session::Snapshot& snapshot) {
  Json unread = Json::array();
  for (const Unread& entry : unread_lines(snapshot.network)) {
    unread.push_back({{"text", entry.text},
                      {"count", entry.count},
                      {"first", {{"file", entry.path}, {"line", entry.line}}}});
  }
  return dump({{"schema", 1}, {"coverage", to_json(snapshot.coverage)}, {"unrecognised", std::move(unread)}});
}

}  // namespace holdfast::report

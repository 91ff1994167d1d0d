#include "app/report/repair.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/summary.h"
#include "app/report/unified_diff.h"
#include "app/report/words.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kIndent = 4;

std::string named(const session::ReportedFinding& it) {
  return fmt::format("{} {}: {}", to_string(it.finding.severity), it.finding.rule->code, it.finding.message);
}

std::size_t mended(const session::Repair& repair) {
  std::size_t count = 0;
  for (const session::RepairStep& step : repair.steps) count += step.mends.size();
  return count;
}

Json strings(const std::vector<std::string>& lines) {
  Json out = Json::array();
  for (const std::string& line : lines) out.push_back(redact(line));
  return out;
}

Json replaced_lines(const session::Repair& repair, const session::DeviceChange& change) {
  const Network& network = repair.before.snapshot->network;
  const Device& device = network[change.device];
  Json out = Json::array();
  for (const session::FileChange& file : repair.files) {
    if (file.file != device.file) continue;
    for (const session::LineHunk& hunk : file.hunks) {
      for (std::size_t i = 0; i < hunk.old_count; ++i) {
        const std::size_t line = hunk.old_first + i + 1;
        if (line < device.first_line || line > device.last_line) continue;
        out.push_back({{"file", network.sources.path(file.file)}, {"line", line}});
      }
    }
  }
  return out;
}

Json mends(const session::Repair& repair, DeviceId device) {
  Json out = Json::array();
  for (const session::RepairStep& step : repair.steps) {
    const auto touches = [&](const rules::DeviceCommands& it) { return it.device == device; };
    if (std::ranges::none_of(step.commands, touches)) continue;
    for (const session::ReportedFinding& it : step.mends) out.push_back(it.fingerprint);
  }
  return out;
}

}  // namespace

std::string repair_summary(const session::Repair& repair) {
  if (repair.steps.empty() && repair.remaining.empty()) return "nothing to mend";
  const std::size_t done = mended(repair);
  std::string line = fmt::format("{} of {} mended", done, counted(done + repair.remaining.size(), "finding"));
  if (!repair.devices.empty())
    line += fmt::format("; {} to change", counted(repair.devices.size(), "device"));
  return line;
}

std::string repair_proof(const session::Repair& repair) {
  std::string line = "proven: the changed configurations were read and checked again";
  if (repair.after.search) line += fmt::format(" under up to {} failures", repair.after.search->k);
  return line + fmt::format(": {}", summary_line(repair.after));
}

std::string repair_least(const session::Repair& repair) {
  const session::LeastProof& least = repair.least;
  if (!least.proven) return "not proven to be the least disruptive: there may be a cheaper choice of changes";
  return fmt::format(
      "proven to be the least disruptive choice among {} thought of{}", counted(least.changes, "change"),
      least.trials == 0 ? "" : fmt::format(", {} tried", counted(least.trials, "cheaper one")));
}

std::string repair_text(const session::Repair& repair, const Options& options) {
  const Network& network = repair.before.snapshot->network;
  const Style style(options.color);
  const std::size_t width = std::max(options.width, kMinWidth);
  std::string out;
  std::size_t number = 0;
  for (const session::RepairStep& step : repair.steps) {
    out += hanging(fmt::format("{}. {}", ++number, step.summary), width, 0, kIndent);
    for (const session::ReportedFinding& it : step.mends) {
      out += hanging("mends " + named(it), width, kIndent, 2 * kIndent);
    }
    for (const rules::DeviceCommands& of_device : step.commands) {
      out += fmt::format("    on {}:\n", printable(device_name(network, of_device.device)));
      for (const std::string& line : of_device.lines) {
        out += fmt::format("      {}\n", style.repair(printable(redact(line))));
      }
    }
    out += '\n';
  }
  if (!repair.remaining.empty()) out += "not mended:\n";
  for (const session::Unmended& it : repair.remaining) {
    out += hanging(named(it.reported), width, 2, kIndent);
    out += hanging(it.reason, width, kIndent, kIndent);
  }
  if (!repair.remaining.empty()) out += '\n';
  for (const session::DeviceChange& change : repair.devices) {
    if (change.asks_for.empty()) continue;
    out += fmt::format("put in on {}: {}\n", printable(device_name(network, change.device)),
                       fmt::join(change.asks_for, ", "));
  }
  out += repair_summary(repair) + '\n';
  if (!repair.steps.empty()) {
    out += hanging(repair_proof(repair), width, 0, 0);
    out += hanging(repair_least(repair), width, 0, 0);
  }
  return out;
}

std::string repair_json(const session::Repair& repair) {
  const Network& network = repair.before.snapshot->network;
  Json changes = Json::array();
  for (const session::DeviceChange& change : repair.devices) {
    changes.push_back({{"device", device_name(network, change.device)},
                       {"commands", strings(change.commands)},
                       {"replaces", replaced_lines(repair, change)},
                       {"mends", mends(repair, change.device)},
                       {"rollback", strings(change.rollback)},
                       {"asksFor", strings(change.asks_for)}});
  }
  Json remaining = Json::array();
  Json reasons = Json::object();
  for (const session::Unmended& it : repair.remaining) {
    remaining.push_back(it.reported.fingerprint);
    reasons[it.reported.fingerprint] = {{"rule", it.reported.finding.rule->code},
                                        {"message", it.reported.finding.message},
                                        {"reason", it.reason}};
  }
  return dump({{"schema", 1},
               {"changes", std::move(changes)},
               {"remaining", std::move(remaining)},
               {"reasons", std::move(reasons)},
               {"mended", mended(repair)},
               {"least",
                {{"proven", repair.least.proven},
                 {"changes", repair.least.changes},
                 {"trials", repair.least.trials}}}});
}

std::string repair_diff(const session::Repair& repair, const Options& options) {
  return unified_diff(repair.before.snapshot->network, repair.files, options);
}

std::string repair_rollback(const session::Repair& repair) {
  const Network& network = repair.before.snapshot->network;
  std::string out;
  for (const session::DeviceChange& change : repair.devices) {
    out += fmt::format("# {}\nsystem-view\n", printable(device_name(network, change.device)));
    for (const std::string& line : change.rollback) out += printable(redact(line)) + '\n';
    out += "return\n";
  }
  return out;
}

}  // namespace holdfast::report

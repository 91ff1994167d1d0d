#include "app/report/judged_link.h"

#include <fmt/format.h>

#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/tolerance.h"
#include "app/report/words.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {

std::string judged_link_text(const session::JudgedLink& judged, const Options& options) {
  const Network& network = judged.link.snapshot->network;
  const Style style(options.color);
  std::string out = style.strong(printable(judged.link.name)) + '\n';
  for (const session::LinkEnd& end : judged.link.ends) {
    out += fmt::format("    on {}, like {}:\n", printable(device_name(network, end.device)),
                       printable(end.like));
    for (const std::string& line : end.commands)
      out += fmt::format("      {}\n", style.repair(printable(redact(line))));
  }
  out += '\n';
  for (const std::string& it : judged.link.remarks) out += hanging("left open: " + it, options.width, 0, 4);
  for (const session::ReportedFinding& it : judged.brings) {
    out += hanging(fmt::format("brings {} {}: {}", to_string(it.finding.severity), it.finding.rule->code,
                               it.finding.message),
                   options.width, 0, 4);
  }
  out += tolerance_text(judged.change, network, options);
  const std::string line = tolerance_line(judged.change);
  return out + fmt::format("under up to {}: {}\n", counted(judged.after->k, "failure"),
                           line.empty() ? "every service survives what it survived" : line);
}

std::string judged_link_json(const session::JudgedLink& judged) {
  Json changes = Json::array();
  for (const session::LinkEnd& end : judged.link.ends) {
    Json commands = Json::array();
    for (const std::string& line : end.commands) commands.push_back(redact(line));
    changes.push_back({{"device", device_name(judged.link.snapshot->network, end.device)},
                       {"interface", end.interface},
                       {"like", end.like},
                       {"commands", std::move(commands)}});
  }
  Json brings = Json::array();
  for (const session::ReportedFinding& it : judged.brings)
    brings.push_back({{"rule", it.finding.rule->code}, {"message", it.finding.message}});
  Json value = tolerance_value(judged.change);
  value["schema"] = 1;
  value["link"] = judged.link.name;
  value["k"] = judged.after->k;
  value["changes"] = std::move(changes);
  value["remarks"] = judged.link.remarks;
  value["brings"] = std::move(brings);
  return dump(value);
}

}  // namespace holdfast::report

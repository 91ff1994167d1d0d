#include "app/report/trace.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/excerpt.h"
#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/story_block.h"
#include "app/report/style.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

using session::TraceHop;
using session::TraceResult;
using session::TraceView;

std::string without_margin(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return std::string(line);
}

class Text {
 public:
  Text(const TraceResult& result, const Options& options)
      : result_(result),
        network_(result.snapshot->network),
        style_(options.color),
        width_(std::max(options.width, kMinWidth)) {}

  std::string text() {
    out_ += fmt::format("{}\n", style_.strong(printable(result_.service)));
    if (!result_.failed.empty()) out_ += labelled("fails", result_.failed);
    for (const TraceView& view : result_.traces) way(view);
    for (const std::string& unseen : result_.unseen) {
      out_ += fmt::format("\nthe far end is not here: it needs {}\n", printable(unseen));
    }
    if (result_.traces.empty() && result_.unseen.empty()) out_ += "\nthe service has a single site\n";
    return std::move(out_);
  }

 private:
  void way(const TraceView& view) {
    const bool into = !view.prefix.empty() && view.to.starts_with("VPN");
    std::string words = fmt::format("from {} to {}{}: {}", view.from, into ? view.prefix + " in " : "",
                                    view.to, view.arrives ? "arrives" : "does not arrive");
    if (view.outcome != Outcome::Delivered) words += fmt::format(" ({})", to_string(view.outcome));
    out_ += '\n';
    for (const std::string& line : wrap(words, width_)) {
      out_ += fmt::format("{}\n",
                          view.arrives ? style_.repair(line) : style_.severity(rules::Severity::Error, line));
    }
    if (view.hops.empty()) out_ += "  no attachment circuit of the site is in use\n";
    DeviceId last;
    for (const TraceHop& hop : view.hops) {
      if (hop.at.device != last)
        out_ += fmt::format("  {}\n", style_.strong(printable(device_name(network_, hop.at.device))));
      last = hop.at.device;
      one(hop);
    }
  }

  void one(const TraceHop& hop) {
    const std::size_t margin = hop.below ? 6 : 4;
    const std::vector<std::string> lines = wrap(hop.at.note, width_ - margin);
    for (const std::string& line : lines) out_ += fmt::format("{}{}\n", std::string(margin, ' '), line);
    const Place place = place_of(network_, hop.at);
    if (!hop.at.where.known()) return;
    const std::size_t room = width_ - margin - 2;
    const std::string line = excerpt(without_margin(raw_line(network_, place)), 0, 0, room).line;
    const std::string where = fmt::format("--> {}", to_string(place));
    const bool fits = display_width(line) + 2 + display_width(where) <= room;
    out_ += fmt::format("{}{}{}{}\n", std::string(margin + 2, ' '), line,
                        fits ? "  " : "\n" + std::string(margin + 2, ' '), style_.frame(where));
  }

  const TraceResult& result_;
  const Network& network_;
  Style style_;
  std::size_t width_;
  std::string out_;
};

Json hop_value(const Network& network, const TraceHop& hop) {
  const Place place = place_of(network, hop.at);
  return {{"device", device_name(network, hop.at.device)},
          {"what", hop.at.note},
          {"tunnel", hop.below},
          {"file", place.path},
          {"line", place.line},
          {"column", place.column},
          {"text", redact(raw_line(network, place))}};
}

}  // namespace

std::string trace_text(const TraceResult& result, const Options& options) {
  return Text(result, options).text();
}

std::string trace_json(const TraceResult& result) {
  Json ways = Json::array();
  for (const TraceView& view : result.traces) {
    Json hops = Json::array();
    for (const TraceHop& hop : view.hops) hops.push_back(hop_value(result.snapshot->network, hop));
    Json way = {{"from", view.from},
                {"to", view.to},
                {"outcome", to_string(view.outcome)},
                {"arrives", view.arrives},
                {"hops", std::move(hops)}};
    if (!view.prefix.empty()) way["prefix"] = view.prefix;
    ways.push_back(std::move(way));
  }
  return dump({{"schema", 1},
               {"service", result.service},
               {"failed", result.failed},
               {"ways", std::move(ways)},
               {"unseen", result.unseen}});
}

}  // namespace holdfast::report

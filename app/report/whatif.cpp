#include "app/report/whatif.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

#include "app/report/json_values.h"
#include "app/report/place.h"
#include "app/report/story_block.h"
#include "app/report/style.h"
#include "app/report/words.h"
#include "app/report/wrap.h"

namespace holdfast::report {
namespace {

using session::FlowChange;
using session::ServiceChange;
using session::WhatIfResult;

constexpr auto kWorstFirst =
    std::to_array<Outcome>({Outcome::DualActive, Outcome::Flapping, Outcome::LostAvoidable, Outcome::Unknown,
                            Outcome::LostUnavoidable, Outcome::Delivered});

std::string way(const std::vector<std::string>& path) {
  return path.empty() ? "none" : fmt::format("{}", fmt::join(path, " -> "));
}

std::string change_words(const FlowChange& flow) {
  if (flow.before.outcome != flow.after.outcome) {
    return fmt::format("{}, was {}", to_string(flow.after.outcome), to_string(flow.before.outcome));
  }
  if (flow.same()) return fmt::format("{}, as before", to_string(flow.after.outcome));
  return fmt::format("{}, another way", to_string(flow.after.outcome));
}

class Text {
 public:
  Text(const WhatIfResult& result, const Options& options)
      : result_(result),
        options_(options),
        style_(options.color),
        width_(std::max(options.width, kMinWidth)) {}

  std::string text() {
    out_ +=
        result_.failed.empty() ? labelled("fails", "nothing", options_) : labelled("fails", result_.failed);
    out_ += '\n';
    for (const Outcome outcome : kWorstFirst) {
      for (const ServiceChange& service : result_.services) {
        if (service.after == outcome) changed(service);
      }
    }
    for (const session::UnmetExpectation& it : result_.unmet) unmet(it);
    summary();
    return std::move(out_);
  }

 private:
  std::string marked(Outcome outcome, std::string_view text) const {
    switch (outcome) {
      case Outcome::Delivered:
        return style_.repair(text);
      case Outcome::Unknown:
        return style_.unknown(text);
      default:
        return style_.severity(rules::Severity::Error, text);
    }
  }

  // What several flows of a service have in common is told with the first of them.
  void changed(const ServiceChange& service) {
    std::set<std::string> told;
    for (const FlowChange& flow : service.flows) {
      const std::string words = change_words(flow);
      const std::vector<std::string> lines = wrap(fmt::format("{}: {}", service.id, words), width_ - 4);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        out_ += fmt::format("{}{}\n", i > 0 ? "    " : "", marked(flow.after.outcome, lines[i]));
      }
      rules::Story rest = flow.after;
      std::erase_if(rest.steps, [&](const rules::StoryStep& step) {
        return step.part == rules::StoryPart::Noticed && !told.insert(step.at.note).second;
      });
      out_ += labelled("before", way(flow.before.path), options_);
      out_ += story_steps(rest, options_);
      out_ += story_lines(result_.snapshot->network, flow.after, options_);
      out_ += '\n';
    }
  }

  void unmet(const session::UnmetExpectation& it) {
    out_ += fmt::format(
        "{}: {}: {} is {}, expected is {}\n", style_.severity(rules::Severity::Error, "error"),
        place_text(it.path, it.line, it.column), it.service, to_string(it.found), to_string(it.expected));
  }

  void summary() {
    std::map<Outcome, std::size_t> with;
    std::size_t moved = 0;
    for (const ServiceChange& service : result_.services) {
      ++with[service.after];
      if (service.after == Outcome::Delivered && !service.flows.empty()) ++moved;
    }
    std::vector<std::string> parts;
    for (const Outcome outcome : kWorstFirst) {
      if (with[outcome] == 0) continue;
      const std::string others = outcome == Outcome::Delivered && moved > 0
                                     ? fmt::format(" ({} by another way)", moved)
                                     : std::string();
      parts.push_back(fmt::format("{} {}{}", with[outcome], to_string(outcome), others));
    }
    out_ += fmt::format("{}{}{}\n", counted(result_.services.size(), "service"), parts.empty() ? "" : ": ",
                        fmt::join(parts, ", "));
  }

  const WhatIfResult& result_;
  const Options& options_;
  Style style_;
  std::size_t width_;
  std::string out_;
};

// The flow that fares worst; the first of several. Null: the service carries nothing.
const FlowChange* worst(const ServiceChange& service) {
  const auto at = std::ranges::max_element(
      service.flows, {}, [](const FlowChange& it) { return std::pair(it.after.outcome, !it.same()); });
  return at == service.flows.end() ? nullptr : &*at;
}

Json state(Outcome outcome, const std::vector<std::string>& path) {
  return {{"outcome", to_string(outcome)}, {"path", path}};
}

Json flow_value(const FlowChange& flow) {
  Json out = {{"from", flow.from},
              {"to", flow.to},
              {"before", state(flow.before.outcome, flow.before.path)},
              {"after", state(flow.after.outcome, flow.after.path)},
              {"why", sentences_of(flow.after)}};
  if (!flow.prefix.empty()) out["prefix"] = flow.prefix;
  return out;
}

}  // namespace

std::string whatif_text(const WhatIfResult& result, const Options& options) {
  return Text(result, options).text();
}

std::string whatif_json(const WhatIfResult& result) {
  Json services = Json::array();
  for (const ServiceChange& service : result.services) {
    const FlowChange* shown = worst(service);
    const rules::Story none;
    Json flows = Json::array();
    for (const FlowChange& flow : service.flows) flows.push_back(flow_value(flow));
    services.push_back({{"id", service.id},
                        {"before", state(service.before, shown != nullptr ? shown->before.path : none.path)},
                        {"after", state(service.after, shown != nullptr ? shown->after.path : none.path)},
                        {"why", shown != nullptr ? sentences_of(shown->after) : std::vector<std::string>()},
                        {"flows", std::move(flows)}});
  }
  Json unmet = Json::array();
  for (const session::UnmetExpectation& it : result.unmet) {
    unmet.push_back(
        {{"service", it.service}, {"expected", to_string(it.expected)}, {"found", to_string(it.found)}});
  }
  return dump({{"schema", 1},
               {"failed", result.failed},
               {"services", std::move(services)},
               {"unmet", std::move(unmet)}});
}

}  // namespace holdfast::report

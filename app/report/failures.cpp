#include "app/report/failures.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <span>
#include <vector>

#include "app/report/story_block.h"
#include "app/report/style.h"
#include "app/report/words.h"
#include "app/report/wrap.h"

namespace holdfast::report {
namespace {

using session::Counterexample;
using session::FailuresResult;
using session::is_defect;
using session::ServiceFailureView;

constexpr std::size_t kShownServices = 20;  // without a defect; more are only counted
constexpr std::size_t kShownPoints = 12;    // single points of failure

std::string_view verdict_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::DualActive:
      return "carries frames twice";
    case Outcome::Flapping:
      return "never settles";
    case Outcome::LostAvoidable:
      return "loses traffic although a configured way works";
    case Outcome::Unknown:
      return "cannot be judged";
    case Outcome::LostUnavoidable:
      return "loses traffic, and no way is left";
    case Outcome::Delivered:
      break;
  }
  return "is delivered";
}

std::string number_of(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

class Text {
 public:
  Text(const FailuresResult& result, const Options& options)
      : result_(result),
        options_(options),
        style_(options.color),
        width_(std::max(options.width, kMinWidth)) {}

  std::string text() {
    for (const ServiceFailureView& service : result_.services) defects(service);
    services_without_defect();
    availabilities();
    single_points();
    summary();
    return std::move(out_);
  }

 private:
  std::vector<std::string> names(std::span<const ElementId> elements) const {
    std::vector<std::string> result;
    for (const ElementId id : elements) result.push_back(result_.names[id.index]);
    return result;
  }

  void defects(const ServiceFailureView& service) {
    std::map<std::size_t, std::vector<const Counterexample*>> stories;
    for (const Counterexample& it : service.counterexamples) {
      if (is_defect(it.outcome) || it.outcome == Outcome::Unknown) stories[it.like].push_back(&it);
    }
    for (const auto& [like, alike] : stories) {
      const Counterexample& shown = service.counterexamples[like];
      headline(service, shown);
      out_ += failing(names(shown.elements), options_);
      out_ += story_steps(shown.story, options_);
      if (!shown.rules.empty()) {
        out_ += labelled(
            "rules", fmt::format("{} (`holdfast check` says more)", fmt::join(shown.rules, ", ")), options_);
      }
      out_ += story_lines(result_.snapshot->network, shown.story, options_);
      if (alike.size() > 1) like_it(alike, shown);
      out_ += '\n';
    }
  }

  void headline(const ServiceFailureView& service, const Counterexample& it) {
    const std::string outcome(to_string(it.outcome));
    const std::string marked = it.outcome == Outcome::Unknown
                                   ? style_.unknown(outcome)
                                   : style_.severity(rules::Severity::Error, outcome);
    const std::vector<std::string> lines =
        wrap(fmt::format("{} {}", service.id, verdict_words(it.outcome)), width_ - 4, outcome.size() + 2 - 4);
    out_ += fmt::format("{}: {}\n", marked, style_.strong(lines.front()));
    for (std::size_t i = 1; i < lines.size(); ++i) out_ += fmt::format("    {}\n", style_.strong(lines[i]));
  }

  void like_it(const std::vector<const Counterexample*>& alike, const Counterexample& shown) {
    const auto other = std::ranges::find_if(alike, [&](const Counterexample* it) { return it != &shown; });
    const std::size_t more = alike.size() - 1;
    std::vector<std::string> lines{
        more == 1 ? "1 more set of failures tells the same story:"
                  : fmt::format("{} more sets of failures tell the same story, such as", more)};
    for (std::string& name : names((*other)->elements)) lines.push_back("  " + name);
    out_ += labelled("like it", lines);
  }

  void services_without_defect() {
    std::size_t fine = 0;
    for (const ServiceFailureView& service : result_.services) {
      const bool judged =
          service.complete && std::ranges::none_of(service.counterexamples, [](const Counterexample& it) {
            return is_defect(it.outcome) || it.outcome == Outcome::Unknown;
          });
      if (!judged || ++fine > kShownServices) continue;
      const std::string id = service.id;
      const std::vector<std::string> lines =
          wrap(fmt::format("{} {}", id, fine_words(service)), width_ - 4, 2);
      out_ += fmt::format("{}: {}\n", style_.repair("ok"), lines.front());
      for (std::size_t i = 1; i < lines.size(); ++i) out_ += fmt::format("    {}\n", lines[i]);
    }
    if (fine > kShownServices) {
      out_ += fmt::format("{}: {}\n", style_.repair("ok"),
                          number_of(fine - kShownServices, "more service", "more services"));
    }
    if (fine > 0) out_ += '\n';
  }

  std::string fine_words(const ServiceFailureView& service) const {
    const std::string up_to = number_of(result_.k, "failure", "failures");
    if (service.flows == 0) return "has a single site: nothing to lose";
    if (service.tolerates < 0) return "has no way even without failures";
    if (service.counterexamples.empty()) return fmt::format("survives any {}", up_to);
    const std::size_t single = service.single_points.size();
    const std::size_t more = service.counterexamples.size() - single;
    std::vector<std::string> limits;
    if (single > 0) limits.push_back(number_of(single, "single point", "single points"));
    if (more > 0) limits.push_back(number_of(more, "larger set", "larger sets"));
    return fmt::format("survives any {} that {} a way; {} leave{} none", up_to,
                       result_.k == 1 ? "leaves" : "leave", fmt::join(limits, " and "),
                       limits.size() == 1 && service.counterexamples.size() == 1 ? "s" : "");
  }

  // The least available first.
  void availabilities() {
    std::vector<const ServiceFailureView*> known;
    for (const ServiceFailureView& service : result_.services) {
      if (service.availability) known.push_back(&service);
    }
    if (known.empty()) return;
    std::ranges::stable_sort(known, {}, [](const ServiceFailureView* it) { return it->availability->lower; });
    out_ += "availability, by the probabilities of holdfast.yaml (certain bounds):\n";
    for (std::size_t i = 0; i < std::min(known.size(), kShownServices); ++i) {
      out_ += fmt::format("  {:.12f} to {:.12f}  {}\n", known[i]->availability->lower,
                          known[i]->availability->upper, known[i]->id);
    }
    if (known.size() > kShownServices) out_ += fmt::format("  and {} more\n", known.size() - kShownServices);
    out_ += '\n';
  }

  // Elements whose loss alone ends services, those that end most of them first.
  void single_points() {
    std::map<std::uint32_t, std::size_t> services_of;
    for (const ServiceFailureView& service : result_.services) {
      for (const ElementId id : service.single_points) ++services_of[id.index];
    }
    if (services_of.empty()) return;
    std::vector<std::pair<std::uint32_t, std::size_t>> sorted(services_of.begin(), services_of.end());
    std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const auto& it) { return it.second; });
    out_ += "single points of failure, whose loss alone leaves a service no way (topology):\n";
    for (std::size_t i = 0; i < std::min(sorted.size(), kShownPoints); ++i) {
      const std::string count =
          result_.services.size() == 1 ? "" : fmt::format("  ({})", counted(sorted[i].second, "service"));
      out_ += fmt::format("  {}{}\n", result_.names[sorted[i].first], count);
    }
    if (sorted.size() > kShownPoints) out_ += fmt::format("  and {} more\n", sorted.size() - kShownPoints);
    out_ += '\n';
  }

  void summary() {
    std::map<Outcome, std::size_t> with;
    for (const ServiceFailureView& service : result_.services) {
      if (!service.counterexamples.empty()) ++with[service.counterexamples.front().outcome];
    }
    std::vector<std::string> parts;
    const auto add = [&](Outcome outcome, std::string_view words) {
      if (with[outcome] > 0) parts.push_back(fmt::format("{} {}", with[outcome], words));
    };
    add(Outcome::DualActive, "with frames twice");
    add(Outcome::Flapping, "flapping");
    add(Outcome::LostAvoidable, "lost although a way works");
    add(Outcome::Unknown, "unknown");
    const std::string verdict =
        parts.empty() ? style_.repair("no avoidable loss") : fmt::format("{}", fmt::join(parts, ", "));
    out_ += fmt::format("{}: {}\n", counted(result_.services.size(), "service"), verdict);
    out_ += fmt::format("k = {}, {}, {}\n", result_.k, counted(result_.elements, "element"),
                        counted(result_.evaluations, "evaluation"));
    if (result_.cancelled) out_ += "stopped before the end: there may be more\n";
    if (result_.out_of_time) out_ += "the time limit stopped the run: there may be more\n";
  }

  const FailuresResult& result_;
  const Options& options_;
  Style style_;
  std::size_t width_;
  std::string out_;
};

}  // namespace

std::string failures_text(const FailuresResult& result, const Options& options) {
  return Text(result, options).text();
}

}  // namespace holdfast::report

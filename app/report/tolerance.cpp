#include "app/report/tolerance.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "app/report/markdown.h"
#include "app/report/markdown_text.h"
#include "app/report/story_block.h"
#include "app/report/style.h"
#include "app/report/words.h"

namespace holdfast::report {
namespace {

using session::FailureLoss;
using session::ToleranceChange;
using session::ToleranceDiff;

std::size_t count(const ToleranceDiff& diff, bool (*is)(const ToleranceChange& it)) {
  return static_cast<std::size_t>(std::ranges::count_if(diff.changes, is));
}

bool survives_more(const ToleranceChange& it) {
  return !it.gained.empty();
}

bool is_undecided(const ToleranceChange& it) {
  return !it.lost.empty() && !it.survives_less();
}

std::string sets(std::size_t number) {
  return fmt::format("{} {} of failures", number, number == 1 ? "set" : "sets");
}

// "survives less: 3 sets of failures lose it that did not"
std::vector<std::string> verdicts(const ToleranceChange& it) {
  std::vector<std::string> result;
  if (it.is_new) result.emplace_back("is new: there is nothing to compare");
  if (it.is_gone) result.emplace_back("is no longer there");
  const auto undecided =
      static_cast<std::size_t>(std::ranges::count(it.lost, Outcome::Unknown, &FailureLoss::outcome));
  const std::size_t lost = it.lost.size() - undecided;
  if (lost > 0) {
    result.push_back(
        fmt::format("survives less: {} {} it that did not", sets(lost), lost == 1 ? "loses" : "lose"));
  }
  if (undecided > 0) result.push_back(fmt::format("cannot be judged any more under {}", sets(undecided)));
  if (!it.gained.empty()) {
    const std::size_t more = it.gained.size();
    result.push_back(
        fmt::format("survives more: {} no longer {} it", sets(more), more == 1 ? "loses" : "lose"));
  }
  return result;
}

std::string_view words(Outcome outcome) {
  switch (outcome) {
    case Outcome::LostUnavoidable:
      return "no configured way is left";
    case Outcome::LostAvoidable:
      return "traffic is lost although a configured way works";
    case Outcome::DualActive:
      return "frames arrive twice";
    case Outcome::Flapping:
      return "the service never settles";
    case Outcome::Unknown:
      return "the input does not say what happens";
    case Outcome::Delivered:
      break;
  }
  return "traffic arrives";
}

void add_number(std::string& out, std::size_t number, std::string_view one, std::string_view many) {
  if (number == 0) return;
  out +=
      fmt::format("{}{} {}", out.empty() ? "" : ", ", counted(number, "service"), number == 1 ? one : many);
}

std::string markdown_item(const ToleranceChange& it) {
  std::string out = fmt::format("- {} {}", markdown_code(it.service), fmt::join(verdicts(it), "; "));
  if (it.lost.empty()) return out + '\n';
  const FailureLoss& first = it.lost.front();
  std::vector<std::string> elements;
  for (const std::string& name : first.elements) elements.push_back(markdown_code(name));
  out += elements.empty() ? fmt::format(". Without any failure {}\n", words(first.outcome))
                          : fmt::format(". When {} fail{}, {}\n", fmt::join(elements, " and "),
                                        elements.size() == 1 ? "s" : "", words(first.outcome));
  for (const std::string& sentence : sentences_of(first.story)) {
    out += fmt::format("  1. {}\n", markdown_text(sentence));
  }
  return out;
}

Json loss_values(const std::vector<FailureLoss>& losses) {
  Json list = Json::array();
  for (const FailureLoss& it : losses) {
    list.push_back(
        {{"elements", it.elements}, {"outcome", to_string(it.outcome)}, {"why", sentences_of(it.story)}});
  }
  return list;
}

}  // namespace

std::string tolerance_line(const ToleranceDiff& diff) {
  std::string out;
  add_number(out, count(diff, [](const ToleranceChange& it) { return it.survives_less(); }), "survives less",
             "survive less");
  add_number(out, count(diff, survives_more), "survives more", "survive more");
  add_number(out, count(diff, is_undecided), "cannot be judged any more", "cannot be judged any more");
  add_number(out, count(diff, [](const ToleranceChange& it) { return it.is_gone; }), "is gone", "are gone");
  return out;
}

std::string tolerance_text(const ToleranceDiff& diff, const Network& after, const Options& options) {
  const Style style(options.color);
  std::string out;
  for (const ToleranceChange& it : diff.changes) {
    out += style.strong(it.service) + '\n';
    for (const std::string& verdict : verdicts(it)) out += labelled("", verdict, options);
    if (it.lost.empty()) {
      out += '\n';
      continue;
    }
    const FailureLoss& first = it.lost.front();
    out += failing(first.elements, options);
    out += first.story.steps.empty() ? labelled("then", words(first.outcome), options)
                                     : story_steps(first.story, options);
    out += story_lines(after, first.story, options);
    if (it.lost.size() > 1) {
      out += labelled("more", fmt::format("{}, such as", sets(it.lost.size() - 1)), options);
      out += labelled("", it.lost[1].elements);
    }
    out += '\n';
  }
  return out;
}

std::string tolerance_markdown(const ToleranceDiff& diff, std::size_t room) {
  const std::size_t less = count(diff, [](const ToleranceChange& it) { return it.survives_less(); });
  std::vector<std::string> entries;
  if (less > 0) {
    entries.push_back(fmt::format("**This change takes redundancy from {}**\n\n", counted(less, "service")));
  }
  for (const ToleranceChange& it : diff.changes) entries.push_back(markdown_item(it));
  return entries.empty() ? std::string() : markdown_entries(entries, room) + '\n';
}

Json tolerance_value(const ToleranceDiff& diff) {
  Json services = Json::array();
  for (const ToleranceChange& it : diff.changes) {
    services.push_back({{"id", it.service},
                        {"new", it.is_new},
                        {"gone", it.is_gone},
                        {"lost", loss_values(it.lost)},
                        {"gained", loss_values(it.gained)}});
  }
  return {{"services", std::move(services)}};
}

}  // namespace holdfast::report

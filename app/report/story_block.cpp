#include "app/report/story_block.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/evidence_block.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/wrap.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabel = 12;  // columns of the label and the blanks behind it

std::string margin(std::size_t columns) {
  return fmt::format("{:{}}", "", columns);
}

}  // namespace

std::string_view step_word(rules::StoryPart part, Outcome outcome) {
  switch (part) {
    case rules::StoryPart::Noticed:
      return "noticed";
    case rules::StoryPart::Unnoticed:
      return "not told";
    case rules::StoryPart::Traffic:
      return "traffic";
    case rules::StoryPart::Lost:
      return outcome == Outcome::DualActive ? "twice"
             : outcome == Outcome::Unknown  ? "unknown"
             : outcome == Outcome::Flapping ? "flapping"
                                            : "lost";
    case rules::StoryPart::Works:
      return "would work";
    case rules::StoryPart::Remedy:
      return "remedy";
  }
  return "";
}

std::string labelled(std::string_view label, std::span<const std::string> items) {
  std::string out;
  for (const std::string& item : items) {
    out += fmt::format("{}{:<{}}{}\n", margin(kIndent), out.empty() ? label : "", kLabel, printable(item));
  }
  return out;
}

std::string labelled(std::string_view label, std::string_view text, const Options& options) {
  const std::size_t width = std::max(options.width, kMinWidth);
  return labelled(label, wrap(text, width - kIndent - kLabel));
}

std::string failing(std::span<const std::string> elements, const Options& options) {
  return elements.empty() ? labelled("fails", "nothing: it is so from the start", options)
                          : labelled("fails", elements);
}

std::string story_steps(const rules::Story& story, const Options& options) {
  const std::size_t width = std::max(options.width, kMinWidth) - kIndent - kLabel;
  const Style style(options.color);
  std::string out;
  std::string_view last;
  for (const rules::StoryStep& step : story.steps) {
    const std::string_view word = step_word(step.part, story.outcome);
    const std::vector<std::string> lines = wrap(step.at.note, width);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool labels = i == 0 && word != last;
      const std::string label = labels ? std::string(word) : std::string();
      out += fmt::format("{}{}{}{}\n", margin(kIndent), style.strong(label), margin(kLabel - label.size()),
                         lines[i]);
    }
    last = word;
  }
  return out;
}

std::string story_lines(const Network& network, const rules::Story& story, const Options& options) {
  const rules::Severity severity =
      story.outcome == Outcome::Unknown ? rules::Severity::Info : rules::Severity::Error;
  return evidence_block(network, story.blame, severity, gutter_of(network, story.blame),
                        std::max(options.width, kMinWidth), options.color);
}

std::vector<std::string> sentences_of(const rules::Story& story) {
  std::vector<std::string> result;
  for (const rules::StoryStep& step : story.steps) {
    result.push_back(fmt::format("{}: {}", step_word(step.part, story.outcome), step.at.note));
  }
  return result;
}

}  // namespace holdfast::report

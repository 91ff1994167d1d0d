#include "app/report/finding_block.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/evidence_block.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/story_block.h"
#include "app/report/style.h"
#include "app/report/words.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kIndent = 4;  // of a headline's further lines

class Block {
 public:
  Block(const Network& network, const rules::Finding& finding, const Options& options)
      : network_(network),
        finding_(finding),
        options_(options),
        color_(options.color),
        style_(options.color),
        width_(std::max(options.width, kMinWidth)),
        gutter_(gutter_of(network, finding.evidence)) {}

  std::string text() {
    headline();
    if (finding_.failure) failure(*finding_.failure);
    out_ += evidence_block(network_, finding_.evidence, finding_.severity, gutter_, width_, color_);
    if (!finding_.service.empty()) remark("service", finding_.service);
    if (!finding_.consequence.empty()) remark("effect", finding_.consequence);
    repair();
    return std::move(out_);
  }

 private:
  void headline() {
    const std::string head = fmt::format("{}[{}]", to_string(finding_.severity), finding_.rule->code);
    const std::string name = fmt::format("{}:", finding_.rule->name);
    const std::size_t used = head.size() + 1 + name.size() + 1;
    out_ += fmt::format("{} {}", style_.severity(finding_.severity, head), style_.strong(name));
    const std::vector<std::string> lines = wrap(finding_.message, width_ - kIndent, used - kIndent);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) out_ += std::string(kIndent, ' ');
      if (i == 0 && !lines[i].empty()) out_ += ' ';
      out_ += lines[i] + '\n';
    }
  }

  void failure(const rules::FailureCase& told) {
    out_ += failing(told.elements, options_);
    out_ += story_steps(told.story, options_);
    if (!told.rules.empty())
      out_ += labelled("rules", fmt::format("{}", fmt::join(told.rules, ", ")), options_);
  }

  void remark(std::string_view label, std::string_view text) {
    const std::size_t margin = gutter_ + 3;
    const std::vector<std::string> lines = wrap(text, width_ - margin - 2, label.size());
    out_ += fmt::format("{}{} {}: {}\n", std::string(gutter_ + 1, ' '), style_.frame("="),
                        style_.strong(label), lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
      out_ += fmt::format("{}{}\n", std::string(margin, ' '), lines[i]);
    }
  }

  void repair() {
    if (finding_.fix.summary.empty() && finding_.fix.commands.empty()) return;
    remark("fix", finding_.fix.summary);
    for (const rules::DeviceCommands& device : finding_.fix.commands) {
      const std::string_view name = device_name(network_, device.device);
      out_ += fmt::format("{}on {}:\n", std::string(gutter_ + 3, ' '), printable(name));
      for (const std::string& command : device.lines) {
        out_ +=
            fmt::format("{}{}\n", std::string(gutter_ + 5, ' '), style_.repair(printable(redact(command))));
      }
    }
  }

  const Network& network_;
  const rules::Finding& finding_;
  const Options& options_;
  bool color_;
  Style style_;
  std::size_t width_;
  std::size_t gutter_;  // columns that line numbers take
  std::string out_;
};

}  // namespace

std::string finding_block(const Network& network, const rules::Finding& finding, const Options& options) {
  return Block(network, finding, options).text();
}

}  // namespace holdfast::report

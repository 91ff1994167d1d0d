#include "app/report/finding_block.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/excerpt.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/words.h"
#include "app/report/wrap.h"
#include "model/redact.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kIndent = 4;     // of a headline's further lines
constexpr std::size_t kNoteRoom = 36;  // columns; a note with less room beside its place starts at the left

class Block {
 public:
  Block(const Network& network, const rules::Finding& finding, const Options& options)
      : network_(network),
        finding_(finding),
        style_(options.color),
        width_(std::max(options.width, kMinWidth)),
        gutter_(gutter_for(network, finding)) {}

  std::string text() {
    headline();
    for (const rules::Evidence& evidence : finding_.evidence) line(evidence);
    if (!finding_.service.empty()) remark("service", finding_.service);
    if (!finding_.consequence.empty()) remark("effect", finding_.consequence);
    repair();
    return std::move(out_);
  }

 private:
  static std::size_t gutter_for(const Network& network, const rules::Finding& finding) {
    std::uint32_t highest = 1;
    for (const rules::Evidence& evidence : finding.evidence) {
      highest = std::max(highest, place_of(network, evidence).line);
    }
    return fmt::formatted_size("{}", highest);
  }

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

  void line(const rules::Evidence& evidence) {
    const Place place = place_of(network_, evidence);
    const std::string_view device = device_name(network_, evidence.device);
    out_ += fmt::format("{}{} {}", std::string(gutter_, ' '), style_.frame("-->"), to_string(place));
    if (!device.empty()) out_ += fmt::format("  {}", printable(device));
    out_ += '\n';
    const std::string_view source = raw_line(network_, place);
    if (source.empty()) {
      note_below(evidence.note, 0);
      return;
    }
    const Excerpt shown = excerpt(source, place.column, place.length, width_ - gutter_ - 3);
    out_ += fmt::format("{} {}\n", style_.frame(fmt::format("{:>{}} |", place.line, gutter_)), shown.line);
    underline(shown, evidence.note);
  }

  void underline(const Excerpt& shown, std::string_view note) {
    const std::string carets(shown.carets, '^');
    const std::string beside = printable(note);
    const std::size_t after = gutter_ + 3 + shown.caret_at + shown.carets;
    const bool fits = after + 1 + display_width(beside) <= width_;
    out_ += fmt::format("{}{}{}{}\n", bar(), std::string(shown.caret_at + 1, ' '),
                        style_.severity(finding_.severity, carets),
                        fits && !beside.empty() ? ' ' + style_.severity(finding_.severity, beside) : "");
    if (!fits) note_below(note, shown.caret_at);
  }

  void note_below(std::string_view note, std::size_t indent) {
    if (note.empty()) return;
    const std::size_t room = width_ - gutter_ - 3;
    if (indent + kNoteRoom > room) indent = 0;
    for (const std::string& part : wrap(note, room - indent)) {
      out_ += fmt::format("{}{}{}\n", bar(), std::string(indent + 1, ' '),
                          style_.severity(finding_.severity, part));
    }
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

  std::string bar() const { return style_.frame(fmt::format("{:>{}}", "|", gutter_ + 2)); }

  const Network& network_;
  const rules::Finding& finding_;
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

#include "app/report/evidence_block.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/excerpt.h"
#include "app/report/place.h"
#include "app/report/printable.h"
#include "app/report/style.h"
#include "app/report/wrap.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kNoteRoom = 36;  // columns; a note with less room beside its place starts at the left

class Block {
 public:
  Block(const Network& network, rules::Severity severity, std::size_t gutter, std::size_t width, bool color)
      : network_(network), severity_(severity), gutter_(gutter), width_(width), style_(color) {}

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

  std::string take() { return std::move(out_); }

 private:
  void underline(const Excerpt& shown, std::string_view note) {
    const std::string carets(shown.carets, '^');
    const std::string beside = printable(note);
    const std::size_t after = gutter_ + 3 + shown.caret_at + shown.carets;
    const bool fits = after + 1 + display_width(beside) <= width_;
    out_ += fmt::format("{}{}{}{}\n", bar(), std::string(shown.caret_at + 1, ' '),
                        style_.severity(severity_, carets),
                        fits && !beside.empty() ? ' ' + style_.severity(severity_, beside) : "");
    if (!fits) note_below(note, shown.caret_at);
  }

  void note_below(std::string_view note, std::size_t indent) {
    if (note.empty()) return;
    const std::size_t room = width_ - gutter_ - 3;
    if (indent + kNoteRoom > room) indent = 0;
    for (const std::string& part : wrap(note, room - indent)) {
      out_ += fmt::format("{}{}{}\n", bar(), std::string(indent + 1, ' '), style_.severity(severity_, part));
    }
  }

  std::string bar() const { return style_.frame(fmt::format("{:>{}}", "|", gutter_ + 2)); }

  const Network& network_;
  rules::Severity severity_;
  std::size_t gutter_;
  std::size_t width_;
  Style style_;
  std::string out_;
};

}  // namespace

std::size_t gutter_of(const Network& network, std::span<const rules::Evidence> lines) {
  std::uint32_t highest = 1;
  for (const rules::Evidence& evidence : lines) highest = std::max(highest, place_of(network, evidence).line);
  return fmt::formatted_size("{}", highest);
}

std::string evidence_block(const Network& network, std::span<const rules::Evidence> lines,
                           rules::Severity severity, std::size_t gutter, std::size_t width, bool color) {
  Block block(network, severity, gutter, width, color);
  for (const rules::Evidence& evidence : lines) block.line(evidence);
  return block.take();
}

}  // namespace holdfast::report

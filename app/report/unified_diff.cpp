#include "app/report/unified_diff.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/style.h"
#include "model/redact.h"
#include "model/text_lines.h"

namespace holdfast::report {
namespace {

using session::LineHunk;
using Lines = std::vector<std::string_view>;

constexpr std::size_t kAround = 3;

// The line with its line end; keys hidden.
std::string shown(std::string_view line) {
  const std::size_t end = std::min(line.find_last_not_of("\r\n") + 1, line.size());
  const std::string text = redact(line.substr(0, end));
  return line.ends_with('\n') ? text + std::string(line.substr(end))
                              : text + "\n\\ No newline at end of file\n";
}

std::string range(std::size_t first, std::size_t count) {
  // A range of no lines is named by the line before it.
  const std::size_t line = count == 0 ? first : first + 1;
  return count == 1 ? fmt::format("{}", line) : fmt::format("{},{}", line, count);
}

class FileDiff {
 public:
  FileDiff(std::string_view before, const session::FileChange& change, const Options& options)
      : old_(lines_of(before)), new_(lines_of(change.text)), hunks_(change.hunks), style_(options.color) {}

  std::string text() {
    for (std::size_t i = 0; i < hunks_.size();) {
      std::size_t last = i;
      while (last + 1 < hunks_.size() && hunks_[last + 1].old_first - end_of(hunks_[last]) <= 2 * kAround) {
        ++last;
      }
      stretch(i, last);
      i = last + 1;
    }
    return std::move(out_);
  }

 private:
  static std::size_t end_of(const LineHunk& hunk) { return hunk.old_first + hunk.old_count; }

  // Hunks that stand so near that the lines between them are shown once.
  void stretch(std::size_t from, std::size_t to) {
    const LineHunk& first = hunks_[from];
    const LineHunk& last = hunks_[to];
    const std::size_t before = std::min(kAround, first.old_first);
    const std::size_t behind = std::min(kAround, old_.size() - end_of(last));
    const std::size_t old_first = first.old_first - before;
    const std::size_t new_first = first.new_first - before;
    const std::size_t old_count = end_of(last) + behind - old_first;
    const std::size_t new_count = last.new_first + last.new_count + behind - new_first;
    out_ +=
        style_.frame(fmt::format("@@ -{} +{} @@", range(old_first, old_count), range(new_first, new_count))) +
        '\n';
    std::size_t at = old_first;
    for (std::size_t i = from; i <= to; ++i) {
      while (at < hunks_[i].old_first) out_ += ' ' + shown(old_[at++]);
      while (at < end_of(hunks_[i])) out_ += '-' + shown(old_[at++]);
      for (std::size_t j = 0; j < hunks_[i].new_count; ++j)
        out_ += '+' + shown(new_[hunks_[i].new_first + j]);
    }
    while (at < end_of(last) + behind) out_ += ' ' + shown(old_[at++]);
  }

  Lines old_;
  Lines new_;
  const std::vector<LineHunk>& hunks_;
  Style style_;
  std::string out_;
};

}  // namespace

std::string unified_diff(const Network& before, const std::vector<session::FileChange>& files,
                         const Options& options) {
  std::string out;
  for (const session::FileChange& change : files) {
    const std::string_view path = before.sources.path(change.file);
    out += fmt::format("--- {}\n+++ {}\n", path, path);
    out += FileDiff(before.sources.text(change.file), change, options).text();
  }
  return out;
}

}  // namespace holdfast::report

#include "importers/vrp/reader.h"

#include <algorithm>
#include <limits>

#include "importers/vrp/context.h"
#include "importers/vrp/defaults.h"
#include "importers/vrp/interface_name.h"
#include "model/redact.h"

namespace holdfast::vrp {
namespace {

constexpr std::size_t kMaxDepth = 32;  // open views; deeper lines stay in the last one

// Lines that are kept with what is wrong with them; a text that has more is no configuration of this vendor.
// The others are counted.
constexpr std::size_t kMaxUnread = 2000;

// The views of system-wide protocols: their blocks hold lines of the system view when an archive indented too
// far.
bool is_system_wide(View view) {
  return view == View::Mpls || view == View::L2vpn || view == View::Ldp || view == View::Bfd;
}

class Reader {
 public:
  Reader(const CommandTable& table, const Profile& profile, bool profile_chosen, FileId file,
         std::span<const Line> lines)
      : table_(table),
        profile_(profile),
        profile_chosen_(profile_chosen),
        lines_(lines),
        device_(new_device()),
        context_(device_, file, profile) {
    flat_text_ = std::ranges::none_of(
        lines, [](const Line& line) { return line.kind == LineKind::Command && line.indent > 0; });
  }

  Device read() {
    for (const Line& line : lines_) {
      if (line.kind == LineKind::Separator) separate(line);
      if (line.kind == LineKind::Command) command(line);
    }
    return std::move(device_);
  }

 private:
  struct Place {
    std::size_t frame;
    CommandTable::Found found;
  };

  std::vector<Frame>& frames() { return context_.frames(); }

  void close_to(std::size_t depth) { frames().resize(std::max<std::size_t>(depth, 1)); }

  // How many frames stay open for a line of this indentation.
  std::size_t depth_at(std::uint16_t indent) {
    std::size_t depth = frames().size();
    while (depth > 1 && frames()[depth - 1].indent >= indent) --depth;
    return depth;
  }

  void separate(const Line& line) {
    if (line.indent == 0 && frames().size() > 1) shelf_ = frames();
    close_to(line.indent == 0 ? 1 : depth_at(line.indent));
    last_leaf_.reset();
  }

  void command(const Line& line) {
    context_.start_line(line);
    if (line.text == "quit" || line.text == "return") {
      close_to(line.text == "quit" ? frames().size() - 1 : 1);
      note(LineState::Irrelevant);
      last_leaf_.reset();
      return;
    }
    open_by_indentation(line);
    const SplitLine split = table_.split(line.text, tokens_);
    if (const auto place = find_place(line, split)) {
      accept(line, split, *place);
      return;
    }
    const std::size_t frame = flat(line) ? frames().size() - 1 : depth_at(line.indent) - 1;
    close_to(frame + 1);
    const std::size_t known = table_.known_words(split);
    const bool irrelevant =
        known > 1 || (known == 1 && !table_.owns(frames().back().view, split) && !is_orphan(split));
    if (irrelevant) {
      note(LineState::Irrelevant);
    } else {
      leave_unread(line, split);
    }
    last_leaf_ = Leaf{line.indent, irrelevant};
  }

  // Lines that are indented below an irrelevant or unread one stand in a view that it opened.
  void open_by_indentation(const Line& line) {
    if (last_leaf_ && !line.prompted() && line.indent > last_leaf_->indent && frames().size() < kMaxDepth) {
      Frame frame;
      frame.view = View::Other;
      frame.indent = last_leaf_->indent;
      frame.guessed = last_leaf_->irrelevant;
      frame.header = previous_line_;
      frames().push_back(frame);
    }
    last_leaf_.reset();
  }

  // A line that stands in the system view and is a command of some inner view has probably lost its view.
  bool is_orphan(const SplitLine& split) {
    return frames().back().view == View::System && table_.fits_inner_view(split);
  }

  bool flat(const Line& line) { return flat_text_ || line.prompted() || frames().back().flat; }

  // The view in which the line is a command.
  std::optional<Place> find_place(const Line& line, const SplitLine& split) {
    const std::size_t open = frames().size();
    if (flat(line)) {
      for (std::size_t at = open; at-- > 0;) {
        if (auto found = try_view(at, split)) return Place{at, *found};
      }
      return std::nullopt;
    }
    const std::size_t own = depth_at(line.indent) - 1;
    if (auto found = try_view(own, split)) return Place{own, *found};
    for (std::size_t at = open - 1; at > own; --at) {
      if (auto found = try_view(at, split)) {
        frames()[at].flat = true;
        return Place{at, *found};
      }
    }
    if (own == 0) return place_on_shelf(split);
    if (frames()[own].view == View::Other) {
      return frames()[own].guessed ? place_around(own, split) : std::nullopt;
    }
    for (std::size_t at = own; at-- > 0;) {
      if (at == 0 && !is_system_wide(frames()[own].view)) break;
      if (auto found = try_view(at, split)) return Place{at, *found};
    }
    return std::nullopt;
  }

  // Below an irrelevant command that opens no view, as far as is known: a line that is no irrelevant one may
  // be indented too far and stand in a view around it.
  std::optional<Place> place_around(std::size_t own, const SplitLine& split) {
    if (table_.known_words(split) > 0) return std::nullopt;
    for (std::size_t at = own; at-- > 1;) {
      if (frames()[at].view == View::Other) continue;
      if (auto found = try_view(at, split)) return Place{at, *found};
    }
    return std::nullopt;
  }

  // A stray `#` closes a view too early: a line that nothing in the system view knows reopens the views that
  // the last one closed.
  std::optional<Place> place_on_shelf(const SplitLine& split) {
    for (std::size_t at = shelf_.size(); at-- > 1;) {
      auto found = table_.find(shelf_[at].view, split);
      if (!found) continue;
      frames() = shelf_;
      frames()[at].flat = true;
      return Place{at, *found};
    }
    return std::nullopt;
  }

  std::optional<CommandTable::Found> try_view(std::size_t frame, const SplitLine& split) {
    return table_.find(frames()[frame].view, split);
  }

  void accept(const Line& line, const SplitLine& split, const Place& place) {
    close_to(place.frame + 1);
    const Row& row = *place.found.row;
    const Match& match = place.found.match;
    const Command& command = row.command;
    note(command.state);
    note_names(row, match);
    note_ranges(match);
    if (command.bind != nullptr) command.bind(context_, match);
    // What an `undo` takes away may be what the views on the shelf describe.
    if (split.tokens.front().text == "undo") shelf_.clear();
    if (command.state == LineState::Unrecognised) unread(line, split);
    if (command.opens != View::None && frames().size() < kMaxDepth) {
      Frame frame;
      frame.view = command.opens;
      frame.object = context_.take_opened_object();
      frame.indent = line.indent;
      frame.flat = flat_text_ || line.prompted();
      frame.header = context_.line();
      frames().push_back(frame);
    } else if (command.state == LineState::Irrelevant && command.opens == View::None) {
      last_leaf_ = Leaf{line.indent, true};
    }
    previous_line_ = context_.line();
  }

  void note(LineState state) {
    device_.reading.outline.enter(context_.line().line, frames().back().header);
    device_.reading.coverage.count(state);
    previous_line_ = context_.line();
  }

  void note_names(const Row& row, const Match& match) {
    for (const Row::Name& name : row.names) {
      for (const Capture& capture : match.captures()) {
        if (capture.parameter != name.parameter) continue;
        std::string text(match.text(capture));
        if (name.definition) {
          context_.define(name.kind, std::move(text), context_.span(match, capture));
        } else {
          context_.refer(name.kind, std::move(text), context_.span(match, capture));
        }
      }
    }
    for (const Capture& capture : match.captures()) {
      if (capture.parameter == nullptr || capture.parameter->kind != ParameterKind::Interface) continue;
      std::string name = canonical_interface(covered(match, capture));
      if (row.command.opens == View::Interface) {
        context_.define(NameKind::Interface, std::move(name), context_.span(match, capture));
      } else {
        context_.refer(NameKind::Interface, std::move(name), context_.span(match, capture));
      }
    }
  }

  void note_ranges(const Match& match) {
    for (const Capture& capture : match.captures()) {
      if (capture.parameter == nullptr) continue;
      if (capture.out_of_range) {
        note_outside(match, capture);
      } else if (!capture.parameter->limit.empty()) {
        note_limit(match, capture);
      }
    }
  }

  // The parameter's name says what the number or the text is. Masks and prefixes have no range of their own
  // in the notation.
  void note_outside(const Match& match, const Capture& capture) {
    const Parameter& parameter = *capture.parameter;
    std::string what = parameter.name;
    std::ranges::replace(what, '_', ' ');
    if (parameter.is_text()) what += " length";
    constexpr std::uint64_t kLongestV4 = 32;
    constexpr std::uint64_t kLongestV6 = 128;
    Limit limit{parameter.name, what, 0, parameter.kind == ParameterKind::Mask ? kLongestV4 : kLongestV6, {}};
    if (parameter.kind == ParameterKind::AsNumber) {
      limit.low = 1;
      limit.high = std::numeric_limits<std::uint32_t>::max();
    } else if (!parameter.ranges.empty()) {
      limit.low = parameter.ranges.front().low;
      limit.high = parameter.ranges.back().high;
    }
    note_range(match, capture, limit);
  }

  void note_limit(const Match& match, const Capture& capture) {
    const std::string_view text = match.text(capture);
    const std::uint64_t value =
        capture.parameter->is_text()
            ? text.size()
            : match.integer(capture).value_or(std::numeric_limits<std::uint64_t>::max());
    const Profile* allowing = nullptr;
    const Profile* forbidding = nullptr;
    for (const Profile& profile : profiles()) {
      const Limit* limit = profile.find(capture.parameter->limit);
      if (limit == nullptr) return;
      const bool inside = limit->low <= value && value <= limit->high;
      if (inside && allowing == nullptr) allowing = &profile;
      if (!inside && forbidding == nullptr) forbidding = &profile;
    }
    if (forbidding == nullptr) return;
    const Profile& judged = profile_chosen_ ? profile_ : *forbidding;
    const Limit& limit = *judged.find(capture.parameter->limit);
    if (profile_chosen_ && limit.low <= value && value <= limit.high) return;
    note_range(match, capture, limit);
    RangeViolation& violation = device_.reading.out_of_range.back();
    violation.source = std::string(judged.release);
    if (!profile_chosen_ && allowing != nullptr) violation.only_in = std::string(allowing->release);
  }

  void note_range(const Match& match, const Capture& capture, const Limit& limit) {
    RangeViolation violation;
    violation.where = context_.span(match, capture);
    violation.what = std::string(limit.what);
    const std::string_view text = match.text(capture);
    violation.value = capture.parameter->is_text() ? std::to_string(text.size()) : std::string(text);
    violation.range = std::to_string(limit.low) + "–" + std::to_string(limit.high);
    violation.source = std::string(limit.source);
    device_.reading.out_of_range.push_back(std::move(violation));
  }

  void leave_unread(const Line& line, const SplitLine& split) {
    note(LineState::Unrecognised);
    unread(line, split);
  }

  void unread(const Line& line, const SplitLine& split) {
    if (device_.reading.unread.size() >= kMaxUnread) return;
    const View view = frames().back().view;
    UnreadLine unread;
    unread.text = redact(line.text);
    unread.view = std::string(to_string(view));
    unread.where = context_.line();
    if (!split.tokens.empty()) {
      CommandTable::Diagnosis diagnosis = table_.diagnose(view, split);
      const Token& token = split.tokens[std::min(diagnosis.token, split.tokens.size() - 1)];
      unread.where =
          context_.span_of(static_cast<std::uint16_t>(line.column + token.column - 1), token.text.size());
      unread.suggestion = std::move(diagnosis.suggestion);
    }
    context_.unread_of(frames().back()).push_back(unread.where);
    device_.reading.unread.push_back(std::move(unread));
  }

  const CommandTable& table_;
  const Profile& profile_;
  bool profile_chosen_;
  std::span<const Line> lines_;
  Device device_;
  Context context_;
  std::vector<Frame> shelf_;  // the views that the last separator closed
  struct Leaf {
    std::uint16_t indent = 0;
    bool irrelevant = false;  // else not understood
  };
  std::optional<Leaf> last_leaf_;  // the last line, if lines below it open a view
  Span previous_line_;
  bool flat_text_ = false;
  TokenBuffer tokens_;
};

}  // namespace

Device read_section(const CommandTable& table, const Profile& profile, bool profile_chosen, FileId file,
                    std::span<const Line> lines) {
  return Reader(table, profile, profile_chosen, file, lines).read();
}

}  // namespace holdfast::vrp

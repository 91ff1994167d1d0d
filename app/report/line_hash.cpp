#include "app/report/line_hash.h"

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <unordered_map>

#include "app/report/utf8.h"

namespace holdfast::report {
namespace {

constexpr std::size_t kWindow = 100;  // code units
constexpr std::uint64_t kBase = 37;
constexpr std::uint64_t kEndOfText = 0xFFFF;

constexpr std::uint64_t leaving_weight() {
  std::uint64_t weight = 1;
  for (std::size_t i = 0; i < kWindow; ++i) weight *= kBase;
  return weight;
}

// The last 100 units in a ring; when a line's first unit is about to leave, the ring holds exactly its
// window.
class RollingHash {
 public:
  // `at` is the byte where the unit stands: the end of every window that closes now.
  void push(std::uint64_t unit, std::size_t at, std::optional<std::size_t> starts_line) {
    Slot& slot = ring_[next_];
    if (slot.line_begin) close(*slot.line_begin, at);
    hash_ = kBase * hash_ + unit - leaving_weight() * slot.unit;
    slot = {unit, starts_line};
    next_ = (next_ + 1) % kWindow;
  }

  std::vector<LineHash> finish(std::size_t end) {
    for (std::size_t i = 0; i < kWindow; ++i) push(0, end, std::nullopt);
    return std::move(lines_);
  }

 private:
  struct Slot {
    std::uint64_t unit = 0;
    std::optional<std::size_t> line_begin;  // set when the unit is the first of a line
  };

  void close(std::size_t begin, std::size_t end) {
    const std::size_t nth = ++seen_[hash_];
    lines_.push_back({fmt::format("{:x}:{}", hash_, nth), begin, end});
  }

  std::array<Slot, kWindow> ring_{};
  std::size_t next_ = 0;
  std::uint64_t hash_ = 0;
  std::unordered_map<std::uint64_t, std::size_t> seen_;
  std::vector<LineHash> lines_;
};

}  // namespace

std::vector<LineHash> line_hashes(std::string_view text) {
  RollingHash hash;
  bool line_start = true;
  bool after_cr = false;
  const auto push = [&](std::uint64_t unit, std::size_t at) {
    hash.push(unit, at, line_start ? std::optional(at) : std::nullopt);
    line_start = unit == '\n';
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool second_half = after_cr && point.value == '\n';
    after_cr = point.value == '\r';
    if (point.value == '\r') {
      push('\n', at);
    } else if (point.value > 0xFFFF) {
      const std::uint64_t offset = point.value - 0x10000u;
      push(0xD800u + (offset >> 10), at);
      push(0xDC00u + (offset & 0x3FFu), at);
    } else if (point.value != ' ' && point.value != '\t' && !second_half) {
      push(point.value, at);
    }
    at += point.length;
  }
  push(kEndOfText, text.size());
  return hash.finish(text.size());
}

}  // namespace holdfast::report

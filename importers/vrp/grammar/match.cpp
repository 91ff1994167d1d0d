#include "importers/vrp/grammar/match.h"

#include <algorithm>
#include <charconv>

namespace holdfast::vrp {

void Match::copy(const Match& other) {
  count_ = other.count_;
  std::copy_n(other.storage_.begin(), count_ * sizeof(Capture), storage_.begin());
}

const Capture* Match::find_word(std::string_view word) const {
  for (const Capture& capture : captures()) {
    if (capture.is_word() && capture.name == word) return &capture;
  }
  return nullptr;
}

const Capture* Match::find(std::string_view name, std::size_t nth) const {
  for (const Capture& capture : captures()) {
    if (capture.is_word() || capture.name != name) continue;
    if (nth-- == 0) return &capture;
  }
  return nullptr;
}

std::size_t Match::count(std::string_view name) const {
  const auto all = captures();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Capture& capture) {
    return !capture.is_word() && capture.name == name;
  }));
}

std::optional<std::string_view> Match::text(std::string_view name, std::size_t nth) const {
  const Capture* capture = find(name, nth);
  if (capture == nullptr) return std::nullopt;
  return text(*capture);
}

std::optional<std::uint64_t> Match::integer(const Capture& capture) const {
  const std::string_view digits = text(capture);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<std::uint64_t> Match::integer(std::string_view name, std::size_t nth) const {
  const Capture* capture = find(name, nth);
  if (capture == nullptr) return std::nullopt;
  return integer(*capture);
}

}  // namespace holdfast::vrp

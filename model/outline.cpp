#include "model/outline.h"

#include <algorithm>
#include <iterator>

namespace holdfast {
namespace {

Span header_at(const std::vector<Outline::Change>& changes, std::uint32_t line) {
  const auto after = std::ranges::upper_bound(changes, line, {}, &Outline::Change::line);
  return after == changes.begin() ? Span{} : std::prev(after)->header;
}

}  // namespace

void Outline::enter(std::uint32_t line, Span header) {
  if (header != (changes.empty() ? Span{} : changes.back().header)) changes.push_back({line, header});
}

std::vector<Span> Outline::views_around(std::uint32_t line) const {
  std::vector<Span> headers;
  for (Span header = header_at(changes, line); header.line != 0; header = header_at(changes, header.line)) {
    headers.push_back(header);
  }
  std::ranges::reverse(headers);
  return headers;
}

}  // namespace holdfast

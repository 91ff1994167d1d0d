#include "importers/vrp/grammar/lex.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace holdfast::vrp {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::uint16_t column_of(std::size_t offset) {
  constexpr std::size_t kLast = std::numeric_limits<std::uint16_t>::max();
  return static_cast<std::uint16_t>(std::min(offset + 1, kLast));
}

std::size_t end_of_token(std::string_view line, std::size_t start) {
  std::size_t at = start;
  if (line[at] == '"') {
    const std::size_t quote = line.find('"', at + 1);
    if (quote != std::string_view::npos) at = quote;
  }
  while (at < line.size() && !is_blank(line[at])) ++at;
  return at;
}

}  // namespace

std::span<Token> split(std::string_view line, TokenBuffer& buffer) {
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  std::size_t count = 0;
  std::size_t at = 0;
  while (true) {
    while (at < line.size() && is_blank(line[at])) ++at;
    if (at == line.size()) break;
    const std::size_t end = count + 1 == kMaxTokens ? line.size() : end_of_token(line, at);
    buffer[count++] = {line.substr(at, end - at), column_of(at), kNoKeyword};
    at = end;
  }
  return std::span(buffer).first(count);
}

}  // namespace holdfast::vrp

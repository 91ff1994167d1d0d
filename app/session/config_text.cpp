#include "app/session/config_text.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "model/address.h"
#include "model/redact.h"

namespace holdfast::session {
namespace {

using Kind = ConfigWord::Kind;

bool is_address(std::string_view word) {
  const std::string_view host = word.substr(0, word.find('/'));
  return parse_ip(host).has_value() || parse_mac(word).has_value();
}

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
}

Kind kind_of(std::string_view word, bool first, const Importer* importer) {
  if (word == kRedacted) return Kind::Hidden;
  if (is_number(word)) return Kind::Number;
  if (is_address(word)) return Kind::Address;
  if (first && (word == "return" || word == "quit")) return Kind::Comment;
  return importer != nullptr && importer->is_keyword(word) ? Kind::Keyword : Kind::Name;
}

std::vector<ConfigWord> words_of(std::string_view line, const Importer* importer) {
  std::vector<ConfigWord> words;
  std::size_t at = line.find_first_not_of(" \t");
  if (at == line.npos) return words;
  if (line[at] == '#' || line[at] == '!') return {{Kind::Comment, at, line.size() - at}};
  while (at < line.size()) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    words.push_back({kind_of(line.substr(at, end - at), words.empty(), importer), at, end - at});
    at = std::min(line.find_first_not_of(" \t", end), line.size());
  }
  return words;
}

}  // namespace

std::vector<ConfigLine> config_lines(const Snapshot& snapshot, DeviceId device) {
  const Device& it = snapshot.network[device];
  std::vector<ConfigLine> result;
  if (it.file == FileId::None) return result;
  const Importer* importer = snapshot.importers->find(it.vendor);
  const std::string_view text = snapshot.network.sources.text(it.file);
  std::uint32_t number = 1;
  for (std::size_t at = 0; at < text.size() && number <= it.last_line; ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view raw = text.substr(at, end - at);
    if (raw.ends_with('\r')) raw.remove_suffix(1);
    at = end + 1;
    if (number < it.first_line) continue;
    ConfigLine line{number, redact(raw), false, {}};
    line.hidden = line.text != raw;
    line.words = words_of(line.text, importer);
    result.push_back(std::move(line));
  }
  return result;
}

}  // namespace holdfast::session

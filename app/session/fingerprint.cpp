#include "app/session/fingerprint.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <string_view>

#include "model/redact.h"
#include "solver/rules/rule.h"

namespace holdfast::session {
namespace {

// FNV-1a, with a separator after each part so that parts cannot run into each other.
class Hash {
 public:
  void add(std::string_view part) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix(0);
  }
  std::uint64_t value() const { return value_; }

 private:
  void mix(std::uint8_t byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

// Blanks between words do not count.
void add_words(Hash& hash, std::string_view line) {
  while (!line.empty()) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos) return;
    line.remove_prefix(start);
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    hash.add(line.substr(0, end));
    line.remove_prefix(end);
  }
}

std::string_view text_at(const SourceSet& sources, Span where) {
  const std::string_view line = sources.line(where.file, where.line);
  return line.substr(std::min<std::size_t>(where.column - 1U, line.size()), where.length);
}

}  // namespace

std::string fingerprint(const Network& network, const rules::Finding& finding) {
  const SourceSet& sources = network.sources;
  Hash hash;
  hash.add(finding.rule->code);
  for (const rules::Evidence& evidence : finding.evidence) {
    if (!evidence.where.known()) continue;
    if (evidence.device.valid()) {
      const Device& device = network[evidence.device];
      hash.add(device.name.value);
      for (const Span& header : device.reading.outline.views_around(evidence.where.line)) {
        hash.add(redact(text_at(sources, header)));
      }
    }
    add_words(hash, redact(sources.line(evidence.where.file, evidence.where.line)));
  }
  return fmt::format("{:016x}", hash.value());
}

}  // namespace holdfast::session

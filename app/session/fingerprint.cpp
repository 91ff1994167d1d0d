#include "app/session/fingerprint.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <map>
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

std::string hexadecimal(const Hash& hash) {
  return fmt::format("{:016x}", hash.value());
}

// The device, the views around the line, and its words.
std::uint64_t line_value(const Network& network, const rules::Evidence& evidence) {
  const SourceSet& sources = network.sources;
  Hash hash;
  if (evidence.device.valid()) {
    const Device& device = network[evidence.device];
    hash.add(device.name.value);
    for (const Span& header : device.reading.outline.views_around(evidence.where.line)) {
      hash.add(redact(text_at(sources, header)));
    }
  }
  add_words(hash, redact(sources.line(evidence.where.file, evidence.where.line)));
  return hash.value();
}

// The lines of a story follow from what fails.
std::string of_failure(const Network& network, const rules::Finding& finding) {
  Hash hash;
  hash.add(finding.rule->code);
  hash.add(finding.service);
  for (const std::string& element : finding.failure->elements) hash.add(element);
  for (const rules::Evidence& line : finding.evidence) {
    if (line.device.valid()) hash.add(network[line.device].name.value);
  }
  return hexadecimal(hash);
}

}  // namespace

std::string fingerprint(const Network& network, const rules::Finding& finding) {
  if (finding.failure) return of_failure(network, finding);
  std::vector<std::uint64_t> lines;
  for (const rules::Evidence& evidence : finding.evidence) {
    if (evidence.where.known()) lines.push_back(line_value(network, evidence));
  }
  std::ranges::sort(lines);
  Hash hash;
  hash.add(finding.rule->code);
  for (const std::uint64_t line : lines) hash.add(fmt::format("{:016x}", line));
  return hexadecimal(hash);
}

void tell_apart(std::vector<std::string>& fingerprints) {
  std::map<std::string, std::size_t> seen;
  for (std::string& it : fingerprints) {
    const std::size_t nth = ++seen[it];
    if (nth == 1) continue;
    Hash hash;
    hash.add(it);
    hash.add(fmt::format("{}", nth));
    it = hexadecimal(hash);
  }
}

}  // namespace holdfast::session

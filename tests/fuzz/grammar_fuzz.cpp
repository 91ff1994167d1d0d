// Any bytes are a template (the first line) and a configuration line (the rest) to the grammar. A template
// that can be read is printed and read again; matching ends, and its captures cover the line.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "importers/vrp/grammar/lex.h"
#include "importers/vrp/grammar/matcher.h"

namespace {

using namespace holdfast::vrp;

// What must be true whatever the input; libFuzzer keeps the input for which it is not.
void require(bool condition) {
  if (!condition) std::abort();
}

void match_line(const Template& tree, std::string_view line) {
  KeywordTable keywords;
  const Program program = compile(tree, keywords);
  TokenBuffer buffer;
  const auto tokens = split(line, buffer);
  const std::uint64_t words = keywords.label(tokens);
  const auto found = match(program, tokens);
  if (!found) {
    require(diagnose(program, tokens).furthest <= tokens.size());
    return;
  }
  require((program.required() & ~words) == 0);
  std::size_t next = 0;
  for (const Capture& capture : found->captures()) {
    require(capture.first == next && capture.count > 0);
    next += capture.count;
  }
  require(next == tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = text.find('\n');
  const std::string_view notation = text.substr(0, end);
  const std::string_view line = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);

  for (const auto& read : {parse(notation), parse_untyped(notation)}) {
    if (const auto* error = std::get_if<ParseError>(&read)) {
      require(error->position <= notation.size() && !error->message.empty());
      continue;
    }
    match_line(std::get<Template>(read), line);
  }
  const auto read = parse(notation);
  if (const auto* tree = std::get_if<Template>(&read)) require(parse(to_string(*tree)) == read);
  return 0;
}

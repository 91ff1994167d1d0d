#include "importers/vrp/command_table.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "importers/vrp/grammar/matcher.h"
#include "importers/vrp/grammar/suggest.h"
#include "importers/vrp/grammar/template.h"
#include "importers/vrp/name_kinds.h"

namespace holdfast::vrp {
namespace {

constexpr std::string_view kUndo = "undo";

}  // namespace

CommandTable::CommandTable() {
  for (const std::span<const Command> table : all_commands()) {
    for (const Command& command : table) add(command);
  }
  vocabulary_.emplace(keywords_);
  for (const KeywordId id : vocabulary_->first_words()) irrelevant_words_.add(keywords_.word(id));
  for (ViewIndex& view : views_) {
    for (std::size_t id = 1; id < view.by_first.size(); ++id) {
      if (!view.by_first[id].empty()) view.first_words.add(keywords_.word(static_cast<KeywordId>(id)));
    }
  }
}

// A notation that does not parse is a mistake in the program itself; a test compiles the table.
void CommandTable::add(const Command& command) {
  auto tree = parse(command.notation);
  if (const auto* error = std::get_if<ParseError>(&tree)) {
    throw std::logic_error(std::string(command.notation) + ": " + error->message);
  }
  Row& row = rows_.emplace_back(Row{command, compile(std::get<Template>(tree), keywords_), {}});
  for (const Parameter& parameter : row.program.parameters()) {
    const bool definition = parameter.kind == ParameterKind::Definition;
    if (!definition && parameter.kind != ParameterKind::Reference) continue;
    const auto kind = name_kind(parameter.subject);
    if (!kind)
      throw std::logic_error(std::string(command.notation) + ": no kind of name " + parameter.subject);
    row.names.push_back({&parameter, *kind, definition});
  }
  ViewIndex& view = views_[static_cast<std::size_t>(command.view)];
  if (row.program.starts_with_parameter()) view.open.push_back(&row);
  for (const KeywordId id : row.program.start_words()) {
    if (view.by_first.size() <= id) view.by_first.resize(id + std::size_t{1});
    view.by_first[id].push_back(&row);
  }
}

SplitLine CommandTable::split(std::string_view line, TokenBuffer& buffer) const {
  const std::span<Token> tokens = vrp::split(line, buffer);
  const std::uint64_t keywords = keywords_.label(tokens);
  return {tokens, keywords};
}

std::span<const Row* const> CommandTable::candidates(View view, const SplitLine& line) const {
  const ViewIndex& index = views_[static_cast<std::size_t>(view)];
  if (line.tokens.empty() || line.tokens.front().keyword_id >= index.by_first.size()) return {};
  return index.by_first[line.tokens.front().keyword_id];
}

std::optional<CommandTable::Found> CommandTable::find(View view, const SplitLine& line) const {
  const std::vector<const Row*>& open = views_[static_cast<std::size_t>(view)].open;
  for (const std::span<const Row* const> rows : {candidates(view, line), std::span<const Row* const>(open)}) {
    for (const Row* row : rows) {
      if ((row->program.required() & ~line.keywords) != 0 || row->program.min_tokens() > line.tokens.size()) {
        continue;
      }
      if (auto found = match(row->program, line.tokens)) return Found{row, *found};
    }
  }
  return std::nullopt;
}

bool CommandTable::owns(View view, const SplitLine& line) const {
  if (line.tokens.size() > 1 && line.tokens.front().text == kUndo) {
    const SplitLine positive{line.tokens.subspan(1), line.keywords};
    return !candidates(view, positive).empty();
  }
  return !candidates(view, line).empty();
}

bool CommandTable::fits_inner_view(const SplitLine& line) const {
  for (std::size_t i = 0; i < views_.size(); ++i) {
    const auto view = static_cast<View>(i);
    if (view != View::System && view != View::Interface && view != View::Other && find(view, line))
      return true;
  }
  return false;
}

std::size_t CommandTable::known_words(const SplitLine& line) const {
  if (line.tokens.size() > 1 && line.tokens.front().text == kUndo) {
    return vocabulary_->match(line.tokens.subspan(1));
  }
  return vocabulary_->match(line.tokens);
}

std::optional<std::string_view> CommandTable::suggest_first(View view, std::string_view word) const {
  const auto known = views_[static_cast<std::size_t>(view)].first_words.one_edit_away(word);
  return known ? known : irrelevant_words_.one_edit_away(word);
}

CommandTable::Diagnosis CommandTable::diagnose(View view, const SplitLine& line) const {
  Diagnosis result;
  std::vector<std::string_view> expected;
  for (const Row* row : candidates(view, line)) {
    const vrp::Diagnosis here = vrp::diagnose(row->program, line.tokens);
    if (here.furthest > result.token) expected.clear();
    result.token = std::max(result.token, here.furthest);
    if (here.furthest == result.token) expected.insert(expected.end(), here.words.begin(), here.words.end());
  }
  if (result.token >= line.tokens.size()) return result;
  const std::string_view stopped_at = line.tokens[result.token].text;
  const auto known = one_edit_away(stopped_at, expected);
  if (!known.empty()) {
    result.suggestion = std::string(known.front());
  } else if (result.token == 0) {
    if (const auto first = suggest_first(view, stopped_at)) result.suggestion = std::string(*first);
  }
  return result;
}

}  // namespace holdfast::vrp

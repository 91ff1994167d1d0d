#include "importers/vrp/grammar/template.h"

#include <charconv>
#include <optional>
#include <utility>

namespace holdfast::vrp {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
constexpr bool is_bracket(char c) {
  return c == '{' || c == '}' || c == '[' || c == ']';
}

using ParameterReader = std::variant<Parameter, ParseError> (*)(std::string_view);

std::variant<Parameter, ParseError> name_only(std::string_view inside) {
  if (inside.empty()) return ParseError{0, "a parameter needs a name"};
  Parameter parameter;
  parameter.name = inside;
  return parameter;
}

// One pass over the notation with a stack of the groups that are open.
class Parser {
 public:
  Parser(std::string_view notation, ParameterReader read_parameter)
      : text_(notation), read_parameter_(read_parameter) {}

  std::variant<Template, ParseError> run() {
    tree_.nodes.push_back({});
    open_.push_back({.group = Node::kNone, .start = 0, .alternatives = 1, .sequence = 0});
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
      if (!step()) return std::move(error_);
      if (tree_.nodes.size() > Template::kMaxNodes) return ParseError{at_, "the template is too long"};
    }
    if (open_.size() > 1) return ParseError{open_.back().start, "this bracket is never closed"};
    if (tree_.nodes.size() == 1) return ParseError{0, "the template is empty"};
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t group;
    std::size_t start;  // of its bracket in the notation
    std::size_t alternatives;
    std::uint32_t sequence;               // the alternative being read
    std::uint32_t element = Node::kNone;  // the last element of it
  };

  bool fail(std::size_t position, std::string message) {
    error_ = {position, std::move(message)};
    return false;
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  bool step() {
    const char c = text_[at_];
    if (c == '{' || c == '[') return open(c);
    if (c == '}' || c == ']') return close(c);
    if (c == '|') return bar();
    if (c == '*') return star();
    if (c == '<') return parameter();
    if (c == '>') return fail(at_, "> without <");
    if (text_.substr(at_).starts_with("&<")) return repetition();
    return word();
  }

  std::uint32_t add(Node node) {
    const auto id = static_cast<std::uint32_t>(tree_.nodes.size());
    tree_.nodes.push_back(node);
    return id;
  }

  std::uint32_t add_element(Node node) {
    const std::uint32_t id = add(node);
    Open& top = open_.back();
    if (top.element == Node::kNone) {
      tree_.nodes[top.sequence].first_child = id;
    } else {
      tree_.nodes[top.element].next_sibling = id;
    }
    top.element = id;
    return id;
  }

  bool open(char bracket) {
    if (open_.size() > Template::kMaxDepth) return fail(at_, "groups are nested too deep");
    const auto kind = bracket == '{' ? NodeKind::Choice : NodeKind::Optional;
    const std::uint32_t group = add_element({.kind = kind});
    const std::uint32_t sequence = add({});
    tree_.nodes[group].first_child = sequence;
    open_.push_back({.group = group, .start = at_, .alternatives = 1, .sequence = sequence});
    ++at_;
    return true;
  }

  bool bar() {
    Open& top = open_.back();
    if (open_.size() == 1) return fail(at_, "| outside any group");
    if (top.element == Node::kNone) return fail(at_, "an alternative is empty");
    const std::uint32_t sequence = add({});
    tree_.nodes[top.sequence].next_sibling = sequence;
    top.sequence = sequence;
    top.element = Node::kNone;
    ++top.alternatives;
    ++at_;
    return true;
  }

  bool close(char bracket) {
    const Open& top = open_.back();
    if (open_.size() == 1) return fail(at_, std::string(1, bracket) + " closes nothing");
    const char wanted = tree_.nodes[top.group].kind == NodeKind::Choice ? '}' : ']';
    if (bracket != wanted) {
      return fail(at_, std::string(1, bracket) + " where " + wanted + " has to close a group");
    }
    if (top.element == Node::kNone) return fail(at_, "an alternative is empty");
    closed_alternatives_ = top.alternatives;
    open_.pop_back();
    ++at_;
    return star_follows() ? any_order() : true;
  }

  // Blanks may stand between a group and its star.
  bool star_follows() {
    skip_blanks();
    return at_ < text_.size() && text_[at_] == '*';
  }

  bool any_order() {
    if (closed_alternatives_ > Template::kMaxAlternatives) {
      return fail(at_, "too many alternatives in any order");
    }
    if (++loops_ > Template::kMaxLoops) return fail(at_, "too many groups in any order and repetitions");
    Node& group = tree_.nodes[open_.back().element];
    group.kind = group.kind == NodeKind::Choice ? NodeKind::AnyOrder : NodeKind::AnyOrNone;
    ++at_;
    return true;
  }

  bool star() {
    if (open_.size() == 1 || open_.back().element != Node::kNone) {
      return fail(at_, "* has to follow a group or start an alternative");
    }
    add_word(text_.substr(at_, 1));
    ++at_;
    return true;
  }

  bool parameter() {
    const std::size_t end = text_.find_first_of("<> \t", at_ + 1);
    if (end == std::string_view::npos || text_[end] != '>') return fail(at_, "this < is never closed");
    auto read = read_parameter_(text_.substr(at_ + 1, end - at_ - 1));
    if (auto* error = std::get_if<ParseError>(&read)) {
      return fail(at_ + 1 + error->position, std::move(error->message));
    }
    const auto index = static_cast<std::uint32_t>(tree_.parameters.size());
    tree_.parameters.push_back(std::get<Parameter>(std::move(read)));
    add_element({.kind = NodeKind::Parameter, .index = index});
    at_ = end + 1;
    return true;
  }

  std::optional<std::uint16_t> number(std::size_t& at) const {
    std::uint16_t value = 0;
    const char* const end_of_text = text_.data() + text_.size();
    const auto [end, error] = std::from_chars(text_.data() + at, end_of_text, value);
    if (error != std::errc{}) return std::nullopt;
    at = static_cast<std::size_t>(end - text_.data());
    return value;
  }

  bool repetition() {
    if (open_.back().element == Node::kNone) return fail(at_, "& has nothing to repeat");
    Node& element = tree_.nodes[open_.back().element];
    if (element.max_repeat != 1) return fail(at_, "the element is repeated twice");
    std::size_t at = at_ + 2;
    const auto min = number(at);
    if (!min || at >= text_.size() || text_[at] != '-') return fail(at, "expected &<LOW-HIGH>");
    const auto max = number(++at);
    if (!max || at >= text_.size() || text_[at] != '>') return fail(at, "expected &<LOW-HIGH>");
    if (*max < 1 || *max < *min) return fail(at_ + 2, "the repetition ends below its start");
    if (++loops_ > Template::kMaxLoops) return fail(at_, "too many groups in any order and repetitions");
    element.min_repeat = *min;
    element.max_repeat = *max;
    at_ = at + 1;
    return true;
  }

  void add_word(std::string_view text) {
    const auto index = static_cast<std::uint32_t>(tree_.words.size());
    tree_.words.emplace_back(text);
    add_element({.kind = NodeKind::Word, .index = index});
  }

  // At a sign of the notation, a blank, or the end.
  bool at_sign(std::size_t at) const {
    if (at == text_.size()) return true;
    const char c = text_[at];
    return is_blank(c) || is_bracket(c) || c == '<' || c == '>' || c == '*' || c == '|' ||
           text_.substr(at).starts_with("&<");
  }

  // A | belongs to the word if more of the word follows.
  bool ends_word(std::size_t at) const {
    return at_sign(at) && (at == text_.size() || text_[at] != '|' || at_sign(at + 1));
  }

  bool word() {
    std::size_t end = at_ + 1;
    while (!ends_word(end)) ++end;
    add_word(text_.substr(at_, end - at_));
    at_ = end;
    return true;
  }

  std::string_view text_;
  ParameterReader read_parameter_;
  std::size_t at_ = 0;
  std::size_t closed_alternatives_ = 0;
  std::size_t loops_ = 0;
  Template tree_;
  std::vector<Open> open_;
  ParseError error_;
};

class Printer {
 public:
  explicit Printer(const Template& tree) : tree_(tree) {}

  std::string run() {
    sequence(tree_.nodes[0]);
    return std::move(out_);
  }

 private:
  void blank() {
    if (!out_.empty()) out_ += ' ';
  }

  // As deep as groups nest, which the parser bounds.
  void sequence(const Node& node) {
    for (std::uint32_t id = node.first_child; id != Node::kNone; id = tree_.nodes[id].next_sibling) {
      element(tree_.nodes[id]);
    }
  }

  void element(const Node& node) {
    blank();
    if (node.kind == NodeKind::Word) {
      out_ += tree_.words[node.index];
    } else if (node.kind == NodeKind::Parameter) {
      out_ += to_string(tree_.parameters[node.index]);
    } else {
      group(node);
    }
    if (node.min_repeat == 1 && node.max_repeat == 1) return;
    out_ += " &<" + std::to_string(node.min_repeat) + '-' + std::to_string(node.max_repeat) + '>';
  }

  void group(const Node& node) {
    const bool needed = node.kind == NodeKind::Choice || node.kind == NodeKind::AnyOrder;
    const bool any_order = node.kind == NodeKind::AnyOrder || node.kind == NodeKind::AnyOrNone;
    out_ += needed ? '{' : '[';
    for (std::uint32_t id = node.first_child; id != Node::kNone; id = tree_.nodes[id].next_sibling) {
      if (id != node.first_child) out_ += " |";
      sequence(tree_.nodes[id]);
    }
    out_ += needed ? " }" : " ]";
    if (any_order) out_ += " *";
  }

  const Template& tree_;
  std::string out_;
};

}  // namespace

std::variant<Template, ParseError> parse(std::string_view notation) {
  return Parser(notation, parse_parameter).run();
}

std::variant<Template, ParseError> parse_untyped(std::string_view notation) {
  return Parser(notation, name_only).run();
}

std::string to_string(const Template& tree) {
  return Printer(tree).run();
}

}  // namespace holdfast::vrp

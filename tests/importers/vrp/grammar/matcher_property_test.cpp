// Random templates: printing and reading is the identity, lines made from a template match it, and on
// arbitrary short lines the machine agrees with a matcher that tries everything and knows nothing of
// programs.

#include <cctype>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck.h>
#include <set>
#include <string>
#include <utility>

#include "importers/vrp/grammar/parameter_match.h"
#include "tests/importers/vrp/grammar/command.h"
#include "tests/importers/vrp/grammar/sentence.h"

namespace holdfast::vrp {
namespace {

std::size_t pick(std::size_t below) {
  return *rc::gen::inRange<std::size_t>(0, below);
}

// Few words, so that alternatives collide and decisions have to be taken back.
const std::vector<std::string> kWords = {"a", "b", "c", "d"};

class RandomTemplate {
 public:
  explicit RandomTemplate(bool with_rest) {
    tree_.nodes.push_back({});
    sequence(0, 3);
    if (with_rest) append(0, parameter("r:rest"));
  }

  const Template& tree() const { return tree_; }

 private:
  std::uint32_t add(Node node) {
    tree_.nodes.push_back(node);
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  void append(std::uint32_t parent, std::uint32_t child) {
    std::uint32_t* link = &tree_.nodes[parent].first_child;
    while (*link != Node::kNone) link = &tree_.nodes[*link].next_sibling;
    *link = child;
  }

  void sequence(std::uint32_t id, int depth) {
    for (std::size_t left = 1 + pick(3); left > 0; --left) element(id, depth);
  }

  void element(std::uint32_t parent, int depth) {
    const std::size_t kind = pick(depth > 0 ? 8 : 4);
    const std::uint32_t id = kind < 2 ? word() : kind < 4 ? parameter() : group();
    append(parent, id);
    if (pick(6) == 0) {
      tree_.nodes[id].min_repeat = static_cast<std::uint16_t>(pick(3));
      tree_.nodes[id].max_repeat = static_cast<std::uint16_t>(tree_.nodes[id].min_repeat + 1 + pick(2));
    }
    if (!is_group(tree_.nodes[id].kind)) return;
    for (std::size_t left = 1 + pick(3); left > 0; --left) {
      const std::uint32_t alternative = add({});
      append(id, alternative);
      sequence(alternative, depth - 1);
    }
  }

  std::uint32_t word() {
    tree_.words.push_back(kWords[pick(kWords.size())]);
    return add({.kind = NodeKind::Word, .index = static_cast<std::uint32_t>(tree_.words.size() - 1)});
  }

  std::uint32_t parameter() {
    const std::vector<std::string> some = {"any",         "n:1-9",  "n:0|5-7|9-18446744073709551615",
                                           "t:text(1-2)", "p:ip4",  "i:interface",
                                           "v:ref(vsi)",  "m:mask", "l:limit(mtu)"};
    return parameter(some[pick(some.size())]);
  }

  std::uint32_t parameter(const std::string& inside) {
    tree_.parameters.push_back(std::get<Parameter>(parse_parameter(inside)));
    return add(
        {.kind = NodeKind::Parameter, .index = static_cast<std::uint32_t>(tree_.parameters.size() - 1)});
  }

  std::uint32_t group() {
    constexpr NodeKind kKinds[] = {NodeKind::Choice, NodeKind::Optional, NodeKind::AnyOrder,
                                   NodeKind::AnyOrNone};
    return add({.kind = kKinds[pick(4)]});
  }

  Template tree_;
};

// Where a node can end when it begins at `at`, by trying everything.
class Exhaustive {
 public:
  Exhaustive(const Template& tree, std::span<const Token> tokens) : tree_(tree), tokens_(tokens) {}

  bool matches() { return sequence(0, 0).contains(tokens_.size()); }

 private:
  using Ends = std::set<std::size_t>;

  Ends sequence(std::uint32_t id, std::size_t at) {
    Ends ends = {at};
    for (std::uint32_t child = tree_.nodes[id].first_child; child != Node::kNone;
         child = tree_.nodes[child].next_sibling) {
      Ends next;
      for (const std::size_t start : ends) next.merge(repeated(child, start));
      ends = std::move(next);
    }
    return ends;
  }

  Ends repeated(std::uint32_t id, std::size_t at) {
    Ends all;
    Ends ends = {at};
    for (std::size_t round = 0; round <= tree_.nodes[id].max_repeat; ++round) {
      if (round >= tree_.nodes[id].min_repeat) all.insert(ends.begin(), ends.end());
      Ends next;
      for (const std::size_t start : ends) next.merge(element(id, start));
      ends = std::move(next);
    }
    return all;
  }

  Ends element(std::uint32_t id, std::size_t at) {
    const Node& node = tree_.nodes[id];
    if (is_group(node.kind)) return group(node, at);
    if (at == tokens_.size()) return {};
    if (node.kind == NodeKind::Word)
      return tokens_[at].text == tree_.words[node.index] ? Ends{at + 1} : Ends{};
    const Taken taken = take(tree_.parameters[node.index], tokens_.subspan(at));
    return taken.tokens == 0 ? Ends{} : Ends{at + taken.tokens};
  }

  Ends group(const Node& node, std::size_t at) {
    const bool any_order = node.kind == NodeKind::AnyOrder || node.kind == NodeKind::AnyOrNone;
    const bool needed = node.kind == NodeKind::Choice || node.kind == NodeKind::AnyOrder;
    Ends ends;
    if (!needed) ends.insert(at);
    std::set<std::pair<std::size_t, std::set<std::uint32_t>>> states = {{at, {}}};
    while (!states.empty()) {
      const auto [start, used] = *states.begin();
      states.erase(states.begin());
      for (std::uint32_t child = node.first_child; child != Node::kNone;
           child = tree_.nodes[child].next_sibling) {
        if (used.contains(child)) continue;
        auto used_now = used;
        used_now.insert(child);
        for (const std::size_t end : sequence(child, start)) {
          ends.insert(end);
          if (any_order) states.emplace(end, used_now);
        }
      }
    }
    return ends;
  }

  const Template& tree_;
  std::span<const Token> tokens_;
};

std::string random_line() {
  const std::vector<std::string> some = {"a", "b", "c", "d", "a", "b", "c", "d", "1", "10.0.0.1", "GE", "x"};
  std::string line;
  for (std::size_t left = pick(7); left > 0; --left) line += some[pick(some.size())] + ' ';
  return line;
}

TEST(MatcherProperty, ReadingWhatIsPrintedGivesTheSameTree) {
  EXPECT_TRUE(rc::check("parse(to_string(t)) == t", [] {
    const RandomTemplate made(pick(2) == 0);
    const auto read = parse(to_string(made.tree()));
    RC_ASSERT(std::holds_alternative<Template>(read));
    RC_ASSERT(std::get<Template>(read) == made.tree());
  }));
}

TEST(MatcherProperty, LinesMadeFromATemplateMatchItWhole) {
  EXPECT_TRUE(rc::check("a template matches its own lines", [] {
    const RandomTemplate made(pick(4) == 0);
    RC_LOG() << to_string(made.tree()) << '\n';
    CommandUnderTest command(made.tree());
    const std::string line = Sentence(made.tree(), pick, 2).line();
    RC_LOG() << line << '\n';
    RC_PRE(command.tokens(line).size() <= 20U);
    const auto found = command.match(line);
    RC_ASSERT(found.has_value());
    std::size_t next = 0;
    for (const Capture& capture : found->captures()) {
      RC_ASSERT(capture.first == next);
      next += capture.count;
    }
    RC_ASSERT(next == found->tokens().size());
  }));
}

TEST(MatcherProperty, AgreesWithTryingEverything) {
  EXPECT_TRUE(rc::check("the machine accepts what the exhaustive matcher accepts", [] {
    const RandomTemplate made(false);
    RC_LOG() << to_string(made.tree()) << '\n';
    CommandUnderTest command(made.tree());
    for (int i = 0; i < 20; ++i) {
      const std::string line = random_line();
      RC_LOG() << line << '\n';
      const bool expected = Exhaustive(made.tree(), command.tokens(line)).matches();
      RC_ASSERT(command.match(line).has_value() == expected);
      if (expected) continue;
      const Diagnosis diagnosis = command.diagnose(line);
      RC_ASSERT(diagnosis.furthest <= command.tokens(line).size());
      RC_ASSERT(diagnosis.end || !diagnosis.words.empty() || !diagnosis.parameters.empty());
    }
  }));
}

}  // namespace
}  // namespace holdfast::vrp

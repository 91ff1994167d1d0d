#include "importers/vrp/grammar/program.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kManyTokens = 65535;

// What holds for every sequence of tokens that a node accepts.
struct NodeFacts {
  std::uint32_t min_tokens = 0;
  std::vector<KeywordId> words;  // sorted
};

std::vector<KeywordId> both(const std::vector<KeywordId>& a, const std::vector<KeywordId>& b) {
  std::vector<KeywordId> result;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

std::vector<KeywordId> either(const std::vector<KeywordId>& a, const std::vector<KeywordId>& b) {
  std::vector<KeywordId> result;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

}  // namespace

class Compiler {
 public:
  Compiler(const Template& tree, KeywordTable& keywords) : tree_(tree) {
    program_.words_ = tree.words;
    program_.parameters_ = tree.parameters;
    for (const std::string& word : tree.words) keyword_of_word_.push_back(keywords.intern(word));
  }

  Program run() {
    find_facts();
    sequence(tree_.nodes[0]);
    emit({.op = Op::Accept});
    find_first_sets();
    for (const KeywordId id : facts_[0].words) program_.required_ |= keyword_bit(id);
    program_.min_tokens_ = facts_[0].min_tokens;
    if (program_.code_[0].op == Op::Word) program_.first_keyword_ = program_.code_[0].keyword;
    return std::move(program_);
  }

 private:
  const Node& node(std::uint32_t id) const { return tree_.nodes[id]; }

  // Children stand behind their parents, so backwards is bottom-up.
  void find_facts() {
    facts_.resize(tree_.nodes.size());
    for (std::size_t id = tree_.nodes.size(); id-- > 0;) {
      facts_[id] = facts_of(tree_.nodes[id]);
      repeat(facts_[id], tree_.nodes[id].min_repeat);
    }
  }

  static void repeat(NodeFacts& facts, std::uint16_t times) {
    facts.min_tokens = std::min(facts.min_tokens * times, kManyTokens);
    if (times == 0) facts.words.clear();
  }

  NodeFacts facts_of(const Node& it) const {
    switch (it.kind) {
      case NodeKind::Word:
        return {1, {keyword_of_word_[it.index]}};
      case NodeKind::Parameter:
        return {1, {}};
      case NodeKind::Sequence:
        return facts_of_sequence(it);
      case NodeKind::Choice:
      case NodeKind::AnyOrder:
        return facts_of_choice(it);
      case NodeKind::Optional:
      case NodeKind::AnyOrNone:
        break;
    }
    return {};
  }

  NodeFacts facts_of_sequence(const Node& it) const {
    NodeFacts facts;
    for (std::uint32_t id = it.first_child; id != Node::kNone; id = node(id).next_sibling) {
      facts.min_tokens = std::min(facts.min_tokens + facts_[id].min_tokens, kManyTokens);
      facts.words = either(facts.words, facts_[id].words);
    }
    return facts;
  }

  NodeFacts facts_of_choice(const Node& it) const {
    NodeFacts facts = facts_[it.first_child];
    for (std::uint32_t id = it.first_child; id != Node::kNone; id = node(id).next_sibling) {
      facts.min_tokens = std::min(facts.min_tokens, facts_[id].min_tokens);
      facts.words = both(facts.words, facts_[id].words);
    }
    return facts;
  }

  std::uint16_t here() const { return static_cast<std::uint16_t>(program_.code_.size()); }

  std::uint16_t emit(Instruction instruction) {
    program_.code_.push_back(instruction);
    return static_cast<std::uint16_t>(program_.code_.size() - 1);
  }

  // Followed by setting the target of each branch.
  std::uint16_t emit(Instruction instruction, std::size_t branches) {
    instruction.first_branch = static_cast<std::uint32_t>(program_.branches_.size());
    instruction.branch_count = static_cast<std::uint16_t>(branches);
    program_.branches_.resize(program_.branches_.size() + branches);
    return emit(instruction);
  }

  void set_target(std::uint16_t instruction, std::size_t branch) {
    program_.branches_[program_.code_[instruction].first_branch + branch].target = here();
  }

  void sequence(const Node& it) {
    for (std::uint32_t id = it.first_child; id != Node::kNone; id = node(id).next_sibling) element(node(id));
  }

  void element(const Node& it) {
    if (it.min_repeat == 1 && it.max_repeat == 1) {
      once(it);
      return;
    }
    const std::uint16_t loop = loops_++;
    const bool may_be_empty = facts_of(it).min_tokens == 0;
    emit({.op = Op::EnterLoop, .index = loop});
    const std::uint16_t head = emit({.op = Op::Repeat,
                                     .index = loop,
                                     .min = may_be_empty ? std::uint16_t{0} : it.min_repeat,
                                     .max = it.max_repeat},
                                    2);
    set_target(head, 0);
    once(it);
    emit({.op = Op::Jump, .index = head});
    set_target(head, 1);
  }

  void once(const Node& it) {
    switch (it.kind) {
      case NodeKind::Word:
        emit({.op = Op::Word,
              .keyword = keyword_of_word_[it.index],
              .index = static_cast<std::uint16_t>(it.index)});
        return;
      case NodeKind::Parameter:
        emit({.op = Op::Parameter, .index = static_cast<std::uint16_t>(it.index)});
        return;
      case NodeKind::Choice:
      case NodeKind::Optional:
        choice(it);
        return;
      case NodeKind::AnyOrder:
      case NodeKind::AnyOrNone:
        any_order(it);
        return;
      case NodeKind::Sequence:
        sequence(it);
        return;
    }
  }

  std::size_t alternatives_of(const Node& it) const {
    std::size_t count = 0;
    for (std::uint32_t id = it.first_child; id != Node::kNone; id = node(id).next_sibling) ++count;
    return count;
  }

  void choice(const Node& it) {
    const std::size_t alternatives = alternatives_of(it);
    const bool optional = it.kind == NodeKind::Optional;
    const std::uint16_t head = emit({.op = Op::Choose}, alternatives + (optional ? 1 : 0));
    std::vector<std::uint16_t> jumps;
    std::size_t branch = 0;
    for (std::uint32_t id = it.first_child; id != Node::kNone; id = node(id).next_sibling) {
      set_target(head, branch++);
      sequence(node(id));
      if (branch < alternatives) jumps.push_back(emit({.op = Op::Jump}));
    }
    if (optional) set_target(head, alternatives);
    for (const std::uint16_t jump : jumps) program_.code_[jump].index = here();
  }

  void any_order(const Node& it) {
    const std::uint16_t loop = loops_++;
    const std::size_t alternatives = alternatives_of(it);
    const bool may_be_empty = facts_of(it).min_tokens == 0;
    emit({.op = Op::EnterLoop, .index = loop});
    const std::uint16_t head =
        emit({.op = Op::AnyOrder, .index = loop, .min = static_cast<std::uint16_t>(may_be_empty ? 0 : 1)},
             alternatives + 1);
    std::size_t branch = 0;
    for (std::uint32_t id = it.first_child; id != Node::kNone; id = node(id).next_sibling) {
      set_target(head, branch++);
      sequence(node(id));
      emit({.op = Op::Jump, .index = head});
    }
    set_target(head, alternatives);
  }

  void find_first_sets() {
    visited_.assign(program_.code_.size(), 0);
    for (Branch& branch : program_.branches_) find_first_set(branch);
    program_.start_.target = 0;
    find_first_set(program_.start_);
  }

  // Everything reachable from the branch's target without a token. In a loop that has been entered before
  // this is a superset: which alternatives are used up is known only to the machine.
  void find_first_set(Branch& branch) {
    ++visit_;
    std::vector<std::uint16_t> open = {branch.target};
    std::vector<KeywordId> words;
    while (!open.empty()) {
      const std::uint16_t at = open.back();
      open.pop_back();
      if (std::exchange(visited_[at], visit_) == visit_) continue;
      const Instruction& instruction = program_.code_[at];
      switch (instruction.op) {
        case Op::Word:
          words.push_back(instruction.keyword);
          break;
        case Op::Parameter:
          branch.parameter = true;
          break;
        case Op::Accept:
          branch.end = true;
          break;
        case Op::Jump:
          open.push_back(instruction.index);
          break;
        case Op::EnterLoop:
          add_targets(program_.code_[at + 1U], program_.code_[at + 1U].min == 0, open);
          break;
        case Op::Choose:
        case Op::AnyOrder:
        case Op::Repeat:
          add_targets(instruction, true, open);
          break;
      }
    }
    keep_words(branch, words);
  }

  // `last`: including the last branch, which leaves a loop.
  void add_targets(const Instruction& instruction, bool last, std::vector<std::uint16_t>& open) const {
    const auto branches = program_.branches_of(instruction);
    for (const Branch& branch : branches.first(branches.size() - (last ? 0 : 1)))
      open.push_back(branch.target);
  }

  void keep_words(Branch& branch, std::vector<KeywordId>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    branch.first_word = static_cast<std::uint32_t>(program_.branch_words_.size());
    branch.word_count = static_cast<std::uint16_t>(words.size());
    for (const KeywordId id : words) branch.word_bits |= keyword_bit(id);
    program_.branch_words_.insert(program_.branch_words_.end(), words.begin(), words.end());
  }

  const Template& tree_;
  Program program_;
  std::vector<KeywordId> keyword_of_word_;
  std::vector<NodeFacts> facts_;
  std::uint16_t loops_ = 0;
  std::vector<std::uint32_t> visited_;
  std::uint32_t visit_ = 0;
};

Program compile(const Template& tree, KeywordTable& keywords) {
  return Compiler(tree, keywords).run();
}

}  // namespace holdfast::vrp

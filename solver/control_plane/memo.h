#pragma once

// An answer under many sets of failures, evaluated once for each relevant part of a set (semantics §5).
//
// The answers form a tree: the root is the answer without failures; an element of a node's support leads to
// the answer with that element failed as well. A set is looked up by walking down as long as it meets the
// support; what it fails beyond that cannot matter. Where only a value is asked for, the last step keeps no
// support: such leaves are by far the most.

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "solver/control_plane/failed.h"

namespace holdfast::control_plane {

template <class T>
class Memo {
 public:
  // `evaluate(Failed)` must return a Traced<T> and depend on nothing but the failures. The answer stays where
  // it is until the next call.
  template <class Evaluate>
  const Traced<T>& get(Failed failed, const Evaluate& evaluate) {
    if (!root_) root_ = std::make_unique<Node>(evaluate(Failed{}));
    Node* node = root_.get();
    if (!failed.meets(node->answer.support)) return node->answer;
    const std::size_t size = failed.elements().size();
    std::array<ElementId, 8> few;
    std::vector<ElementId> many;
    if (size > few.size()) many.resize(size);
    const std::span<ElementId> room = many.empty() ? std::span<ElementId>(few) : std::span<ElementId>(many);
    for (std::size_t count = 0;;) {
      const ElementId next = first_met(failed, room.first(count), node->answer.support);
      if (!next.valid()) return node->answer;
      room[count++] = next;
      if (count == size && failed.is_value_only()) return leaf(*node, next, failed, evaluate);
      std::ranges::sort(room.first(count));
      node = child(*node, next, room.first(count), evaluate);
    }
  }

 private:
  struct Node;
  struct Child {
    ElementId id;
    T value{};
    std::unique_ptr<Node> node;  // null: only the value is known
  };
  struct Node {
    explicit Node(Traced<T> made) : answer(std::move(made)) {}
    Traced<T> answer;
    std::vector<Child> children;  // ascending
  };

  static ElementId first_met(Failed failed, std::span<const ElementId> used, const Support& support) {
    for (const ElementId id : failed.elements()) {
      if (support.contains(id) && std::ranges::find(used, id) == used.end()) return id;
    }
    return {};
  }

  static Child* find(Node& node, ElementId id) {
    const auto at = std::ranges::lower_bound(node.children, id, {}, &Child::id);
    return at != node.children.end() && at->id == id ? &*at : nullptr;
  }
  static Child& made(Node& node, ElementId id) {
    const auto at = std::ranges::lower_bound(node.children, id, {}, &Child::id);
    return at != node.children.end() && at->id == id ? *at
                                                     : *node.children.insert(at, Child{id, {}, nullptr});
  }

  // Evaluating may come back to this memo: a child is looked for anew after it.
  template <class Evaluate>
  static Node* child(Node& node, ElementId id, std::span<const ElementId> used, const Evaluate& evaluate) {
    const Child* known = find(node, id);
    if (known == nullptr || !known->node) {
      auto fresh = std::make_unique<Node>(evaluate(Failed(used)));
      Child& it = made(node, id);
      if (!it.node) it.node = std::move(fresh);
      it.value = it.node->answer.value;
      known = &it;
    }
    return known->node.get();
  }

  // The answer with all of them failed.
  template <class Evaluate>
  const Traced<T>& leaf(Node& node, ElementId id, Failed failed, const Evaluate& evaluate) {
    const Child* known = find(node, id);
    if (known != nullptr && known->node) return known->node->answer;
    if (known != nullptr) {
      leaf_.value = known->value;
    } else {
      const T value = evaluate(failed).value;
      made(node, id).value = value;
      leaf_.value = value;
    }
    return leaf_;
  }

  std::unique_ptr<Node> root_;
  Traced<T> leaf_;  // what leaf() returned last
};

}  // namespace holdfast::control_plane

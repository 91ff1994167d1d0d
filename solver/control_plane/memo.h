#pragma once

// An answer under many sets of failures, evaluated once for each relevant part of a set (semantics §5).
//
// The answers form a tree: the root is the answer without failures; an element of a node's support leads to
// the answer with that element failed as well. A set is looked up by walking down as long as it meets the
// support; what it fails beyond that cannot matter.

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
  // `evaluate(Failed)` must return a Traced<T> and depend on nothing but the failures.
  template <class Evaluate>
  const Traced<T>& get(Failed failed, const Evaluate& evaluate) {
    if (!root_) root_ = std::make_unique<Node>(evaluate(Failed{}));
    Node* node = root_.get();
    if (!failed.meets(node->answer.support)) return node->answer;
    std::array<ElementId, 8> few;
    std::vector<ElementId> many;
    if (failed.elements().size() > few.size()) many.resize(failed.elements().size());
    const std::span<ElementId> room = many.empty() ? std::span<ElementId>(few) : std::span<ElementId>(many);
    for (std::size_t count = 0;;) {
      const ElementId next = first_met(failed, room.first(count), node->answer.support);
      if (!next.valid()) return node->answer;
      room[count++] = next;
      std::ranges::sort(room.first(count));
      node = child(*node, next, room.first(count), evaluate);
    }
  }

 private:
  struct Node {
    explicit Node(Traced<T> made) : answer(std::move(made)) {}
    Traced<T> answer;
    std::vector<std::pair<ElementId, std::unique_ptr<Node>>> children;  // ascending
  };

  static ElementId first_met(Failed failed, std::span<const ElementId> used, const Support& support) {
    for (const ElementId id : failed.elements()) {
      if (support.contains(id) && std::ranges::find(used, id) == used.end()) return id;
    }
    return {};
  }

  template <class Evaluate>
  static Node* child(Node& node, ElementId id, std::span<const ElementId> used, const Evaluate& evaluate) {
    auto at = std::ranges::lower_bound(node.children, id, {}, [](const auto& it) { return it.first; });
    if (at == node.children.end() || at->first != id) {
      auto made = std::make_unique<Node>(evaluate(Failed(used)));
      at = std::ranges::lower_bound(node.children, id, {}, [](const auto& it) { return it.first; });
      at = node.children.insert(at, {id, std::move(made)});
    }
    return at->second.get();
  }

  std::unique_ptr<Node> root_;
};

}  // namespace holdfast::control_plane

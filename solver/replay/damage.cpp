#include "solver/replay/damage.h"

#include <algorithm>

namespace holdfast::replay {

Damage::Damage(const Network& net, const FailureUniverse& universe, const FailureSet& failed)
    : nodes_(net.devices.size(), false), elements_(universe.elements.size(), false) {
  for (const ElementId id : failed) fail(universe, id);
}

void Damage::fail(const FailureUniverse& universe, ElementId id) {
  const Element& element = universe.elements[id.index];
  elements_[id.index] = true;
  switch (element.kind) {
    case ElementKind::Node:
      nodes_[element.device.index] = true;
      break;
    case ElementKind::Board:
      boards_.emplace_back(element.device, element.slot);
      break;
    case ElementKind::Port:
      ports_.insert(element.a);
      break;
    case ElementKind::Link:
      break;
    case ElementKind::Group:
      for (const ElementId member : element.members) fail(universe, member);
      break;
  }
}

bool Damage::board(DeviceId device, std::string_view slot) const {
  return std::ranges::any_of(boards_, [&](const auto& board) {
    const auto& [where, failed] = board;
    if (where != device || !slot.starts_with(failed)) return false;
    return slot.size() == failed.size() || slot[failed.size()] == '/';
  });
}

}  // namespace holdfast::replay

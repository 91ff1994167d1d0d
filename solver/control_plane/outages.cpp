#include "solver/control_plane/outages.h"

#include <string_view>

namespace holdfast::control_plane {
namespace {

bool sits_on(std::string_view slot, std::string_view board) {
  return slot == board ||
         (slot.size() > board.size() && slot.starts_with(board) && slot[board.size()] == '/');
}

}  // namespace

Outages::Outages(const Network& net, const FailureUniverse& universe) : net_(&net), universe_(&universe) {
  std::vector<std::vector<ElementId>> nodes(net.devices.size());
  for (std::size_t i = 0; i < universe.elements.size(); ++i) {
    const Element& it = universe.elements[i];
    const ElementId id{i};
    switch (it.kind) {
      case ElementKind::Node:
        nodes[it.device.index].push_back(id);
        break;
      case ElementKind::Board:
        boards_.add(it.device, id);
        break;
      case ElementKind::Port:
        ports_.add(it.a, id);
        break;
      case ElementKind::Group:
        for (const ElementId member : it.members) groups_.add(member, id);
        break;
      case ElementKind::Link:
        break;
    }
  }
  for (std::uint32_t i = 0; i < universe.links.size(); ++i) {
    links_.add(universe.links[i].a, i);
    links_.add(universe.links[i].b, i);
  }
  boards_.seal();
  ports_.seal();
  groups_.seal();
  links_.seal();
  for (const std::vector<ElementId>& own : nodes) {
    std::vector<ElementId> all;
    for (const ElementId id : own) with_groups(id, all);
    devices_.emplace_back(std::move(all));
  }
}

void Outages::with_groups(ElementId id, std::vector<ElementId>& into) const {
  into.push_back(id);
  for (const ElementId group : groups_.find(id)) into.push_back(group);
}

Support Outages::of_port(PortRef port) const {
  std::vector<ElementId> all = of_device(port.device).elements();
  const std::string& slot = (*net_)[port.device][port.interface].slot;
  if (!slot.empty()) {
    for (const ElementId board : boards_.find(port.device)) {
      if (sits_on(slot, universe_->elements[board.index].slot)) with_groups(board, all);
    }
  }
  for (const ElementId own : ports_.find(port)) with_groups(own, all);
  return Support(std::move(all));
}

Support Outages::of_link(const PhysicalLink& link) const {
  std::vector<ElementId> all;
  if (link.element.valid()) with_groups(link.element, all);
  return Support(std::move(all));
}

const PhysicalLink* Outages::link_at(PortRef port) const {
  const auto found = links_.find(port);
  return found.empty() ? nullptr : &universe_->links[found.front()];
}

}  // namespace holdfast::control_plane

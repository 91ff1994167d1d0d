#include "app/session/study.h"

#include <algorithm>
#include <utility>

#include "solver/pairing/elements.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {
namespace {

std::vector<std::vector<std::size_t>> services_by_device(const pairing::Pairing& net) {
  std::vector<std::vector<std::size_t>> result(net.network().devices.size());
  for (std::size_t i = 0; i < net.services().all().size(); ++i) {
    const pairing::Service& service = net.services().all()[i];
    std::vector<DeviceId> devices;
    for (const PortRef port : service.endpoints) devices.push_back(port.device);
    for (const pairing::PwEndId id : service.ends) devices.push_back(net[id].device);
    for (const pairing::VsiRef vsi : service.vsis) devices.push_back(vsi.device);
    std::ranges::sort(devices);
    devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
    for (const DeviceId device : devices) result[device.index].push_back(i);
  }
  return result;
}

}  // namespace

Study::Study(std::shared_ptr<const Snapshot> snapshot)
    : snapshot_(std::move(snapshot)),
      net_(std::make_unique<const pairing::Pairing>(snapshot_->network)),
      universe_(pairing::failure_universe(*net_)),
      map_(network_map(*net_, universe_)),
      services_(service_views(*net_)),
      services_on_(services_by_device(*net_)) {}

Study::~Study() = default;

std::string Study::port_name(PortRef port) const {
  return pairing::port_name(network(), port);
}

ElementId Study::element_named(const std::string& name) const {
  return pairing::find_element(network(), universe_, name);
}

std::vector<std::size_t> Study::links_at(PortRef port) const {
  std::vector<std::size_t> result;
  const auto add = [&](PortRef at) {
    if (const pairing::Link* link = net_->links().at(at)) result.push_back(link->id.index);
  };
  const Interface& interface = (*net_)[port];
  if (interface.is_sub && interface.parent.valid()) port.interface = interface.parent;
  for (const PortRef member : net_->links().trunk_members(port)) add(member);
  if (result.empty()) add(port);
  return result;
}

std::vector<ElementId> Study::elements_at(DeviceId device) const {
  std::vector<ElementId> result;
  for (std::size_t i = 0; i < universe_.elements.size(); ++i) {
    const Element& element = universe_.elements[i];
    const auto is_here = [&](const Element& it) {
      return it.device == device ||
             (it.kind == ElementKind::Link && (it.a.device == device || it.b.device == device));
    };
    const bool in_group = std::ranges::any_of(
        element.members, [&](ElementId id) { return is_here(universe_.elements[id.index]); });
    if (is_here(element) || in_group) result.emplace_back(i);
  }
  return result;
}

}  // namespace holdfast::session

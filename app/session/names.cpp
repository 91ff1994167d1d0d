#include "app/session/names.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <set>

#include "app/session/nearest.h"

namespace holdfast::session {
namespace {

constexpr auto kKinds = std::to_array<std::string_view>({"node", "board", "link", "port", "group"});

// The only device of that name, letter case aside; of names that differ in case only the exact one.
DeviceId device_named(const Network& network, std::string_view name) {
  DeviceId found;
  std::size_t count = 0;
  for (std::size_t i = 0; i < network.devices.size(); ++i) {
    const std::string& own = *network.devices[i].name;
    if (own == name) return DeviceId{i};
    if (!same_letters(own, name)) continue;
    found = DeviceId{i};
    ++count;
  }
  return count == 1 ? found : DeviceId{};
}

std::string interface_named(const Snapshot& snapshot, DeviceId device, std::string_view name) {
  const Device& owner = snapshot.network[device];
  std::string canonical = snapshot.importers->find(owner.vendor)->canonical_interface(name);
  if (owner.find_interface(canonical).valid()) return canonical;
  for (const Interface& it : owner.interfaces) {
    if (same_letters(it.name, canonical)) return it.name;
  }
  return canonical;
}

struct NamedPort {
  std::string name;  // "PE1:GigabitEthernet0/1/0"
  PortRef port;      // invalid: not configured
};

// "pe1:ge0/1/0"; nothing when no device is called like its first part. Device names may hold the separator
// themselves.
std::optional<NamedPort> port_named(const Snapshot& snapshot, std::string_view text) {
  for (std::size_t colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
    const DeviceId device = device_named(snapshot.network, text.substr(0, colon));
    if (!device.valid()) continue;
    const std::string interface = interface_named(snapshot, device, text.substr(colon + 1));
    return NamedPort{*snapshot.network[device].name + ':' + interface,
                     {device, snapshot.network[device].find_interface(interface)}};
  }
  return std::nullopt;
}

std::optional<std::string> port_spelled_out(const Snapshot& snapshot, std::string_view text) {
  const auto port = port_named(snapshot, text);
  return port ? std::optional(port->name) : std::nullopt;
}

// Of both ends, in lexical order, or of the only one that is given.
std::optional<std::string> link_spelled_out(const Snapshot& snapshot, std::string_view text) {
  for (std::size_t dashes = text.find("--"); dashes != text.npos; dashes = text.find("--", dashes + 1)) {
    auto one = port_spelled_out(snapshot, text.substr(0, dashes));
    auto other = port_spelled_out(snapshot, text.substr(dashes + 2));
    if (!one || !other) continue;
    if (*other < *one) std::swap(one, other);
    return *one + "--" + *other;
  }
  return port_spelled_out(snapshot, text);
}

// "board:pe1:0/1": the slot as it is.
std::optional<std::string> board_spelled_out(const Snapshot& snapshot, std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos) return std::nullopt;
  const DeviceId device = device_named(snapshot.network, text.substr(0, colon));
  if (!device.valid()) return std::nullopt;
  return *snapshot.network[device].name + std::string(text.substr(colon));
}

std::optional<std::string> rest_spelled_out(const Snapshot& snapshot, std::string_view kind,
                                            std::string_view rest) {
  if (kind == "link") return link_spelled_out(snapshot, rest);
  if (kind == "port") return port_spelled_out(snapshot, rest);
  if (kind == "board") return board_spelled_out(snapshot, rest);
  if (kind != "node") return std::nullopt;
  const DeviceId device = device_named(snapshot.network, rest);
  return device.valid() ? std::optional(*snapshot.network[device].name) : std::nullopt;
}

// The element of the link at a port, or of the port itself.
ElementId at_port(const Network& network, const FailureUniverse& universe, PortRef port) {
  if (!port.valid()) return {};
  port = pairing::parent_port(network, port);
  for (const PhysicalLink& link : universe.links) {
    if ((link.a == port || link.b == port) && link.element.valid()) return link.element;
  }
  for (std::size_t i = 0; i < universe.elements.size(); ++i) {
    if (universe.elements[i].kind == ElementKind::Port && universe.elements[i].a == port) return ElementId{i};
  }
  return {};
}

ElementId by_name(const FailureUniverse& universe, std::string_view name) {
  for (std::size_t i = 0; i < universe.elements.size(); ++i) {
    if (same_letters(universe.elements[i].name, name)) return ElementId{i};
  }
  return {};
}

std::vector<std::string> element_names(const FailureUniverse& universe) {
  std::vector<std::string> names;
  for (const Element& element : universe.elements) names.push_back(element.name);
  return names;
}

// "link:A:X--B:Y" → "A:X", "B:Y"
std::vector<std::string> ends_of(const Network& network, const Element& element) {
  if (element.kind != ElementKind::Link) return {};
  return {pairing::port_name(network, element.a), pairing::port_name(network, element.b)};
}

// The element that a text which names none most likely meant: by its name, or a link by one of its ends.
std::string nearest_element(const Network& network, const FailureUniverse& universe,
                            const std::string& name) {
  if (std::string found = nearest(name, element_names(universe)); !found.empty()) return found;
  const std::size_t start = name.starts_with("link:") || name.starts_with("port:") ? name.find(':') + 1 : 0;
  std::vector<std::string> ends;
  for (const Element& element : universe.elements) {
    for (std::string& end : ends_of(network, element)) ends.push_back(std::move(end));
  }
  const std::string end = nearest(std::string_view(name).substr(start), ends);
  for (const Element& element : universe.elements) {
    const std::vector<std::string> own = ends_of(network, element);
    if (!end.empty() && std::ranges::find(own, end) != own.end()) return element.name;
  }
  return {};
}

std::string not_there(std::string_view what, std::string_view text, const std::string& meant) {
  return meant.empty() ? fmt::format("there is no {} `{}`", what, text)
                       : fmt::format("there is no {} `{}`; is `{}` meant?", what, text, meant);
}

}  // namespace

std::string spelled_out(const Snapshot& snapshot, std::string_view element) {
  const std::size_t colon = element.find(':');
  const std::string_view prefix = element.substr(0, colon);
  for (const std::string_view kind : kKinds) {
    if (colon == element.npos || !same_letters(prefix, kind)) continue;
    const std::string_view rest = element.substr(colon + 1);
    return fmt::format("{}:{}", kind, rest_spelled_out(snapshot, kind, rest).value_or(std::string(rest)));
  }
  return std::string(element);
}

NamedElement find_element(const Snapshot& snapshot, const FailureUniverse& universe, std::string_view text) {
  const std::string name = spelled_out(snapshot, text);
  if (const ElementId id = by_name(universe, name); id.valid()) return {id, {}};
  const bool has_kind = std::ranges::find(kKinds, name.substr(0, name.find(':'))) != kKinds.end();
  const bool at_a_port = !has_kind || name.starts_with("link:") || name.starts_with("port:");
  const auto port =
      at_a_port ? port_named(snapshot, has_kind ? name.substr(name.find(':') + 1) : name) : std::nullopt;
  if (port) {
    if (const ElementId id = at_port(snapshot.network, universe, port->port); id.valid()) return {id, {}};
  }
  if (!has_kind) {
    const ElementId id = by_name(universe, spelled_out(snapshot, "node:" + name));
    if (id.valid()) return {id, {}};
  }
  return {{}, not_there("element", text, nearest_element(snapshot.network, universe, name))};
}

NamedService find_service(const Snapshot& snapshot, const pairing::Pairing& net, std::string_view text) {
  if (const pairing::Service* exact = net.services().find(text)) return {exact, {}};
  std::vector<std::string> names;
  for (const pairing::Service& service : net.services().all()) {
    if (same_letters(service.name, text)) return {&service, {}};
    names.push_back(service.name);
  }
  // "vpws:pe1:ge0/1/0.10" and "pe1:ge0/1/0.10".
  const std::size_t colon = text.find(':');
  const auto kind = text.substr(0, colon);
  for (const std::string_view rest : {text, colon == text.npos ? text : text.substr(colon + 1)}) {
    const auto port = port_spelled_out(snapshot, rest);
    if (!port) continue;
    const std::string name = fmt::format("{}:{}", kind, *port);
    if (const pairing::Service* found = net.services().find(name)) return {found, {}};
    for (const pairing::Service& service : net.services().all()) {
      for (const PortRef ac : service.endpoints) {
        if (pairing::port_name(net.network(), ac) == *port) return {&service, {}};
      }
    }
  }
  return {nullptr, not_there("service", text, nearest(text, names))};
}

std::vector<const pairing::Service*> find_services(const Snapshot& snapshot, const pairing::Pairing& net,
                                                   const std::vector<std::string>& names,
                                                   std::vector<std::string>& problems) {
  std::set<std::size_t> chosen;
  for (const std::string& name : names) {
    const NamedService named = find_service(snapshot, net, name);
    if (named.service == nullptr) {
      problems.push_back(named.problem);
    } else {
      chosen.insert(named.service->id.index);
    }
  }
  std::vector<const pairing::Service*> result;
  for (const pairing::Service& service : net.services().all()) {
    if (names.empty() || chosen.contains(service.id.index)) result.push_back(&service);
  }
  return result;
}

}  // namespace holdfast::session

#include "solver/pairing/refs.h"

#include <algorithm>

namespace holdfast::pairing {

std::string port_name(const Network& net, PortRef port) {
  return net[port.device].name.value + ':' + get(net, port).name;
}

bool name_precedes(const Network& net, PortRef a, PortRef b) {
  if (a.device == b.device) return get(net, a).name < get(net, b).name;
  // With the colon that follows them, PE10 precedes PE1.
  const std::string& one = net[a.device].name.value;
  const std::string& other = net[b.device].name.value;
  const auto [x, y] = std::ranges::mismatch(one, other);
  if (x == one.end() && y == other.end()) return a < b;
  return (x == one.end() ? ':' : *x) < (y == other.end() ? ':' : *y);
}

DeviceId find_device(const Network& net, std::string_view name) {
  const auto name_of = [](const Device& device) -> std::string_view { return device.name.value; };
  const auto first = std::ranges::lower_bound(net.devices, name, {}, name_of);
  const auto last = std::ranges::upper_bound(first, net.devices.end(), name, {}, name_of);
  return last - first == 1 ? DeviceId{static_cast<std::size_t>(first - net.devices.begin())} : DeviceId{};
}

PortRef find_port(const Network& net, std::string_view device, std::string_view interface) {
  const DeviceId id = find_device(net, device);
  return id.valid() ? PortRef{id, net[id].find_interface(interface)} : PortRef{};
}

PortRef parent_port(const Network& net, PortRef port) {
  const InterfaceId parent = get(net, port).parent;
  return parent.valid() ? PortRef{port.device, parent} : port;
}

}  // namespace holdfast::pairing

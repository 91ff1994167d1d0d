#pragma once

// Typed indices: an id is a position in the vector that owns the object.

#include <cstddef>
#include <cstdint>
#include <limits>

namespace holdfast {

template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t i) : index(static_cast<std::uint32_t>(i)) {}
  constexpr bool valid() const { return index != kNone; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

using DeviceId = Id<struct DeviceTag>;        // in Network::devices
using InterfaceId = Id<struct InterfaceTag>;  // in Device::interfaces

// An interface of the network.
struct PortRef {
  DeviceId device;
  InterfaceId interface;

  constexpr bool valid() const { return device.valid() && interface.valid(); }
  friend constexpr auto operator<=>(const PortRef&, const PortRef&) = default;
};

}  // namespace holdfast

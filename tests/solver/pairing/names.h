#pragma once

// Short names for what tests of the pairing look up.

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/pairing.h"
#include "tests/support/network.h"

namespace holdfast::pairing {

inline DeviceId dev(const Pairing& net, std::string_view name) {
  const DeviceId id = find_device(net.network(), name);
  EXPECT_TRUE(id.valid()) << name;
  return id;
}

inline PortRef port(const Pairing& net, std::string_view device, std::string_view interface) {
  const PortRef ref = find_port(net.network(), device, interface);
  EXPECT_TRUE(ref.valid()) << device << ':' << interface;
  return ref;
}

// "PE1 primary 100": device, role and VC ID of an end.
inline std::string text(const Pairing& net, const PwEnd* end) {
  if (end == nullptr) return "none";
  const std::string vc_id = end->vc_id != nullptr ? ' ' + std::to_string(**end->vc_id) : "";
  return *net[end->device].name + ' ' + std::string(role_word(*end)) + vc_id;
}
inline std::string text(const Pairing& net, PwEndId id) {
  return text(net, id.valid() ? &net[id] : nullptr);
}

template <class Ids>
std::vector<std::string> texts(const Pairing& net, const Ids& ids) {
  std::vector<std::string> result;
  for (const PwEndId id : ids) result.push_back(text(net, id));
  return result;
}

inline std::string text(const Pairing& net, PortRef ref) {
  return ref.valid() ? port_name(net.network(), ref) : "none";
}

inline std::vector<std::string> names(const Pairing& net, const std::vector<DeviceId>& devices) {
  std::vector<std::string> result;
  for (const DeviceId device : devices) result.push_back(*net[device].name);
  return result;
}

}  // namespace holdfast::pairing

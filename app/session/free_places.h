#pragma once

// Ports and subnets that nobody uses.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/network.h"

namespace holdfast::session {

// The name that the device's next Ethernet port like this one would have: where boards differ, on the one
// with the fewest ports in use.
std::string free_port(const Device& device, const std::string& like);

// Addresses that any configuration names are in use, and so are the subnets of all interfaces.
class FreeSubnets {
 public:
  explicit FreeSubnets(const Network& network);

  // The first free one behind `near`, of its length; nothing: there is none.
  std::optional<IpPrefix> behind(const IpPrefix& near) const;

 private:
  bool is_free(std::uint32_t first, std::uint32_t last) const;

  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  std::vector<std::uint32_t> named_;  // ascending
  std::vector<Range> subnets_;
};

}  // namespace holdfast::session

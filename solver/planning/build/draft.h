#pragma once

// Devices while they are put together.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/device.h"
#include "solver/planning/existing.h"
#include "solver/planning/plan.h"

namespace holdfast::planning {

template <class T>
Fact<T> said(T value) {
  return configured(std::move(value), Span{});
}
inline Fact<std::string> said(const char* text) {
  return configured(std::string(text), Span{});
}

// A /30, /24, … on an interface.
Fact<InterfaceAddress> address(Ipv4 host, std::uint8_t length, bool secondary = false);
Fact<InterfaceAddress> address(const IpAddress& host, std::uint8_t length);

// The n-th address of a block.
inline Ipv4 nth(Ipv4 first, std::uint32_t n) {
  return Ipv4{first.bits + n};
}

class Draft {
 public:
  // Of a device that stands the draft holds what is added.
  Draft(const std::string& name, const Device* standing, std::vector<std::string> free_ports);

  Device& device() { return device_; }
  const Device* standing() const { return standing_; }
  // The interface as it stands; null: it does not.
  const Interface* standing(const std::string& name) const;
  // Made when it is not there. The reference holds until the next call.
  Interface& interface(const std::string& name);
  // Added, or standing.
  bool has_any(const std::string& name) const { return place_.contains(name) || standing(name) != nullptr; }

  // A physical port that nothing else uses, up, described. Ports go round the boards: what is apart by its
  // ways is apart by its boards, while there are enough of them.
  std::string new_port(const std::string& description);
  // The board of a virtual interface, as "3/0".
  std::string new_board();
  // The next one; of tunnels, loopbacks and Eth-Trunks behind those that stand.
  std::uint32_t new_number(const std::string& kind) { return ++numbers_[kind]; }
  // `START-1`, `START-2`, …: the first that no path, policy or session of the device has.
  std::string new_name(const std::string& start);
  bool is_taken(const std::string& name) const;

  // Interfaces in the order of their names.
  Device take();

 private:
  Device device_;
  const Device* standing_;
  std::vector<std::string> free_ports_;       // that stand, from the last to the first
  std::map<std::string, std::size_t> place_;  // of interfaces, by name
  std::map<std::string, std::uint32_t> numbers_;
  std::size_t ports_ = 0;
};

// Everything that the parts of the builder work on.
struct Site {
  const intent::Intent& intent;
  const Existing& existing;
  const Plan& plan;
  std::vector<Domain> domains;                             // as existing; of a network that is all new: one
  std::vector<std::size_t> domain_of;                      // by new device: the one that it joins
  std::vector<Draft> drafts;                               // by device
  std::vector<std::pair<std::string, std::string>> ports;  // by link: the names at its `a` and at its `b`
  std::vector<std::string> circuits;  // by service: one of its ACs, as "PE1:GigabitEthernet1/0/0.100"
  std::vector<Conflict> conflicts;

  Draft& at(std::size_t device) { return drafts[device]; }
  const std::string& name(std::size_t device) const { return intent.devices[device].name; }
  Ipv4 loopback(std::size_t device) const { return plan.loopbacks[device]; }
  const std::string& port(std::size_t link, std::size_t device) const {
    return plan.links[link].a == device ? ports[link].first : ports[link].second;
  }
  // Its address on the link.
  Ipv4 host(std::size_t link, std::size_t device) const {
    const bool at_a = plan.links[link].a == device;
    if (const auto& standing = plan.links[link].standing) {
      return at_a ? standing->a_address : standing->b_address;
    }
    return nth(plan.link_nets[link], at_a ? 1 : 2);
  }
  // The interface with the LSR ID.
  std::string loopback_name(std::size_t device) const;
};

}  // namespace holdfast::planning

#pragma once

// Devices while they are put together.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/device.h"
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
  explicit Draft(const std::string& name);

  Device& device() { return device_; }
  // Made when it is not there. The reference holds until the next call.
  Interface& interface(const std::string& name);
  bool has_interface(const std::string& name) const { return place_.contains(name); }

  // A physical port that nothing else uses, up, described. Ports go round the boards: what is apart by its
  // ways is apart by its boards, while there are enough of them.
  std::string new_port(const std::string& description);
  // The board of a virtual interface, as "3/0".
  std::string new_board();
  std::uint32_t new_number(const std::string& kind) { return ++numbers_[kind]; }

  // Interfaces in the order of their names.
  Device take();

 private:
  Device device_;
  std::map<std::string, std::size_t> place_;  // of interfaces, by name
  std::map<std::string, std::uint32_t> numbers_;
  std::size_t ports_ = 0;
};

// Everything that the parts of the builder work on.
struct Site {
  const intent::Intent& intent;
  const Plan& plan;
  std::vector<Draft> drafts;                               // by device
  std::vector<std::pair<std::string, std::string>> ports;  // by link: the names at its `a` and at its `b`
  std::vector<Conflict> conflicts;

  Draft& at(std::size_t device) { return drafts[device]; }
  const std::string& name(std::size_t device) const { return intent.devices[device].name; }
  Ipv4 loopback(std::size_t device) const { return plan.loopbacks[device]; }
  const std::string& port(std::size_t link, std::size_t device) const {
    return plan.links[link].a == device ? ports[link].first : ports[link].second;
  }
};

}  // namespace holdfast::planning

#pragma once

// A small network for tests of the replay: routers written as their configurations, failures by name.

#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/brute_force.h"
#include "solver/replay/run.h"
#include "tests/support/network.h"

namespace holdfast::replay {

// A core-facing port: "GigabitEthernet0/1/0", "10.0.12.1" (in a /30), and what else stands in its view.
struct CorePort {
  std::string name;
  std::string address;
  std::string lines = " ospf network-type p2p\n ospf enable 1 area 0\n mpls\n mpls ldp\n";
};

// A router with MPLS, LDP and OSPF in area 0 on its loopback and ports; `more` goes behind them, `before` in
// front.
inline std::string router(const std::string& name, const std::string& lsr_id,
                          const std::vector<CorePort>& ports, const std::string& more = {},
                          const std::string& before = {}) {
  std::string text = "sysname " + name + "\n#\nmpls lsr-id " + lsr_id +
                     "\nmpls\n#\nmpls l2vpn\n#\nmpls ldp\n#\n" + before + "ospf 1\n area 0.0.0.0\n#\n";
  text += "interface LoopBack0\n ip address " + lsr_id + " 255.255.255.255\n ospf enable 1 area 0\n#\n";
  for (const CorePort& port : ports) {
    text += "interface " + port.name + "\n ip address " + port.address + " 255.255.255.252\n" + port.lines +
            "#\n";
  }
  return text + more + "return\n";
}

class Lab {
 public:
  explicit Lab(std::initializer_list<std::string> configurations, std::vector<StatedLink> links = {})
      : Lab(linked(test::network_of(configurations), std::move(links))) {}
  explicit Lab(Network network)
      : network_(std::move(network)),
        pairing_(network_),
        universe_(pairing::failure_universe(pairing_)),
        wiring_(network_, universe_),
        replay_(network_, universe_) {}

  const Network& network() const { return network_; }
  const FailureUniverse& universe() const { return universe_; }
  const Replay& replay() const { return replay_; }

  FailureSet failed(const std::vector<std::string>& names) const {
    FailureSet result;
    for (const std::string& name : names) {
      const ElementId id = pairing::find_element(network_, universe_, name);
      EXPECT_TRUE(id.valid()) << name;
      if (id.valid()) result.push_back(id);
    }
    std::ranges::sort(result);
    return result;
  }

  DeviceId device(std::string_view name) const { return pairing::find_device(network_, name); }
  PortRef port(std::string_view device, std::string_view interface) const {
    const PortRef found = pairing::find_port(network_, device, interface);
    EXPECT_TRUE(found.valid()) << device << ':' << interface;
    return found;
  }

  // Asks the network under these failures.
  template <class Ask>
  auto under(const std::vector<std::string>& names, Ask ask) const {
    const Damage damage(network_, universe_, failed(names));
    return ask(*settled_runs(wiring_, damage).front());
  }
  Level reaches(std::string_view from, std::string_view address,
                const std::vector<std::string>& names = {}) const {
    return under(names,
                 [&](const Run& run) { return run.routing.reaches(device(from), *parse_ip(address)).level; });
  }
  Level lsp(std::string_view from, std::string_view to, const std::vector<std::string>& names = {}) const {
    return under(names, [&](const Run& run) { return run.lsps.ldp(device(from), device(to)).level; });
  }

  // All flows, in the order of services.
  std::vector<Flow> flows() const {
    std::vector<Flow> result;
    for (const pairing::Service& service : pairing_.services().all()) {
      std::ranges::copy(pairing::flows_of(pairing_, service), std::back_inserter(result));
    }
    return result;
  }
  // Of the only flow.
  Outcome outcome(const std::vector<std::string>& names = {}) const {
    const std::vector<Flow> all = flows();
    EXPECT_EQ(all.size(), 1U);
    return replay_.judge(all.front(), failed(names));
  }

 private:
  static Network linked(Network network, std::vector<StatedLink> links) {
    network.stated_links = std::move(links);
    return network;
  }

  Network network_;
  pairing::Pairing pairing_;
  FailureUniverse universe_;
  Wiring wiring_;
  Replay replay_;
};

inline std::ostream& operator<<(std::ostream& out, Level level) {
  return out << (level == Level::Up ? "up" : level == Level::Down ? "down" : "unknown");
}

}  // namespace holdfast::replay

namespace holdfast {
inline std::ostream& operator<<(std::ostream& out, Outcome outcome) {
  return out << to_string(outcome);
}
}  // namespace holdfast

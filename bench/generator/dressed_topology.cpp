#include "bench/generator/dressed_topology.h"

#include <fmt/format.h>

#include "bench/generator/text.h"

namespace holdfast::generator {
namespace {

std::string loopback(std::size_t node) {
  return fmt::format("10.0.{}.{}", node / 250, node % 250 + 1);
}

// Of the link's /30: the lower end is the first address.
std::string link_address(std::size_t link, bool upper) {
  const std::size_t host = link * 4 + (upper ? 2 : 1);
  return fmt::format("10.{}.{}.{}", 64 + host / 65536, host / 256 % 256, host % 256);
}

struct Port {
  std::size_t link = 0;
  bool upper = false;
};

struct Leg {
  std::size_t service = 0;
  std::size_t peer = 0;
  bool secondary = false;
};

void write_leg(Text& text, const Leg& leg) {
  text.line(" mpls l2vc {} {}{}", loopback(leg.peer), leg.service * 2 + (leg.secondary ? 2 : 1),
            leg.secondary ? " secondary" : "");
}

}  // namespace

std::vector<DressedDevice> dress(const Topology& topology) {
  const std::size_t n = topology.nodes;
  std::vector<std::vector<Port>> ports(n);
  for (std::size_t i = 0; i < topology.links.size(); ++i) {
    ports[topology.links[i].first].push_back({i, false});
    ports[topology.links[i].second].push_back({i, true});
  }
  const auto far = [n](std::size_t node, bool secondary) {
    return (node + (secondary ? 2 * n / 3 : n / 3)) % n;
  };
  std::vector<std::vector<std::size_t>> peers(n);
  std::vector<std::vector<Leg>> ends(n);  // of other nodes' services
  for (std::size_t i = 0; i < n; ++i) {
    for (const bool secondary : {false, true}) {
      const std::size_t to = far(i, secondary);
      peers[i].push_back(to);
      peers[to].push_back(i);
      ends[to].push_back({i, i, secondary});
    }
  }
  std::vector<DressedDevice> result;
  for (std::size_t i = 0; i < n; ++i) {
    Text text;
    text.line("sysname N{}", i);
    text.line("#\nmpls lsr-id {}\n#\nmpls\n#\nmpls l2vpn\n#\nmpls ldp\n#", loopback(i));
    for (const std::size_t peer : peers[i]) {
      text.line("mpls ldp remote-peer N{}\n remote-ip {}\n#", peer, loopback(peer));
    }
    std::size_t slot = 1;
    for (const Port& port : ports[i]) {
      text.line("interface GigabitEthernet{}/0/0\n undo shutdown\n ip address {} 255.255.255.252", slot++,
                link_address(port.link, port.upper));
      text.line(" ospf network-type p2p\n mpls\n mpls ldp\n#");
    }
    text.line("interface GigabitEthernet{}/0/0\n undo shutdown\n#", slot);
    text.line("interface GigabitEthernet{}/0/0.1\n vlan-type dot1q 1", slot);
    write_leg(text, {i, far(i, false), false});
    write_leg(text, {i, far(i, true), true});
    text.line(" mpls l2vpn redundancy master\n#");
    for (std::size_t e = 0; e < ends[i].size(); ++e) {
      // The far end has one PW: its own is a primary, whatever it is at the other side.
      const Leg& leg = ends[i][e];
      text.line("interface GigabitEthernet{}/0/0.{}\n vlan-type dot1q {}", slot, e + 2, e + 2);
      text.line(" mpls l2vc {} {}\n#", loopback(leg.peer), leg.service * 2 + (leg.secondary ? 2 : 1));
    }
    text.line("interface LoopBack0\n ip address {} 255.255.255.255\n#", loopback(i));
    text.line("ospf 1\n area 0.0.0.0\n  network 10.0.0.0 0.255.255.255\n#\nreturn");
    result.push_back({fmt::format("N{}", i), text.str()});
  }
  return result;
}

}  // namespace holdfast::generator

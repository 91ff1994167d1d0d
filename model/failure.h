#pragma once

// What can fail in a network, and what is asked of it under failures (docs/failures.md). Values only: the
// failure engine and the replay answer the same questions and share nothing else.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/address.h"
#include "model/ids.h"

namespace holdfast {

enum class ElementKind : std::uint8_t { Node, Board, Link, Port, Group };

using ElementId = Id<struct ElementTag>;  // position in FailureUniverse::elements

// One thing that fails as a whole. `name` is public interface: "node:PE1", "board:PE1:0/1",
// "link:PE1:GigabitEthernet0/1/0--PE2:GigabitEthernet0/1/0", "port:PE1:GigabitEthernet0/1/0", "group:duct-7".
struct Element {
  ElementKind kind = ElementKind::Node;
  std::string name;
  DeviceId device;                 // Node, Board, Port
  std::string slot;                // Board: "0/1", or "0" for a slot of several cards
  PortRef a;                       // Link, Port; main interfaces
  PortRef b;                       // Link
  std::vector<ElementId> members;  // Group; never groups themselves
};

// Two main interfaces (ports or Eth-Trunks) that a link joins. `element` is invalid for a bundle whose member
// links are all known: these are in the list themselves.
struct PhysicalLink {
  PortRef a;
  PortRef b;
  bool bundle = false;  // joins two Eth-Trunks
  ElementId element;
};

struct FailureUniverse {
  std::vector<Element> elements;    // by kind and name
  std::vector<PhysicalLink> links;  // a port stands in at most one
};

// Elements that have failed: ascending, each once.
using FailureSet = std::vector<ElementId>;

// The attachment circuits of one customer, or of one VPN.
struct Site {
  std::vector<PortRef> acs;  // ascending
  bool arbitrated = false;   // an E-Trunk or an mVRRP group decides which of several ACs serves
  bool vpn = false;          // L2VE interfaces that hand over to one VPN instance
};

// What is to arrive: frames between two sites of one service, both ways.
struct Flow {
  Site a;
  Site b;                   // no ACs: the far end is not in the snapshot
  IpPrefix prefix;          // when b is a VPN: what its routes must reach
  bool has_prefix = false;  // false for a VPN without known routes: being handed over is enough
  std::string unseen;       // of a flow without far end: what would have to be seen
};

enum class Outcome : std::uint8_t {
  Delivered,
  LostUnavoidable,
  Unknown,
  LostAvoidable,
  Flapping,
  DualActive,
};

std::string_view to_string(Outcome outcome);  // "delivered", "lost-avoidable", …

// Every set of failures that changes an outcome for the worse.
constexpr bool is_bad(Outcome outcome) {
  return outcome != Outcome::Delivered;
}

}  // namespace holdfast

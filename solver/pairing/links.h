#pragma once

// Physical links (semantics §2), in order of trust: stated in holdfast.yaml, seen by LLDP, two routed
// interfaces alone in one subnet, the last free members of two bundles. What could be joined in several ways
// is listed as an ambiguity and never guessed.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "solver/pairing/etrunk_pairs.h"
#include "solver/pairing/link.h"
#include "solver/pairing/link_drafts.h"

namespace holdfast::pairing {

class Links {
 public:
  Links(const Network& net, const Inventory& inventory, const EtrunkPairs& etrunks);

  std::span<const Link> all() const { return links_; }  // by their ends
  const Link& operator[](LinkId id) const { return links_[id.index]; }
  std::span<const LinkAmbiguity> ambiguities() const { return ambiguities_; }

  // The link at a port (for a sub-interface: at its parent); null if none is known. A port has at most one.
  const Link* at(PortRef port) const;
  // Where the port leads to; invalid if unknown.
  PortRef far_end(PortRef port) const;
  std::span<const LinkId> of_device(DeviceId device) const { return by_device_.find(device); }
  std::vector<LinkId> between(DeviceId a, DeviceId b) const;

  // "link:PE1:GigabitEthernet0/1/0--PE2:GigabitEthernet0/1/1" (interface: element names)
  std::string name(LinkId id) const;
  // The link of that name, or null. Ends in either order, abbreviated interface names not resolved.
  const Link* find(std::string_view name) const;

  // Physical ports of an Eth-Trunk, in the order of the configuration.
  std::span<const PortRef> trunk_members(PortRef eth_trunk) const { return bundles_.members.find(eth_trunk); }
  // The Eth-Trunk that a port is a member of; invalid if none.
  PortRef trunk_of(PortRef port) const;

 private:
  void settle(std::vector<LinkDraft> drafts);
  void complete_bundles();

  const Network* net_;
  std::vector<Link> links_;
  std::vector<LinkAmbiguity> ambiguities_;
  FlatIndex<PortRef, LinkId> by_port_;
  FlatIndex<DeviceId, LinkId> by_device_;
  Bundles bundles_;
};

}  // namespace holdfast::pairing

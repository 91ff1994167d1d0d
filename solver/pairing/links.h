#pragma once

// Physical links (semantics §2), in order of trust: stated in holdfast.yaml, seen by LLDP, two routed
// interfaces alone in one subnet, the last free members of two bundles. What could be joined in several ways
// is listed as an ambiguity and never guessed.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "solver/pairing/etrunk_pairs.h"

namespace holdfast::pairing {

using LinkId = Id<struct LinkTag>;  // position in Links::all()

struct LinkEvidence {
  DeviceId device;  // invalid for a line of holdfast.yaml
  Span where;
};

struct Link {
  LinkId id;
  PortRef a;  // in the lexical order of "DEV:IF"
  PortRef b;
  LinkSource source = LinkSource::Yaml;
  std::vector<LinkEvidence> evidence;
  // Both ends are Eth-Trunks: a bundle, known by its subnet. `members` are the links known inside it; when
  // `complete`, they are all of it, and the bundle is no element of its own.
  bool bundle = false;
  bool complete = false;
  std::vector<LinkId> members;
  LinkId bundle_of;  // of a member link: the bundle it is part of, when that is a link itself

  PortRef other(PortRef end) const { return end == a ? b : a; }
};

struct LinkAmbiguity {
  enum class Kind : std::uint8_t {
    SharedSubnet,     // three or more interfaces in one subnet
    SeveralPartners,  // subnets join one port to several others
    Contradicted,     // a more trusted link uses one of the ports
    MayCrossL2vpn,    // two customer-side interfaces in one subnet, which an L2VPN may join
    BundleMembers,    // members of two bundles that can be joined in several ways
    UnknownPort,      // a stated link names a device or an interface that is not in the snapshot
  } kind = Kind::SharedSubnet;
  std::vector<PortRef> ports;
  IpPrefix subnet;    // for the kinds that come from a subnet
  StatedLink stated;  // for UnknownPort
};

class Links {
 public:
  Links(const Network& net, const EtrunkPairs& etrunks);

  std::span<const Link> all() const { return links_; }  // by name
  const Link& operator[](LinkId id) const { return links_[id.index]; }
  std::span<const LinkAmbiguity> ambiguities() const { return ambiguities_; }

  // The link at a port (for a sub-interface: at its parent); null if none is known. A port has at most one.
  const Link* at(PortRef port) const;
  // Where the port leads to; invalid if unknown.
  PortRef far_end(PortRef port) const;
  std::span<const LinkId> of_device(DeviceId device) const;
  std::vector<LinkId> between(DeviceId a, DeviceId b) const;

  // "link:PE1:GigabitEthernet0/1/0--PE2:GigabitEthernet0/1/1" (interface: element names)
  std::string name(LinkId id) const;
  // The link of that name, or null. Ends in either order, abbreviated interface names not resolved.
  const Link* find(std::string_view name) const;

  // Physical ports of an Eth-Trunk, in the order of the configuration.
  std::span<const InterfaceId> trunk_members(PortRef eth_trunk) const;
  // The Eth-Trunk that a port is a member of; invalid if none.
  PortRef trunk_of(PortRef port) const;

 private:
  const Network* net_;
  std::vector<Link> links_;
  std::vector<LinkAmbiguity> ambiguities_;
  FlatIndex<PortRef, LinkId> by_port_;
  FlatIndex<DeviceId, LinkId> by_device_;
  FlatIndex<PortRef, InterfaceId> trunk_members_;
  FlatIndex<PortRef, PortRef> trunk_of_;
};

}  // namespace holdfast::pairing

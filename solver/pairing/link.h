#pragma once

// A physical link, and what could not be decided about links.

#include <cstdint>
#include <vector>

#include "solver/pairing/refs.h"

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
    SharedSubnet,     // three or more interfaces in one subnet, or two whose VRRP serves others there
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

}  // namespace holdfast::pairing

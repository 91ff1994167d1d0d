#pragma once

// The network as it is drawn: devices and everything that joins two of them, layer by layer, as plain values.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/failure.h"

namespace holdfast::pairing {
class Pairing;
}

namespace holdfast::session {

struct MapNode {
  DeviceId device;
  std::string name;
  std::string role;  // CE, UPE, PE, SPE, NPE, P
  std::string site;  // see site_names()
  ElementId element;
};

// A physical link, or a bundle. `element` is invalid for a bundle whose member links are all known.
struct MapLink {
  std::string name;  // link:DEV:IF--DEV:IF
  PortRef a;
  PortRef b;
  std::string source;  // yaml, lldp, subnet, lacp
  bool bundle = false;
  ElementId element;
};

// A neighbourhood of an IGP. One for each process pair; ends in the order of devices.
struct MapAdjacency {
  PortRef a;
  PortRef b;
  std::string area;  // "OSPF 1 area 0", "IS-IS 1 level 2"
  std::uint32_t cost_ab = 0;
  std::uint32_t cost_ba = 0;
  bool ldp = false;  // both interfaces run LDP
};

struct MapEtrunk {
  DeviceId a;
  DeviceId b;
  std::uint32_t id = 0;  // of a's
  bool mirrored = false;
};

// One PW (both ends, when both are there). `role` is what the choosing end calls it.
struct MapPw {
  DeviceId a;
  DeviceId b;
  std::string role;  // primary, secondary, bypass, VSI peer, …
  std::string vc_id;
  bool paired = false;
  std::size_t service = kNoService;  // position in the list of services
  static constexpr std::size_t kNoService = static_cast<std::size_t>(-1);
};

struct NetworkMap {
  std::vector<MapNode> nodes;  // by DeviceId
  std::vector<MapLink> links;
  std::vector<MapAdjacency> adjacencies;
  std::vector<MapEtrunk> etrunks;
  std::vector<MapPw> pws;
  std::vector<std::string> ambiguities;  // links that could not be told, one sentence each
};

NetworkMap network_map(const pairing::Pairing& net, const FailureUniverse& universe);

// Where each device belongs: the folder of its file below the common one; else the failure group of
// holdfast.yaml that holds it; else its role.
std::vector<std::string> site_names(const pairing::Pairing& net);

}  // namespace holdfast::session

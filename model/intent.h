#pragma once

// What a planned network is to do: devices, links, services and targets, before anything is configured. Read
// from an intent file; every part knows its line, so that what cannot be met can name the lines that
// conflict.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"
#include "model/span.h"

namespace holdfast::intent {

// Pe stands for every edge without a part in hierarchical VPLS or a hand-over: `pe`, `npe`, `csg`.
enum class Role : std::uint8_t { P, Pe, Upe, Spe, Agg, Rsg, Ce };
enum class Igp : std::uint8_t { Isis, Ospf };
// Auto: LDP, and explicit paths where the shortest ones are not apart or are full.
enum class Transport : std::uint8_t { Auto, Ldp, Te };

struct Device {
  std::string name;
  Role role = Role::P;
  std::string site;                   // may be empty
  MaybeFact<Ipv4> loopback;           // else from the pool
  bool existing = false;              // it is part of the network that grows
  std::optional<std::size_t> beside;  // of a new one: the existing device whose IGP area or level it joins
  Span where;                         // not known: an existing device that the intent says nothing about
};

// A link that stands already: its ports, and its addresses where it carries routes.
struct StandingLink {
  std::string a_port;
  std::string b_port;
  Ipv4 a_address;
  Ipv4 b_address;
  bool ldp = false;  // on both ports
};

// Devices are positions in Intent::devices.
struct Link {
  std::size_t a = 0;
  std::size_t b = 0;
  std::uint32_t cost = 10;          // of the IGP
  bool cost_said = false;           // else it may be chosen
  std::size_t domain = 0;           // which IGP area or level it is in, of a link that carries PWs
  std::uint64_t capacity = 0;       // bit/s; 0: not limited
  std::vector<std::size_t> groups;  // positions in Intent::groups
  std::uint64_t price = 0;          // of a candidate, in the file's own unit
  std::optional<StandingLink> standing;
  Span where;
};

// How a customer's site hangs on the network.
enum class Homing : std::uint8_t {
  Single,  // one PE
  Etrunk,  // two PEs, an E-Trunk decides
  Mvrrp,   // two PEs, an mVRRP group decides
  Routed,  // two PEs, the customer's router decides by routes and BFD
};

// Where traffic enters: a CE of the intent, a PE, or a site, whose PEs serve it.
struct End {
  std::optional<std::size_t> device;  // in Intent::devices
  std::string site;                   // where no device is named
  Homing homing = Homing::Single;
  Span where;
};

enum class ServiceKind : std::uint8_t { Vpws, Vpls, Handover };

// What no single failure may end, the ends of the service aside.
struct Targets {
  bool node = true;
  bool link = true;
  bool group = true;
  Span where;  // not known: nothing was said, and these hold

  bool any() const { return node || link || group; }
};

// Where a PW enters an L3VPN: the route that its PEs track, and what the customer's side has for addresses.
struct Handover {
  std::string instance;
  IpPrefix prefix;   // originated by the devices of role rsg
  IpPrefix gateway;  // of the L3VE interfaces
};

struct Service {
  std::string name;
  ServiceKind kind = ServiceKind::Vpws;
  std::vector<End> ends;
  std::uint64_t bandwidth = 0;  // bit/s
  std::optional<std::uint32_t> vlan;
  Targets targets;
  std::optional<Handover> handover;
  Span where;
};

// First and last, both included.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Span where;  // not known: a default
};

struct AddressPool {
  IpPrefix range;
  Span where;
};

struct Pools {
  AddressPool loopbacks;
  AddressPool links;      // /30 of each link
  AddressPool customers;  // of CE interfaces and mVRRP heartbeats
  Range vc_ids;           // VSI IDs as well
  Range vlans;
  Range discriminators;
  Range etrunks;
};

// What new devices take over from the network that grows.
struct Given {
  std::optional<Igp> igp;
  std::optional<std::uint32_t> as_number;
};

struct Intent {
  std::string network;  // its name
  Given given;
  Igp igp = Igp::Isis;
  Transport transport = Transport::Auto;
  std::uint32_t as_number = 64512;
  std::string etrunk_key;           // empty: no E-Trunk may be planned
  MaybeFact<std::uint64_t> budget;  // for candidates, in the unit of their prices
  std::vector<std::string> groups;  // names
  std::vector<Device> devices;
  std::vector<Link> links;
  std::vector<Link> candidates;
  std::vector<Service> services;
  Pools pools;
};

}  // namespace holdfast::intent

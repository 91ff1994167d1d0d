#pragma once

// The network that the generator writes: an IP radio access network as plain values, before any VRP word.
//
// A metro is two P routers, two NPEs and its regions; a region is two AGGs and rings of up to eight CSGs
// between them. The P routers of all metros form two rings. Inside a region OSPF runs, in the core IS-IS; the
// AGGs run both, and every PW ends inside one of the two. The same options give the same plan.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace holdfast::generator {

struct Options {
  std::size_t devices = 2400;   // at least 7: one metro with one region and one CSG
  std::size_t services = 9600;  // dealt to the CSGs in turn, at most 1000 for each
  std::size_t lines = 1250;     // at least this many in each file
  std::uint64_t seed = 1;
};

enum class Role : std::uint8_t { P, Npe, Agg, Csg };

struct Device {
  Role role = Role::P;
  std::string name;
  std::string loopback;     // dotted; also LSR ID and router ID
  std::string net;          // IS-IS network entity
  bool second = false;      // the second of its pair
  std::size_t partner = 0;  // index of the other of its pair; of a CSG: itself
  std::size_t pair = 0;     // index of its pair among all pairs, from 0; of a CSG: that of its AGGs
};

// A bundle of two ports, or one port.
enum class LinkKind : std::uint8_t { Trunk, Port };

struct Link {
  std::size_t a = 0;
  std::size_t b = 0;
  LinkKind kind = LinkKind::Port;
  bool core = false;    // runs IS-IS
  bool region = false;  // runs OSPF
};

// What arbitrates at the AGGs, or that the service is a VSI.
enum class ServiceKind : std::uint8_t { Etrunk, Mvrrp, Vpls };

struct Service {
  ServiceKind kind = ServiceKind::Etrunk;
  std::size_t number = 0;  // from 1; VC IDs and VSI IDs derive from it
  std::size_t csg = 0;
  std::size_t agg[2] = {};
  std::size_t npe[2] = {};     // of a VSI
  std::size_t csg_vlan = 0;    // on the CSG's access port
  std::size_t far_access = 0;  // which access port or Eth-Trunk of the far pair, from 0
  std::size_t far_vlan = 0;
};

struct Plan {
  Options options;
  std::vector<Device> devices;
  std::vector<Link> links;
  std::vector<Service> services;
  std::vector<std::vector<std::size_t>> links_of;      // by device: indices of links
  std::vector<std::vector<std::size_t>> services_of;   // by device: indices of services
  std::vector<std::vector<std::size_t>> ldp_peers_of;  // by device: targeted LDP peers, ascending
};

// The options must be in range: see `out_of_range`.
Plan make_plan(const Options& options);

// Why these options cannot be planned; empty when they can.
std::string out_of_range(const Options& options);

}  // namespace holdfast::generator

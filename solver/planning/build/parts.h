#pragma once

// The parts of a network, each put into the devices that say it.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "solver/planning/build/draft.h"
#include "solver/planning/identifiers.h"

namespace holdfast::planning {

// Loopbacks, links with their subnets, IGP, MPLS and LDP.
void build_transport(Site& site);

// Tunnels and the policies that bind PWs to them.
class Tunnels {
 public:
  explicit Tunnels(Site& site) : site_(site) {}

  struct Way {
    std::size_t to = 0;
    graph::Route route;
    std::optional<graph::Route> standby;
  };
  // The policy on `from` that leads each of these ways, made when there is none yet.
  std::string policy(std::size_t from, const std::vector<Way>& ways);

 private:
  std::string tunnel(std::size_t from, const Way& way);
  std::string path(std::size_t from, std::size_t to, const graph::Route& route);

  Site& site_;
  std::map<std::tuple<std::size_t, std::size_t, std::vector<std::uint32_t>>, std::string> tunnels_;
  std::map<std::pair<std::size_t, std::vector<std::string>>, std::string> policies_;
  std::map<std::tuple<std::size_t, std::size_t, std::vector<std::uint32_t>>, std::string> paths_;
};

// The policy at the end where the PWs lead to, by their explicit paths; nothing when they have none.
std::optional<std::string> policy_at_far_end(Tunnels& tunnels, const std::vector<PlannedPw>& pws);
// The same at the end where several PWs start.
std::optional<std::string> policy_at_near_end(Tunnels& tunnels, const std::vector<PlannedPw>& pws);

// Ports towards customers.
class Access {
 public:
  explicit Access(Site& site);

  // The sub-interface of that VLAN on the port or the Eth-Trunk that leads to the end of the service, on each
  // of its PEs. Customer's devices that the intent has get their side.
  std::vector<std::string> circuits(const PlannedService& service, const PlannedEnd& end);
  // What an mVRRP circuit on that PE follows; nothing for other ends.
  struct Group {
    std::string interface;
    std::uint32_t vrid = 0;
  };
  std::optional<Group> mvrrp_group(const PlannedEnd& end, std::size_t pe) const;

 private:
  using Key = std::tuple<intent::Homing, std::size_t, std::size_t, std::size_t>;  // homing, PEs, customer
  struct Dual {
    std::string pe_port[2];  // port or Eth-Trunk
    std::string ce_port[2];
    Group group[2];
  };

  std::string single_port(const PlannedEnd& end);
  std::string port(std::size_t link, std::size_t device) const;
  const Dual& dual(const PlannedService& service, const PlannedEnd& end);
  bool hangs_already(const PlannedService& service, const PlannedEnd& end, Dual& made);
  void conflict(const PlannedService& service, const std::string& what);
  void check_vlan(const PlannedService& service, std::size_t device, const std::string& port);
  void make_etrunk_access(const PlannedEnd& end, Dual& made);
  void make_mvrrp_access(const PlannedEnd& end, Dual& made);
  std::uint32_t etrunk(std::size_t master, std::size_t backup);
  std::optional<std::uint32_t> standing_etrunk(std::size_t master, std::size_t backup) const;
  std::string etrunk_session(std::size_t pe, std::size_t peer);
  Key key_of(const PlannedEnd& end) const;
  std::uint32_t heartbeat_vlan();
  Ipv4 heartbeat_block();

  void customer_circuit(const PlannedService& service, const PlannedEnd& end);

  Site& site_;
  NumberPool discriminators_;
  std::map<std::size_t, std::string> shared_ports_;  // of PEs whose customers are unseen
  std::map<Key, Dual> duals_;
  std::map<std::pair<std::size_t, std::size_t>, std::uint32_t> etrunks_;  // by master and backup
  std::map<std::pair<std::size_t, std::size_t>, std::string> sessions_;   // by PE and peer
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> pairs_;    // for LACP system IDs
  std::uint64_t last_system_ = 0;
  std::set<std::uint32_t> vlans_;
  std::uint32_t heartbeats_ = 0;
  std::uint32_t blocks_ = 0;
};

// The BFD session between the LSR IDs of the two that stands, by its name on either.
std::optional<std::pair<std::string, std::string>> standing_session(const Site& site, std::size_t a,
                                                                    std::size_t b);

// Targeted LDP sessions between the ends of a PW.
void join_by_ldp(Site& site, std::size_t a, std::size_t b);

Pw make_pw(Ipv4 peer, std::uint32_t vc_id, PwRole role, const std::optional<std::string>& policy);

void build_vpws(Site& site, Tunnels& tunnels, Access& access, const PlannedService& service);
void build_vpls(Site& site, Tunnels& tunnels, Access& access, const PlannedService& service);
void build_routed_customers(Site& site, const PlannedService& service);

// All hand-overs together: they share VE groups and BGP sessions.
void build_handovers(Site& site, Tunnels& tunnels, Access& access);

}  // namespace holdfast::planning

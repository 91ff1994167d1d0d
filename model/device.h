#pragma once

// One device: everything its configuration says, in vendor-neutral words.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/bgp.h"
#include "model/etrunk.h"
#include "model/fact.h"
#include "model/interface.h"
#include "model/mpls.h"
#include "model/names.h"
#include "model/pseudowire.h"
#include "model/reading.h"
#include "model/routing.h"
#include "model/vsi.h"

namespace holdfast {

struct BridgeDomain {
  std::uint32_t id = 0;
  Span where;
  MaybeFact<std::string> vsi;  // bound through `l2 binding vsi` in the bridge domain
};

// Finds interfaces by name. It has to be built anew after interfaces were added or renamed.
class InterfaceIndex {
 public:
  void build(const std::vector<Interface>& interfaces);
  InterfaceId find(const std::vector<Interface>& interfaces, std::string_view canonical) const;

 private:
  std::vector<std::uint32_t> by_name_;  // interface indices sorted by name
};

struct Device {
  Fact<std::string> name;  // sysname, else the file's name (inferred)
  std::string vendor;
  std::string profile;  // release profile that gave defaults and ranges
  FileId file = FileId::None;
  std::uint32_t first_line = 0;  // of its section in the file
  std::uint32_t last_line = 0;

  std::vector<Interface> interfaces;  // in the order of their first lines
  Mpls mpls;
  Fact<bool> bfd;  // `bfd` in the system view
  MaybeFact<Mac> lacp_etrunk_system_id;
  Fact<std::uint32_t> lacp_etrunk_priority;
  MaybeFact<std::uint32_t> lacp_priority;
  MaybeFact<std::uint32_t> etrunk_udp_port;   // `e-trunk port`
  MaybeFact<std::uint32_t> etrunk_udp6_port;  // `e-trunk ipv6 port`
  std::vector<Fact<VlanRange>> vlans;
  MaybeFact<Ipv4> router_id;

  std::vector<PwTemplate> pw_templates;
  std::vector<SwitchedPw> switched_pws;
  std::vector<LocalConnection> local_connections;
  std::vector<Vsi> vsis;
  std::vector<BridgeDomain> bridge_domains;
  std::vector<Etrunk> etrunks;
  std::vector<BfdSession> bfd_sessions;
  std::vector<ExplicitPath> explicit_paths;
  std::vector<TunnelPolicy> tunnel_policies;
  std::vector<OspfProcess> ospf;
  std::vector<IsisProcess> isis;
  std::vector<StaticRoute> static_routes;
  MaybeFact<std::uint32_t> static_preference;  // of IPv4 static routes that name none
  MaybeFact<std::uint32_t> static_preference_v6;
  std::vector<VpnInstance> vpn_instances;
  Box<Bgp> bgp;

  std::vector<NameUse> names;
  std::vector<Span> unread;  // lines of the system view that were not understood
  Reading reading;
  InterfaceIndex interface_index;

  // The interface of this canonical name, or an invalid id.
  InterfaceId find_interface(std::string_view canonical) const {
    return interface_index.find(interfaces, canonical);
  }
  const Interface& operator[](InterfaceId id) const { return interfaces[id.index]; }
  void index_interfaces() { interface_index.build(interfaces); }
};

}  // namespace holdfast

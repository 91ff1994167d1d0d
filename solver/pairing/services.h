#pragma once

// The services of a network: everything that paired PWs, bypasses, switching, VSIs, local connections and
// dual homing tie together is one service, once.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/dual_homing.h"
#include "solver/pairing/ve_groups.h"
#include "solver/pairing/vsi_acs.h"

namespace holdfast::pairing {

using ServiceId = Id<struct ServiceTag>;  // position in Services::all()

enum class ServiceKind : std::uint8_t { Vpws, MsPw, Vpls, HVpls, L2vpnIntoL3vpn, Ccc };

// How the service chooses between PWs. Of several selectors the first one's.
enum class ServiceRedundancy : std::uint8_t { None, Frr, Master, Independent, ProtectGroup };

struct Service {
  ServiceId id;
  // Stable and readable, unique in the network: vpws:NAME or vpws:DEV:IF (the AC that chooses, else the first
  // in lexical order), vpls:VSI:ID, ccc:DEV:IF. A name that several services have gets @DEV:IF or @DEV added.
  std::string name;
  ServiceKind kind = ServiceKind::Vpws;
  ServiceRedundancy redundancy = ServiceRedundancy::None;
  ArbiterKind arbiter = ArbiterKind::None;
  std::vector<PortRef> endpoints;  // ACs, in lexical order of "DEV:IF"
  std::vector<PwEndId> ends;       // ascending
  std::vector<VsiRef> vsis;
  std::vector<SwitchedRef> switched;
  std::vector<PwEndId> unseen;    // ends whose peer is not in the snapshot
  std::vector<PwEndId> unpaired;  // ends whose peer is seen and has nothing back

  bool whole() const { return unseen.empty() && unpaired.empty(); }
};

// What services are found from.
struct ServiceParts {
  const Network& net;
  const PwEnds& ends;
  const AcGroups& groups;
  const VsiAcs& vsi_acs;
  const VeGroups& ve;
  const DualHoming& homing;
};

class Services {
 public:
  explicit Services(const ServiceParts& parts);

  std::span<const Service> all() const { return services_; }  // by name
  const Service& operator[](ServiceId id) const { return services_[id.index]; }

  // Null where a thing belongs to no service (admin PWs and admin VSIs do not).
  const Service* of(PortRef ac) const { return at(by_port_.find(ac)); }
  const Service* of(VsiRef vsi) const { return at(by_vsi_.find(vsi)); }
  const Service* of(SwitchedRef switched) const { return at(by_switched_.find(switched)); }
  const Service* of(PwEndId end) const;
  const Service* find(std::string_view name) const;

 private:
  const Service* at(std::span<const ServiceId> found) const;

  std::vector<Service> services_;
  FlatIndex<PortRef, ServiceId> by_port_;
  FlatIndex<VsiRef, ServiceId> by_vsi_;
  FlatIndex<SwitchedRef, ServiceId> by_switched_;
  std::vector<ServiceId> by_end_;
};

std::string_view to_string(ServiceKind kind);  // "vpws", "ms-pw", "vpls", "h-vpls", "l2vpn-l3vpn", "ccc"
std::string_view to_string(
    ServiceRedundancy redundancy);                // "frr", "master", "independent", "protect-group", "none"
std::string_view to_string(ArbiterKind arbiter);  // "etrunk", "mvrrp", "none"

}  // namespace holdfast::pairing

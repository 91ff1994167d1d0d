#pragma once

// What decides which of two PEs serves an AC, and which AC of the other PE is its twin (semantics §3.6–3.8).

#include <cstdint>
#include <vector>

#include "solver/pairing/ac_groups.h"
#include "solver/pairing/etrunk_pairs.h"
#include "solver/pairing/links.h"
#include "solver/pairing/vlans.h"
#include "solver/pairing/vrrp_pairs.h"
#include "solver/pairing/vsi_acs.h"

namespace holdfast::pairing {

enum class ArbiterKind : std::uint8_t { None, Etrunk, Mvrrp };

// An AC may have both (a defect that a rule reports); E-Trunk then comes first in kind().
struct Arbiter {
  EtrunkRef etrunk;  // through the parent Eth-Trunk
  // Of the first PW of the AC, or the first peer of its VSI, that has one.
  const AdminVrrpBinding* binding = nullptr;
  PwEndId bound_pw;
  // What the binding names; without a binding, of a VSI's AC the mVRRP on its physical port. Invalid: not
  // there.
  VrrpRef vrrp;

  bool etrunk_covers() const { return etrunk.valid(); }
  bool vrrp_covers() const { return binding != nullptr || vrrp.valid(); }
  ArbiterKind kind() const {
    if (etrunk_covers()) return ArbiterKind::Etrunk;
    return vrrp_covers() ? ArbiterKind::Mvrrp : ArbiterKind::None;
  }
};

enum class TwinSource : std::uint8_t { Etrunk, Vrrp, FarPair, Bypass };

// The AC of the other PE of a dual-homed pair.
struct Twin {
  PortRef port;  // an AC; invalid when only a VSI is known
  VsiRef vsi;    // where the twin is a VSI
  DeviceId device;
  TwinSource source = TwinSource::Etrunk;
};

// A CE's Eth-Trunk seen from a member Eth-Trunk of a PE.
struct CeBundle {
  PortRef trunk;               // on the CE
  std::vector<LinkId> legs_a;  // links to the member on a's device
  std::vector<LinkId> legs_b;
};

class DualHoming {
 public:
  DualHoming(const Network& net, const Inventory& inventory, const PwEnds& ends, const AcGroups& groups,
             const VsiAcs& vsi_acs, const EtrunkPairs& etrunks, const VrrpPairs& vrrp, const Links& links);

  // For any AC: of a PW, of a VSI, of a CCC connection.
  Arbiter arbiter(PortRef ac) const;

  // By E-Trunk pair, by mVRRP pair, by a bypass PW, as the other far end of a primary/secondary group: the
  // first that gives exactly one. Invalid device: none known.
  Twin twin(PortRef ac) const;

  // The same by E-Trunk or mVRRP only; invalid: none known.
  PortRef arbiter_twin(PortRef ac) const;

  // CE-side Eth-Trunks that links of these members lead to; usually one or, for want of links, none.
  std::vector<CeBundle> ce_bundles(const EtrunkPair& pair, const EtrunkMembers& members) const;

 private:
  Twin at(PwEndId end, TwinSource source) const;
  PortRef twin_by_vrrp(PortRef ac) const;
  Twin twin_by_bypass(PortRef ac) const;
  Twin twin_by_choosers(PortRef ac) const;

  const Network* net_;
  const PwEnds* ends_;
  const AcGroups* groups_;
  const VsiAcs* vsi_acs_;
  const EtrunkPairs* etrunks_;
  const VrrpPairs* vrrp_;
  const Links* links_;
  FlatIndex<std::pair<VrrpRef, VlanKey>, PortRef> bound_acs_;  // ACs whose PWs are bound to an mVRRP
  FlatIndex<PortRef, VrrpRef> admin_vrrp_ports_;               // mVRRP groups, by their physical port
};

}  // namespace holdfast::pairing

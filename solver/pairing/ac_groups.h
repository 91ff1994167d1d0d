#pragma once

// The PWs of one attachment circuit by their roles (semantics §3.6), and where they lead.

#include <span>
#include <vector>

#include "solver/pairing/pw_ends.h"

namespace holdfast::pairing {

// One interface with PWs or with a local (CCC) connection. Of several PWs in one role the first counts here;
// all are in `ends`.
struct AcGroup {
  PortRef ac;
  std::span<const PwEnd> ends;  // lives as long as the PwEnds
  PwEndId primary;
  PwEndId secondary;
  PwEndId bypass;
  PwEndId ac_bypass;  // the two VCs of a dual bypass
  PwEndId pw_bypass;
  PwEndId admin;
  const LocalConnection* ccc = nullptr;            // stands as the primary where there is no primary PW
  const LocalConnection* ccc_secondary = nullptr;  // `secondary`: protects the primary PW
  PortRef ccc_other;  // the interface  that `ccc` leads to, when it is configured

  bool has_primary() const { return primary.valid() || admin.valid() || ccc != nullptr; }
  bool has_redundancy() const { return secondary.valid() || ccc_secondary != nullptr; }
  bool has_any_bypass() const { return bypass.valid() || ac_bypass.valid() || pw_bypass.valid(); }
};

// The two far ends of one primary/secondary group.
struct FarPair {
  PwEndId primary;    // invalid: unseen, unpaired, or the primary is a CCC connection (then `primary_ccc`)
  PwEndId secondary;  // invalid: unseen or unpaired
  PortRef primary_ccc;
  bool complete() const { return (primary.valid() || primary_ccc.valid()) && secondary.valid(); }
};

class AcGroups {
 public:
  AcGroups(const Network& net, const Inventory& inventory, const PwEnds& ends);

  std::span<const AcGroup> all() const { return groups_; }  // by device and interface
  // The group of this interface, or null.
  const AcGroup* of(PortRef ac) const;
  // The group that an end belongs to; null for ends of VSIs and switched PWs.
  const AcGroup* of(const PwEnd& end) const;

  // How the AC treats its PWs; an interface that says nothing is in FRR mode.
  const AcRedundancy* redundancy(const AcGroup& group) const;
  RedundancyMode mode(const AcGroup& group) const;

  // Far ends of primary and secondary, through switching SPEs (without their backups).
  FarPair far_pair(const AcGroup& group) const;
  // Devices where primary, secondary, then bypasses end, each once, as far as they are seen.
  std::vector<DeviceId> far_devices(const AcGroup& group) const;

  // Groups with a secondary whose primary or secondary ends in this AC or VSI: those that choose between it
  // and another far end. In the order of all().
  std::vector<const AcGroup*> chosen_by(PortRef ac) const;
  std::vector<const AcGroup*> chosen_by(VsiRef vsi) const;

 private:
  void collect(const Inventory& inventory);
  std::vector<const AcGroup*> at(std::span<const std::uint32_t> indices) const;

  const Network* net_;
  const PwEnds* ends_;
  std::vector<AcGroup> groups_;
  FlatIndex<PortRef, std::uint32_t> by_port_;
  std::vector<std::uint32_t> by_end_;
  FlatIndex<PortRef, std::uint32_t> chosen_acs_;  // by far end
  FlatIndex<VsiRef, std::uint32_t> chosen_vsis_;
};

}  // namespace holdfast::pairing

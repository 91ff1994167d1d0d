#pragma once

// Which interfaces are ACs of which VSI: bound directly, or through a bridge domain.

#include <span>
#include <string_view>

#include "solver/pairing/flat_index.h"
#include "solver/pairing/inventory.h"
#include "solver/pairing/refs.h"

namespace holdfast::pairing {

class VsiAcs {
 public:
  VsiAcs(const Network& net, const Inventory& inventory);

  // In the order of the configuration.
  std::span<const InterfaceId> of(VsiRef vsi) const { return by_vsi_.find(vsi); }
  // The VSI that an interface is bound to; invalid: none, or it is not defined.
  VsiRef vsi_of(PortRef ac) const;

 private:
  FlatIndex<VsiRef, InterfaceId> by_vsi_;
  FlatIndex<PortRef, VsiRef> by_ac_;
};

// The device's VSI of this name; invalid if there is none.
VsiRef find_vsi(const Network& net, DeviceId device, std::string_view name);

}  // namespace holdfast::pairing

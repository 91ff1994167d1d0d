#include "solver/pairing/vsi_acs.h"

#include <algorithm>

namespace holdfast::pairing {

VsiRef find_vsi(const Network& net, DeviceId device, std::string_view name) {
  const auto& vsis = net[device].vsis;
  const auto at = std::ranges::find(vsis, name, &Vsi::name);
  if (at == vsis.end()) return {};
  return {device, static_cast<std::uint32_t>(at - vsis.begin())};
}

VsiAcs::VsiAcs(const Network& net, const Inventory& inventory) {
  // By device and name, and by device and bridge domain: a device may have thousands of VSIs.
  FlatIndex<std::pair<DeviceId, std::string_view>, VsiRef> by_name;
  FlatIndex<std::pair<DeviceId, std::uint32_t>, VsiRef> by_domain;
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    for (std::uint32_t i = 0; i < net[device].vsis.size(); ++i) {
      const Vsi& vsi = net[device].vsis[i];
      by_name.add({device, vsi.name}, {device, i});
      if (vsi.bridge_domain) by_domain.add({device, **vsi.bridge_domain}, {device, i});
    }
  }
  by_name.seal();
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    for (const BridgeDomain& domain : net[device].bridge_domains) {
      if (!domain.vsi) continue;
      const auto found = by_name.find({device, **domain.vsi});
      if (!found.empty()) by_domain.add({device, domain.id}, found.front());
    }
  }
  by_domain.seal();
  for (const PortRef port : inventory.vsi_acs) {
    const Interface& interface = get(net, port);
    const auto found = interface.vsi ? by_name.find({port.device, **interface.vsi})
                                     : by_domain.find({port.device, **interface.bridge_domain});
    if (found.empty()) continue;
    by_vsi_.add(found.front(), port.interface);
    by_ac_.add(port, found.front());
  }
  by_vsi_.seal();
  by_ac_.seal();
}

VsiRef VsiAcs::vsi_of(PortRef ac) const {
  const auto found = by_ac_.find(ac);
  return found.empty() ? VsiRef{} : found.front();
}

}  // namespace holdfast::pairing

#include "solver/pairing/roles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace holdfast::pairing {
namespace {

// What the guess rests on.
struct Signs {
  bool mpls = false;
  bool attaches = false;  // has ACs on ports of its own
  bool chooses = false;   // a primary and a secondary PW, or a protect-group
  bool spokes = false;    // UPE peers, or `ac-mode`
  bool switches = false;  // switched PWs
  bool ve = false;        // ends PWs in VE interfaces
  bool l2vpn = false;
  bool l3vpn = false;  // interfaces in VPN instances, and BGP
};

struct NamedRole {
  std::string_view word;
  Role role;
};
// Longer words first: UPE holds PE.
constexpr std::array<NamedRole, 9> kWords = {{{"CSG", Role::Upe},
                                              {"UPE", Role::Upe},
                                              {"AGG", Role::Spe},
                                              {"ASG", Role::Spe},
                                              {"SPE", Role::Spe},
                                              {"RSG", Role::Npe},
                                              {"NPE", Role::Npe},
                                              {"PE", Role::Pe},
                                              {"CE", Role::Ce}}};

Role by_name(std::string name, Role otherwise) {
  for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const NamedRole& it : kWords) {
    if (name.find(it.word) != std::string::npos) return it.role;
  }
  return otherwise;
}

bool is_one_of(Role role, std::initializer_list<Role> roles) {
  return std::ranges::find(roles, role) != roles.end();
}

Role guess(const Signs& signs, const std::string& name) {
  if (!signs.mpls && !signs.l2vpn && !signs.l3vpn) return by_name(name, Role::Ce);
  const Role named = by_name(name, Role::P);
  if (signs.spokes || signs.switches || signs.ve) return Role::Spe;
  if (signs.chooses && signs.attaches)
    return is_one_of(named, {Role::Upe, Role::Pe, Role::Npe}) ? named : Role::Upe;
  if (signs.l2vpn) return is_one_of(named, {Role::Upe, Role::Spe, Role::Npe}) ? named : Role::Pe;
  if (signs.l3vpn) return is_one_of(named, {Role::Spe, Role::Npe}) ? named : Role::Pe;
  return named == Role::Ce ? Role::P : named;
}

}  // namespace

Roles::Roles(const Network& net, const Inventory& inventory, const PwEnds& ends, const VsiAcs& vsi_acs) {
  std::vector<Signs> signs(net.devices.size());
  for (const PwEnd& end : ends.all()) {
    Signs& it = signs[end.device.index];
    it.l2vpn = true;
    if (end.kind == PwEndKind::Ac) {
      const InterfaceKind kind = net[end.device][end.ac].kind;
      const bool is_ve = kind == InterfaceKind::VirtualEthernet || kind == InterfaceKind::GlobalVe;
      (is_ve ? it.ve : it.attaches) = true;
      it.chooses = it.chooses || end.is_role(PwRole::Secondary);
    }
    if (end.kind == PwEndKind::VsiPeer) it.spokes = it.spokes || *end.vsi_peer->upe || *end.vsi_peer->ac_mode;
    if (end.kind == PwEndKind::Segment) it.switches = true;
  }
  for (const PortRef ac : inventory.vsi_acs) {
    if (vsi_acs.vsi_of(ac).valid()) signs[ac.device.index].attaches = true;
  }
  for (const PortRef port : inventory.addressed) {
    if (get(net, port).vpn_instance && net[port.device].bgp) signs[port.device.index].l3vpn = true;
  }
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    signs[d].mpls = *net.devices[d].mpls.enabled;
    for (const Vsi& vsi : net.devices[d].vsis) {
      signs[d].l2vpn = true;
      signs[d].chooses = signs[d].chooses || !vsi.groups.empty();
    }
    roles_.push_back(guess(signs[d], *net.devices[d].name));
  }
}

std::string_view to_string(Role role) {
  switch (role) {
    case Role::Ce:
      return "CE";
    case Role::Upe:
      return "UPE";
    case Role::Pe:
      return "PE";
    case Role::Spe:
      return "SPE";
    case Role::Npe:
      return "NPE";
    case Role::P:
      return "P";
  }
  return "";
}

}  // namespace holdfast::pairing

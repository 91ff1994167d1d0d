// Dual-homed customers: an E-Trunk, or VRRP on the very ports that carry the ACs.

#include <fmt/format.h>

#include "tests/cross_check/draft.h"

namespace holdfast::cross_check {
namespace {

class EtrunkPair {
 public:
  EtrunkPair(Draft& draft, std::size_t a, std::size_t b)
      : draft_(draft), device_{a, b}, id_(static_cast<std::uint32_t>(draft.dice.between(1, 15))) {}

  DualHomed build() {
    const std::uint32_t trunk = draft_.new_number();
    const std::uint32_t vlan = draft_.new_number() % 4000;
    const bool customer = draft_.wants_customer();
    const std::size_t ce = customer ? draft_.add_customer(fmt::format("CE-ET{}", trunk)) : 0;
    if (customer) draft_.at(ce).interface("Eth-Trunk1") = {"mode lacp-static"};
    choose_addresses();
    DualHomed result;
    for (std::size_t side : {0, 1}) {
      Ac& ac = side == 0 ? result.a : result.b;
      ac.device = device_[side];
      const std::string main = add_trunk(side, trunk, customer, ce);
      ac.interface = fmt::format("{}.{}", main, vlan);
      draft_.at(ac.device).interface(ac.interface) = {fmt::format("vlan-type dot1q {}", vlan)};
      add_block(side);
    }
    return result;
  }

 private:
  std::string add_trunk(std::size_t side, std::uint32_t trunk, bool customer, std::size_t ce) {
    const std::size_t device = device_[side];
    const std::string main = fmt::format("Eth-Trunk{}", trunk);
    const std::size_t members = draft_.dice.between(1, 2);
    Lines lines = {"mode lacp-static", fmt::format("e-trunk {}", id_)};
    if (members == 2 && draft_.chance(25)) lines.push_back("least active-linknumber 2");
    if (draft_.mistake("E-Trunk member forced", 2)) {
      lines.push_back(draft_.chance(50) ? "e-trunk mode force-master" : "e-trunk mode force-backup");
    }
    draft_.at(device).interface(main) = lines;
    for (std::size_t i = 0; i < members; ++i) {
      const std::string port = draft_.new_port();
      draft_.at(device).interface(port) = {fmt::format("eth-trunk {}", trunk)};
      if (!customer) continue;
      const std::string far = draft_.new_port();
      draft_.at(ce).interface(far) = {"eth-trunk 1"};
      draft_.state_link(device, port, ce, far);
    }
    return main;
  }

  // Hellos run between loopbacks, or over a link of their own.
  void choose_addresses() {
    address_[0] = draft_.id(device_[0]);
    address_[1] = draft_.id(device_[1]);
    for (const CoreLink& link : draft_.links) {
      const bool forward = link.a.device == device_[0] && link.b.device == device_[1];
      const bool backward = link.a.device == device_[1] && link.b.device == device_[0];
      if ((!forward && !backward) || !draft_.chance(35)) continue;
      address_[0] = forward ? link.a.address : link.b.address;
      address_[1] = forward ? link.b.address : link.a.address;
      break;
    }
    with_bfd_ = draft_.chance(40);
    sequence_ = draft_.chance(40);
    priority_[0] = draft_.dice.between(1, 100);
    priority_[1] = draft_.mistake("equal E-Trunk priorities") ? priority_[0] : priority_[0] + 50;
    discriminator_[0] = draft_.new_number();
    discriminator_[1] = draft_.new_number();
  }

  void add_block(std::size_t side) {
    DeviceText& it = draft_.at(device_[side]);
    if (draft_.mistake("no E-Trunk on one side", 2)) return;
    const std::uint32_t id = draft_.mistake("E-Trunk ids differ", 2) ? id_ + 1 : id_;
    const std::string& own = address_[side];
    const std::string peer =
        draft_.mistake("E-Trunk peer address wrong", 2) ? draft_.links.front().a.address : address_[1 - side];
    std::string text = fmt::format("e-trunk {}\n priority {}\n peer-address {} source-address {}", id,
                                   priority_[side], peer, own);
    text += fmt::format("\n security-key simple Key-{}", draft_.mistake("E-Trunk keys differ", 2) ? side : 7);
    if (sequence_ != draft_.mistake("E-Trunk sequence on one side", 2)) text += "\n sequence enable";
    if (with_bfd_ && !draft_.mistake("E-Trunk tracks BFD on one side", 3)) text += bfd(side);
    if (draft_.mistake("E-Trunk authentication mode on one side", 1)) text += "\n authentication-mode sha256";
    it.tail.push_back(text + "\n#");
    if (draft_.mistake("E-Trunk UDP ports differ", 1)) it.head.push_back("e-trunk port 1030\n#");
  }

  std::string bfd(std::size_t side) {
    DeviceText& it = draft_.at(device_[side]);
    it.bfd = true;
    const std::string name = fmt::format("et{}", discriminator_[0]);
    const std::uint32_t remote =
        discriminator_[1 - side] + (draft_.mistake("BFD discriminators do not mirror", 3) ? 7000 : 0);
    if (!draft_.mistake("no BFD session on one side", 2)) {
      it.tail.push_back(fmt::format(
          "bfd {} bind peer-ip {} source-ip {}\n discriminator local {}\n discriminator remote {}\n#", name,
          address_[1 - side], address_[side], discriminator_[side], remote));
    }
    return "\n e-trunk track bfd-session session-name " + name;
  }

  Draft& draft_;
  std::size_t device_[2];
  std::uint32_t id_;
  std::string address_[2];
  std::size_t priority_[2] = {0, 0};
  std::uint32_t discriminator_[2] = {0, 0};
  bool with_bfd_ = false;
  bool sequence_ = false;
};

DualHomed vrrp_pair(Draft& draft, std::size_t a, std::size_t b) {
  const std::uint32_t vlan = draft.new_number();
  const std::uint32_t vrrp_vlan = draft.new_number();
  const std::size_t vrid = draft.dice.between(1, 200);
  const bool customer = draft.wants_customer();
  const std::size_t ce = customer ? draft.add_customer(fmt::format("CE-VR{}", vlan)) : 0;
  if (customer) draft.at(ce).head.push_back(fmt::format("vlan batch {} {}\n#", vrrp_vlan, vlan));
  DualHomed result;
  for (const bool first : {true, false}) {
    Ac& ac = first ? result.a : result.b;
    Lines& binding = first ? result.a_binding : result.b_binding;
    ac.device = first ? a : b;
    DeviceText& it = draft.at(ac.device);
    const std::string port = draft.new_port();
    it.interface(port);
    const std::string control = fmt::format("{}.{}", port, vrrp_vlan);
    const std::size_t own_vrid = draft.mistake("VRIDs differ", 2) ? vrid + 1 : vrid;
    Lines& lines = it.interface(control);
    lines = {fmt::format("vlan-type dot1q {}", vrrp_vlan),
             fmt::format("ip address 10.90.{}.{} 255.255.255.248", vrrp_vlan % 250, first ? 2 : 3),
             fmt::format("vrrp vrid {} virtual-ip 10.90.{}.1", own_vrid, vrrp_vlan % 250),
             fmt::format("admin-vrrp vrid {}{}", own_vrid, draft.chance(4) ? " ignore-if-down" : "")};
    if (first != draft.mistake("VRRP priority on the other side", 10)) {
      lines.push_back(fmt::format("vrrp vrid {} priority 120", own_vrid));
    }
    if (draft.chance(20)) {
      const CoreLink& link = draft.dice.pick(draft.links);
      const CoreEnd& end = link.a.device == ac.device ? link.a : link.b;
      if (end.device == ac.device) {
        lines.push_back(fmt::format("vrrp vrid {} track interface {} reduced 40", own_vrid, end.interface));
      }
    }
    ac.interface = fmt::format("{}.{}", port, vlan);
    it.interface(ac.interface) = {fmt::format("vlan-type dot1q {}", vlan)};
    const std::size_t bound =
        draft.mistake("bound to a VRRP group that is not there", 2) ? vrid + 7 : own_vrid;
    const bool redundancy = !draft.mistake("binding without pw-redundancy", 8);
    binding.push_back(fmt::format("mpls l2vc track admin-vrrp interface {} vrid {}{}", control, bound,
                                  redundancy ? " pw-redundancy" : ""));
    if (!customer) continue;
    const std::string far = draft.new_port();
    draft.at(ce).interface(far) = {"portswitch", "port link-type trunk",
                                   fmt::format("port trunk allow-pass vlan {} {}", vrrp_vlan, vlan)};
    draft.state_link(ac.device, port, ce, far);
  }
  return result;
}

}  // namespace

DualHomed dual_homed(Draft& draft, std::size_t a, std::size_t b, bool pws) {
  const bool vrrp = pws && draft.chance(30);
  return vrrp ? vrrp_pair(draft, a, b) : EtrunkPair(draft, a, b).build();
}

}  // namespace holdfast::cross_check

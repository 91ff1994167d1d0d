// A PW that ends in a VPN instance: VE groups, BGP VPN routes, tracked routes.

#include <fmt/format.h>

#include "tests/cross_check/draft.h"

namespace holdfast::cross_check {
namespace {

using Devices = std::vector<std::size_t>;
constexpr const char* kVpn = "ran";
constexpr std::uint32_t kAs = 64512;

class Handover {
 public:
  Handover(Draft& draft, const Devices& devices)
      : draft_(draft), csg_(devices[0]), aggs_{devices[1], devices[2]}, v6_(draft.chance(40)) {
    for (std::size_t i = 3; i < devices.size(); ++i) rsgs_.push_back(devices[i]);
    reflector_ = draft.chance(30) ? rsgs_.front() : kNone;
  }

  void build() {
    pws();
    for (const std::size_t agg : aggs_) aggregate(agg);
    for (const std::size_t rsg : rsgs_) originate(rsg);
    sessions();
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const char* family() const { return v6_ ? "ipv6-family" : "ipv4-family"; }
  std::string prefix() const { return v6_ ? "2001:DB8:FFFF:: 64" : "10.200.0.0 255.255.255.0"; }
  std::string other_prefix() const { return v6_ ? "2001:DB8:FFFF::1 128" : "10.200.0.0 255.255.0.0"; }

  void pws() {
    const std::uint32_t vlan = draft_.new_number();
    const Ac ac = draft_.single_ac(csg_, vlan);
    Lines& lines = draft_.at(csg_).interface(ac.interface);
    for (std::size_t i : {0, 1}) {
      vc_[i] = draft_.new_number();
      vlan_ = vlan;
      lines.push_back(
          fmt::format("mpls l2vc {} {}{}", draft_.id(aggs_[i]), vc_[i], i == 0 ? "" : " secondary"));
      target(draft_, csg_, aggs_[i]);
    }
    if (draft_.chance(75)) lines.push_back("mpls l2vpn redundancy master");
    if (draft_.chance(70)) lines.push_back("mpls l2vpn stream-dual-receiving");
  }

  void aggregate(std::size_t agg) {
    DeviceText& it = draft_.at(agg);
    const std::size_t index = agg == aggs_[0] ? 0 : 1;
    instance(agg, draft_.mistake("import target wrong", 4) ? 660 : 600);
    const bool global = draft_.chance(25);
    const std::string l2 = global ? "Global-VE0" : "Virtual-Ethernet1/0/0";
    const std::string l3 = global ? "Global-VE1" : "Virtual-Ethernet1/0/1";
    it.interface(l2) = {"ve-group 10 l2-terminate"};
    it.interface(l3) = {fmt::format("ve-group {} l3-access", draft_.mistake("half a VE group", 2) ? 11 : 10)};
    Lines& inner = it.interface(fmt::format("{}.{}", l2, vlan_));
    inner = {fmt::format("vlan-type dot1q {}", vlan_),
             fmt::format("mpls l2vc {} {}", draft_.id(csg_), vc_[index])};
    if (!draft_.mistake("no tracked route", 25)) {
      inner.push_back(fmt::format("mpls l2vpn track route {} vpn-instance {}",
                                  draft_.mistake("tracked prefix wrong", 3) ? other_prefix() : prefix(),
                                  kVpn));
    }
    const std::uint32_t outer_vlan = draft_.mistake("VE VLANs differ", 2) ? vlan_ + 1 : vlan_;
    Lines& outer = it.interface(fmt::format("{}.{}", l3, outer_vlan));
    outer = {fmt::format("vlan-type dot1q {}", outer_vlan), fmt::format("ip binding vpn-instance {}", kVpn)};
    if (v6_) {
      outer.push_back("ipv6 enable");
      outer.push_back(fmt::format("ipv6 address 2001:DB8:100::{}/64", index + 2));
    } else {
      outer.push_back(fmt::format("ip address 10.100.0.{} 255.255.255.0", index + 2));
    }
    if (draft_.mistake("L3VE shut down", 1)) outer.push_back("shutdown");
    in_instance_[agg] = {"import-route direct"};
  }

  void originate(std::size_t rsg) {
    DeviceText& it = draft_.at(rsg);
    instance(rsg, 600);
    const std::size_t host = rsg == rsgs_.front() ? 1 : 2;
    const std::size_t form = draft_.dice.between(1, 100);
    if (form <= 25 && !v6_) {
      it.interface("LoopBack1") = {fmt::format("ip binding vpn-instance {}", kVpn),
                                   fmt::format("ip address 10.201.0.{} 255.255.255.252", host)};
      it.tail.push_back(fmt::format("ip route-static vpn-instance {} 10.200.0.0 255.255.255.0 10.201.0.{}\n#",
                                    kVpn, host == 1 ? 2 : 1));
      in_instance_[rsg] = {"import-route static"};
      return;
    }
    const std::string port = form <= 50 ? draft_.new_port() : std::string("LoopBack1");
    Lines& lines = it.interface(port);
    lines = {fmt::format("ip binding vpn-instance {}", kVpn)};
    if (v6_) {
      lines.push_back("ipv6 enable");
      lines.push_back(fmt::format("ipv6 address 2001:DB8:FFFF::{}/64", host));
    } else {
      lines.push_back(fmt::format("ip address 10.200.0.{} 255.255.255.0", host));
    }
    if (draft_.mistake("prefix not originated", 4)) return;
    in_instance_[rsg] = {draft_.chance(50) ? "network " + prefix() : std::string("import-route direct")};
  }

  void instance(std::size_t device, std::uint32_t import) {
    draft_.at(device).blocks.push_back(fmt::format(
        "ip vpn-instance {}\n {}\n  route-distinguisher {}:{}\n  vpn-target {}:600 export-extcommunity\n"
        "  vpn-target {}:{} import-extcommunity\n#",
        kVpn, family(), kAs, device + 1, kAs, kAs, import));
  }

  bool are_peers(std::size_t a, std::size_t b) const {
    return a != b && (reflector_ == kNone || a == reflector_ || b == reflector_);
  }

  void sessions() {
    Devices speakers = rsgs_;
    speakers.push_back(aggs_[0]);
    speakers.push_back(aggs_[1]);
    for (const std::size_t own : speakers) {
      std::string peers;
      std::string vpn = fmt::format(" #\n {} {}\n", family(), v6_ ? "vpnv6" : "vpnv4");
      vpn += draft_.chance(20) ? "  undo policy vpn-target\n" : "  policy vpn-target\n";
      for (const std::size_t other : speakers) {
        if (!are_peers(own, other) || draft_.mistake("BGP peer missing", 2)) continue;
        const std::string& id = draft_.id(other);
        const std::uint32_t as = draft_.mistake("AS number wrong", 1) ? kAs + 1 : kAs;
        peers += fmt::format(" peer {} as-number {}\n", id, as);
        if (!draft_.mistake("no connect interface", 3)) {
          peers += fmt::format(" peer {} connect-interface LoopBack0\n", id);
        }
        if (!draft_.mistake("BGP peer not enabled", 2)) vpn += fmt::format("  peer {} enable\n", id);
        const bool client = own == reflector_ && !draft_.mistake("client not reflected", 4);
        if (client) vpn += fmt::format("  peer {} reflect-client\n", id);
      }
      if (own == reflector_ && draft_.chance(10)) vpn += "  undo reflect between-clients\n";
      std::string text = fmt::format("bgp {}\n{}{}", kAs, peers, vpn);
      text += fmt::format(" #\n {} vpn-instance {}\n", family(), kVpn);
      for (const std::string& line : in_instance_[own]) text += "  " + line + "\n";
      draft_.at(own).tail.push_back(text + "#");
    }
  }

  Draft& draft_;
  std::size_t csg_;
  std::size_t aggs_[2];
  Devices rsgs_;
  bool v6_;
  std::size_t reflector_ = kNone;
  std::uint32_t vc_[2] = {0, 0};
  std::uint32_t vlan_ = 0;
  std::map<std::size_t, Lines> in_instance_;
};

void hand_over(Draft& draft, const Devices& devices) {
  Handover(draft, devices).build();
}

}  // namespace

std::vector<Template> l3vpn_templates() {
  return {{{"CSG", "AGG1", "AGG2", "RSG1"}, 1, hand_over},
          {{"CSG", "AGG1", "AGG2", "RSG1", "RSG2"}, 1, hand_over},
          {{"CSG", "AGG1", "AGG2", "RSG1", "RSG2"}, 1, hand_over}};
}

}  // namespace holdfast::cross_check

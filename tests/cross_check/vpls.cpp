// VPLS: full meshes, and spokes that reach the hubs over two SPEs.

#include <fmt/format.h>

#include "tests/cross_check/draft.h"

namespace holdfast::cross_check {
namespace {

using Devices = std::vector<std::size_t>;

// A VSI as it grows; its text goes into the device in the end.
struct VsiText {
  std::size_t device = 0;
  Lines peers;   // within `pwsignal ldp`
  Lines groups;  // likewise, behind the peers
  Lines rest;    // within the VSI
};

class Service {
 public:
  Service(Draft& draft, const Devices& devices) : draft_(draft), id_(draft.new_number()) {
    for (const std::size_t device : devices) vsis_.push_back({device, {}, {}, {}});
  }

  VsiText& at(std::size_t i) { return vsis_[i]; }
  std::uint32_t id() const { return id_; }
  std::size_t size() const { return vsis_.size(); }

  // A peer line of VSI i towards VSI j.
  void peer(std::size_t i, std::size_t j, const std::string& words = {}) {
    if (draft_.mistake("VSI peer missing", 2)) return;
    std::string line = "peer " + draft_.id(vsis_[j].device);
    const std::string policy = tunnel_policy(draft_, vsis_[i].device, vsis_[j].device);
    if (!policy.empty()) line += " tnl-policy " + policy;
    vsis_[i].peers.push_back(line + words);
  }

  void bind(const Ac& ac) {
    draft_.at(ac.device).interface(ac.interface).push_back("l2 binding vsi " + name());
    if (draft_.chance(3)) draft_.at(ac.device).interface(ac.interface).push_back("hub-mode enable");
    if (draft_.mistake("AC shut down", 1)) draft_.at(ac.device).interface(ac.interface).push_back("shutdown");
  }

  // A site at one of the VSIs, or one that is dual-homed to two of them.
  void site(std::size_t i) { bind(draft_.single_ac(vsis_[i].device, draft_.new_number())); }
  void dual_site(std::size_t i, std::size_t j) {
    const DualHomed pair = dual_homed(draft_, vsis_[i].device, vsis_[j].device, false);
    bind(pair.a);
    bind(pair.b);
  }

  void finish() {
    for (VsiText& vsi : vsis_) {
      if (vsi.peers.empty() && vsi.groups.empty()) vsi.peers = {};
      std::string text = "vsi " + name() + " static\n pwsignal ldp";
      text += fmt::format("\n  vsi-id {}", id_ + (draft_.mistake("VSI ID differs", 2) ? 9000 : 0));
      for (const std::string& line : vsi.peers) text += "\n  " + line;
      for (const std::string& line : vsi.groups) text += "\n  " + line;
      if (draft_.mistake("VSI MTU differs", 1)) text += "\n mtu 1400";
      if (draft_.mistake("VSI encapsulation differs", 1)) text += "\n encapsulation ethernet";
      if (draft_.mistake("VSI shut down", 1)) text += "\n shutdown";
      if (draft_.chance(8)) text += "\n ignore-ac-state";
      if (draft_.chance(3)) text += "\n isolate spoken";
      for (const std::string& line : vsi.rest) text += "\n " + line;
      draft_.at(vsi.device).blocks.push_back(text + "\n#");
    }
  }

 private:
  std::string name() const { return fmt::format("net{}", id_); }

  Draft& draft_;
  std::uint32_t id_;
  std::vector<VsiText> vsis_;
};

void mesh(Draft& draft, Service& service, std::size_t first) {
  for (std::size_t i = first; i < service.size(); ++i) {
    for (std::size_t j = i + 1; j < service.size(); ++j) {
      target(draft, service.at(i).device, service.at(j).device);
      const bool spoke = draft.chance(4);
      service.peer(i, j, spoke ? " upe" : "");
      service.peer(j, i, draft.chance(3) ? " ignore-standby-state" : "");
    }
  }
}

void full_mesh(Draft& draft, const Devices& pes) {
  Service service(draft, pes);
  mesh(draft, service, 0);
  std::size_t first = 0;
  if (draft.chance(50)) {
    service.dual_site(0, 1);
    first = 2;
  }
  for (std::size_t i = first; i < service.size(); ++i) service.site(i);
  if (draft.chance(20)) service.site(0);
  service.finish();
}

// The UPE's VSI: both SPEs in a protect group.
void spokes_in_group(Draft& draft, Service& service) {
  service.peer(0, 1);
  service.peer(0, 2);
  service.site(0);
  const std::size_t roll = draft.dice.between(1, 100);
  if (roll > 95) return;
  Lines& group = service.at(0).groups;
  group.push_back("protect-group spokes");
  group.push_back(roll <= 70 ? " protect-mode pw-redundancy master"
                             : " protect-mode pw-redundancy independent");
  if (draft.chance(40)) group.push_back(" stream-dual-receiving");
  for (std::size_t spe : {1, 2}) {
    if (draft.mistake("protect group without a member", 3)) continue;
    const std::size_t preference = draft.mistake("equal preferences", 4) ? 1 : spe;
    group.push_back(fmt::format(" peer {} preference {}", draft.id(service.at(spe).device), preference));
  }
}

// The UPE has no VSI: a primary and a secondary PW end in those of the SPEs.
void spokes_by_vpws(Draft& draft, Service& service, std::size_t upe) {
  const Ac ac = draft.single_ac(upe, draft.new_number());
  Lines& lines = draft.at(upe).interface(ac.interface);
  lines.push_back(fmt::format("mpls l2vc {} {}", draft.id(service.at(0).device), service.id()));
  lines.push_back(fmt::format("mpls l2vc {} {} secondary", draft.id(service.at(1).device), service.id()));
  const std::size_t roll = draft.dice.between(1, 100);
  if (roll <= 50) lines.push_back("mpls l2vpn redundancy master");
  if (roll > 85) lines.push_back("mpls l2vpn redundancy independent");
  if (draft.chance(50)) lines.push_back("mpls l2vpn stream-dual-receiving");
}

void spe(Draft& draft, Service& service, std::size_t i, std::size_t upe, std::size_t first_npe) {
  VsiText& vsi = service.at(i);
  const std::string peer = "peer " + draft.id(upe);
  if (!draft.mistake("spoke PW missing", 2)) {
    vsi.peers.push_back(peer + " upe" + (draft.chance(4) ? " ignore-standby-state" : ""));
    if (!draft.mistake("no track hub-pw", 25)) {
      vsi.peers.push_back(peer + fmt::format(" pw spoke{}", i));
      vsi.peers.push_back(" track hub-pw");
    }
  }
  target(draft, vsi.device, upe);
  for (std::size_t npe = first_npe; npe < service.size(); ++npe) {
    service.peer(i, npe);
    service.peer(npe, i);
    target(draft, vsi.device, service.at(npe).device);
  }
}

void npes(Draft& draft, Service& service, std::size_t first) {
  mesh(draft, service, first);
  if (service.size() - first == 2 && draft.chance(50)) {
    service.dual_site(first, first + 1);
    if (draft.chance(50)) service.site(first + 1);
    return;
  }
  for (std::size_t i = first; i < service.size(); ++i) service.site(i);
}

void h_vpls(Draft& draft, const Devices& devices) {
  const bool by_vpws = draft.chance(35);
  Service service(draft, by_vpws ? Devices(devices.begin() + 1, devices.end()) : devices);
  const std::size_t first_spe = by_vpws ? 0 : 1;
  if (by_vpws) {
    spokes_by_vpws(draft, service, devices[0]);
  } else {
    spokes_in_group(draft, service);
  }
  const std::size_t first_npe = first_spe + 2;
  for (std::size_t i : {first_spe, first_spe + 1}) spe(draft, service, i, devices[0], first_npe);
  if (draft.chance(20)) {
    service.peer(first_spe, first_spe + 1);
    service.peer(first_spe + 1, first_spe);
    target(draft, devices[1], devices[2]);
  }
  npes(draft, service, first_npe);
  service.finish();
}

}  // namespace

std::vector<Template> vpls_templates() {
  return {{{"PE1", "PE2", "PE3"}, 0, full_mesh},
          {{"PE1", "PE2", "PE3", "PE4"}, 0, full_mesh},
          {{"UPE", "SPE1", "SPE2", "NPE1"}, 1, h_vpls},
          {{"UPE", "SPE1", "SPE2", "NPE1", "NPE2"}, 1, h_vpls},
          {{"UPE", "SPE1", "SPE2", "NPE1", "NPE2"}, 1, h_vpls}};
}

}  // namespace holdfast::cross_check

#include "solver/replay/pw_ends.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

template <class T>
std::optional<T> value(const MaybeFact<T>& fact) {
  return fact ? std::optional<T>(**fact) : std::nullopt;
}

const std::string* name(const MaybeFact<std::string>& fact) {
  return fact ? &**fact : nullptr;
}

void set_first(EndId& slot, EndId id) {
  if (!slot.valid()) slot = id;
}

}  // namespace

PwEnds::PwEnds(const Network& net) {
  collect(net);
  group(net);
  look_for_peers(net);
  exchange_mappings();
  exchange_labels();
  pass_parameters();
}

void PwEnds::collect(const Network& net) {
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const DeviceId device{d};
    for (std::size_t i = 0; i < net[device].interfaces.size(); ++i) {
      collect_ac({device, InterfaceId{i}}, net[device].interfaces[i]);
    }
    for (std::size_t i = 0; i < net[device].vsis.size(); ++i) collect_vsi(device, i, net[device].vsis[i]);
    for (std::size_t i = 0; i < net[device].switched_pws.size(); ++i) {
      collect_switch(device, i, net[device].switched_pws[i]);
    }
  }
}

void PwEnds::collect_ac(PortRef ac, const Interface& interface) {
  for (const Pw& pw : interface.pws) {
    PwEnd end;
    end.kind = EndKind::Ac;
    end.device = ac.device;
    end.where = pw.where;
    end.ac = ac;
    end.pw = &pw;
    end.peer = value(pw.peer);
    end.vc_id = value(pw.vc_id);
    end.vc_type = *pw.vc_type;
    end.control_word = *pw.control_word;
    end.mtu = *pw.mtu;
    end.tunnel_policy = name(pw.tunnel_policy);
    end.transmit_label = value(pw.transmit_label);
    end.receive_label = value(pw.receive_label);
    end.is_static = pw.signalling == PwSignalling::Static;
    const bool dual = *pw.role == PwRole::DualBypass;
    if (dual) end.half = EndHalf::AcBypass;
    ends_.push_back(end);
    if (!dual || !pw.pw_bypass_vc_id) continue;
    end.half = EndHalf::PwBypass;
    end.vc_id = value(pw.pw_bypass_vc_id);
    ends_.push_back(end);
  }
}

void PwEnds::collect_vsi(DeviceId device, std::size_t index, const Vsi& vsi) {
  for (const VsiPeer& peer : vsi.peers) {
    PwEnd& end = ends_.emplace_back();
    end.kind = EndKind::VsiPeer;
    end.device = device;
    end.where = peer.where;
    end.owner = index;
    end.vsi_peer = &peer;
    end.peer = *peer.address;
    end.vc_id = peer.negotiation_vc_id ? value(peer.negotiation_vc_id) : value(vsi.vsi_id);
    end.vc_type = *peer.vc_type;
    end.control_word = *peer.control_word;
    end.mtu = *vsi.mtu;
    end.tunnel_policy = peer.tunnel_policy ? name(peer.tunnel_policy) : name(vsi.tunnel_policy);
    end.transmit_label = value(peer.transmit_label);
    end.receive_label = value(peer.receive_label);
    end.is_static = *peer.is_static;
  }
}

void PwEnds::collect_switch(DeviceId device, std::size_t index, const SwitchedPw& pw) {
  const auto add = [&](SwitchSide side, const SwitchedSegment& segment) {
    PwEnd& end = ends_.emplace_back();
    end.kind = EndKind::Segment;
    end.device = device;
    end.where = pw.where;
    end.owner = index;
    end.side = side;
    end.peer = *segment.peer;
    end.vc_id = *segment.vc_id;
    end.vc_type = *pw.vc_type;
    end.control_word = value(pw.control_word);
    end.mtu = value(pw.mtu);
    end.tunnel_policy = name(segment.tunnel_policy);
    end.transmit_label = value(segment.transmit_label);
    end.receive_label = value(segment.receive_label);
    end.is_static = segment.is_static();
  };
  add(SwitchSide::First, pw.first);
  add(SwitchSide::Second, pw.second);
  if (pw.backup) add(SwitchSide::Backup, *pw.backup);
}

AcPws& PwEnds::pws_of(PortRef ac) {
  const auto [found, missing] = by_ac_.try_emplace(ac, acs_.size());
  if (missing) acs_.emplace_back().ac = ac;
  return acs_[found->second];
}

void PwEnds::group(const Network& net) {
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    const PwEnd& end = ends_[i];
    if (end.kind != EndKind::Ac) owned_[{end.kind, end.device, end.owner}].push_back(EndId{i});
  }
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    const PwEnd& end = ends_[i];
    if (end.kind != EndKind::Ac) continue;
    AcPws& pws = pws_of(end.ac);
    switch (*end.pw->role) {
      case PwRole::Primary:
        set_first(pws.primary, EndId{i});
        break;
      case PwRole::Secondary:
        set_first(pws.secondary, EndId{i});
        break;
      case PwRole::Bypass:
        set_first(pws.bypass, EndId{i});
        break;
      case PwRole::DualBypass:
        set_first(end.half == EndHalf::PwBypass ? pws.pw_bypass : pws.ac_bypass, EndId{i});
        break;
      case PwRole::Admin:
        break;
    }
  }
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    const PwEnd& end = ends_[i];
    if (end.kind == EndKind::Ac && *end.pw->role == PwRole::Admin)
      set_first(pws_of(end.ac).primary, EndId{i});
  }
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    for (const LocalConnection& ccc : net.devices[d].local_connections) {
      const PortRef first = find_port(net, DeviceId{d}, *ccc.first_interface);
      const PortRef second =
          ccc.second_interface ? find_port(net, DeviceId{d}, **ccc.second_interface) : PortRef{};
      for (const auto& [here, there] : {std::pair(first, second), std::pair(second, first)}) {
        if (!here.valid()) continue;
        AcPws& pws = pws_of(here);
        if (ccc.secondary && here == first) {
          if (pws.ccc_secondary != nullptr) continue;
          pws.ccc_secondary = &ccc;
          pws.ccc_secondary_other = there;
        } else if (pws.ccc == nullptr) {
          pws.ccc = &ccc;
          pws.ccc_other = there;
        }
      }
    }
  }
}

const AcPws* PwEnds::at(PortRef ac) const {
  const auto found = by_ac_.find(ac);
  return found == by_ac_.end() ? nullptr : &acs_[found->second];
}

const std::vector<EndId>& PwEnds::owned(EndKind kind, DeviceId device, std::size_t owner) const {
  static const std::vector<EndId> kNone;
  const auto found = owned_.find({kind, device, owner});
  return found == owned_.end() ? kNone : found->second;
}

const std::vector<EndId>& PwEnds::of_vsi(DeviceId device, std::size_t vsi) const {
  return owned(EndKind::VsiPeer, device, vsi);
}

const std::vector<EndId>& PwEnds::of_switch(DeviceId device, std::size_t switched) const {
  return owned(EndKind::Segment, device, switched);
}

}  // namespace holdfast::replay

// Which ends are one PW: every end sends its mapping to the device that it names, and that device looks for
// an end of its own that the mapping fits.

#include <algorithm>

#include "solver/replay/ports.h"
#include "solver/replay/pw_ends.h"

namespace holdfast::replay {
namespace {

// By LSR ID; where nobody has it, by a loopback address of the public table.
std::vector<DeviceId> named(const Network& net, Ipv4 address) {
  std::vector<DeviceId> result;
  for (std::size_t d = 0; d < net.devices.size(); ++d) {
    const auto& lsr_id = net.devices[d].mpls.lsr_id;
    if (lsr_id && **lsr_id == address) result.emplace_back(d);
  }
  if (!result.empty()) return result;
  for_each_interface(net, [&](PortRef port, const Interface& it) {
    if (it.kind != InterfaceKind::Loopback || it.vpn_instance || !has_address(it, ip(address))) return;
    if (result.empty() || result.back() != port.device) result.push_back(port.device);
  });
  return result;
}

// Static and LDP ends make no PW with each other; the VCs of a dual bypass meet crosswise only.
bool forms_fit(const PwEnd& a, const PwEnd& b) {
  if (a.is_static != b.is_static) return false;
  if (a.half == EndHalf::Whole) return b.half == EndHalf::Whole;
  return b.half != EndHalf::Whole && a.half != b.half;
}

bool name_each_other(const PwEnd& a, const PwEnd& b) {
  return a.peer_device == b.device && b.peer_device == a.device && a.device != b.device;
}

}  // namespace

void PwEnds::look_for_peers(const Network& net) {
  for (PwEnd& end : ends_) {
    if (!end.peer) continue;
    const std::vector<DeviceId> devices = named(net, *end.peer);
    if (devices.empty()) {
      end.sight = PeerSight::Unseen;
    } else if (devices.size() > 1) {
      end.sight = PeerSight::Ambiguous;
    } else {
      end.sight = PeerSight::Seen;
      end.peer_device = devices.front();
    }
  }
}

// Ends of one type find each other first; those that differ in it are still one PW, with a defect.
void PwEnds::exchange_mappings() {
  std::map<std::pair<DeviceId, std::uint32_t>, std::vector<EndId>> waiting;  // by device and VC ID
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    if (ends_[i].vc_id) waiting[{ends_[i].device, *ends_[i].vc_id}].push_back(EndId{i});
  }
  for (const bool same_type : {true, false}) {
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      PwEnd& sender = ends_[i];
      if (!sender.vc_id || !sender.peer_device.valid()) continue;
      for (const EndId id : waiting[{sender.peer_device, *sender.vc_id}]) {
        PwEnd& receiver = ends_[id.index];
        if (sender.counterpart.valid() || receiver.counterpart.valid()) continue;
        if (!name_each_other(sender, receiver) || !forms_fit(sender, receiver)) continue;
        if (same_type && sender.vc_type != receiver.vc_type) continue;
        sender.counterpart = id;
        receiver.counterpart = EndId{i};
      }
    }
  }
}

// Static PWs without VC IDs: what one sends is what the other waits for.
void PwEnds::exchange_labels() {
  const auto labelled = [](const PwEnd& end) {
    return !end.counterpart.valid() && end.transmit_label && end.receive_label;
  };
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    if (!labelled(ends_[i])) continue;
    for (std::size_t j = 0; j < ends_.size(); ++j) {
      PwEnd& a = ends_[i];
      PwEnd& b = ends_[j];
      if (!labelled(a) || !labelled(b) || !name_each_other(a, b) || (a.vc_id && b.vc_id)) continue;
      if (*a.transmit_label != *b.receive_label || *a.receive_label != *b.transmit_label) continue;
      a.counterpart = EndId{j};
      b.counterpart = EndId{i};
    }
  }
}

// A dynamic segment of the second or the backup side says what the far end of the first side says, through
// any number of switches; rounds end when nothing changes.
void PwEnds::pass_parameters() {
  for (std::size_t round = 0; round < ends_.size(); ++round) {
    bool changed = false;
    for (PwEnd& end : ends_) {
      if (end.kind != EndKind::Segment || end.side == SwitchSide::First || end.is_static) continue;
      const EndId first = of_switch(end.device, end.owner).front();
      const EndId far = (*this)[first].counterpart;
      if (!far.valid()) continue;
      const PwEnd& other = (*this)[far];
      if (!end.mtu && other.mtu) {
        end.mtu = other.mtu;
        changed = true;
      }
      if (!end.control_word && other.control_word) {
        end.control_word = other.control_word;
        changed = true;
      }
    }
    if (!changed) break;
  }
}

}  // namespace holdfast::replay

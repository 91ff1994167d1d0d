#include "solver/failures/alike.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <limits>

namespace holdfast::failures {
namespace {

using pairing::PwEnd;
using pairing::PwEndKind;

class Writer {
 public:
  Writer(const pairing::Pairing& net, const PwTransport& pws, const pairing::Service& service)
      : net_(net), pws_(pws), service_(service) {}

  std::string run(std::span<const Flow> flows) {
    for (const PortRef ac : service_.endpoints) write_ac(ac);
    for (const pairing::VsiRef vsi : service_.vsis) write_vsi(vsi);
    for (const pairing::PwEndId id : service_.ends) write_end(net_[id]);
    for (const Flow& flow : flows) {
      write_site(flow.a);
      write_site(flow.b);
      put(flow.has_prefix, flow.has_prefix ? to_string(flow.prefix) : std::string(), flow.unseen);
    }
    return std::move(text_);
  }

 private:
  template <class... Values>
  void put(const Values&... values) {
    ((fmt::format_to(std::back_inserter(text_), "{},", values)), ...);
    text_ += ';';
  }

  // The port that an AC goes up and down with.
  PortRef main_of(PortRef port) const {
    return net_[port].is_sub && *net_[port].shutdown ? port : pairing::parent_port(net_.network(), port);
  }

  void write_binding(const Box<AdminVrrpBinding>& binding) {
    if (binding) put("bound", *binding->interface, *binding->vrid, *binding->pw_redundancy);
  }

  void write_ac(PortRef ac) {
    const PortRef main = main_of(ac);
    const Interface& it = net_[ac];
    put("ac", main.device.index, main.interface.index, net_.etrunks().covering(ac).valid(), *it.hub_mode);
    const pairing::VrrpRef vrrp = net_.dual_homing().arbiter(ac).vrrp;
    if (vrrp.valid()) put("vrrp", vrrp.port.device.index, vrrp.port.interface.index, vrrp.index);
    for (const TrackedRoute& route : it.tracked_routes) {
      put("track", to_string(*route.prefix), route.vpn_instance ? **route.vpn_instance : std::string());
    }
    for (const PortRef l3 : net_.ve_groups().l3_of(ac)) put("l3", l3.device.index, l3.interface.index);
    put(net_.ve_groups().is_l2(ac));
    const pairing::AcGroup* group = net_.ac_groups().of(ac);
    if (group == nullptr) return;
    put("mode", static_cast<int>(net_.ac_groups().mode(*group)));
    if (group->ccc != nullptr)
      put("ccc", ac.interface.index, group->ccc_other.valid(), group->ccc_other.interface.index);
    if (const AcRedundancy* settings = net_.ac_groups().redundancy(*group)) {
      put(*settings->ignore_ac_state, *settings->secondary_ignore_ac_state, *settings->stream_dual_receiving,
          settings->pw_aps.has_value());
    }
  }

  void write_vsi(pairing::VsiRef ref) {
    const Vsi& vsi = net_[ref];
    put("vsi", ref.device.index, *vsi.shutdown, *vsi.ignore_ac_state, *vsi.isolate_spoken, *vsi.isolate_hub);
    for (const InterfaceId ac : net_.vsi_acs().of(ref)) put("of", place_of_ac({ref.device, ac}));
    for (const ProtectGroup& group : vsi.groups) {
      put("group", group.mode ? static_cast<int>(**group.mode) : -1, *group.stream_dual_receiving);
      for (const ProtectMember& member : group.members) {
        put(to_string(*member.peer),
            member.preference ? **member.preference : std::numeric_limits<std::uint32_t>::max());
        // Members of one peer are told apart by VC ID: leave such services to themselves.
        const auto same_peer = [&](const ProtectMember& it) { return *it.peer == *member.peer; };
        if (std::ranges::count_if(group.members, same_peer) > 1) put("alone", service_.name);
      }
    }
  }

  void write_end(const PwEnd& end) {
    const PwTransport::Key key = pws_.key_of(end.id);
    put("end", end.device.index, static_cast<int>(end.kind), static_cast<int>(end.half),
        place_of_end(net_.pw_ends().peer(end.id).counterpart), key.a.index, key.b.index, key.a_policy,
        key.b_policy, static_cast<int>(key.agreed), key.is_static);
    switch (end.kind) {
      case PwEndKind::Ac:
        put(place_of_ac(end.ac_port()), static_cast<int>(*end.pw->role), *end.pw->ignore_standby_state);
        write_binding(end.pw->admin_vrrp);
        if (end.pw->admin_vc_interface) put("mpw", **end.pw->admin_vc_interface);
        break;
      case PwEndKind::VsiPeer:
        put(to_string(end.peer->value), *end.vsi_peer->upe, *end.vsi_peer->ac_mode,
            *end.vsi_peer->track_hub_pw, *end.vsi_peer->ignore_standby_state,
            end.vsi_peer->negotiation_vc_id.has_value());
        put(std::ranges::find(service_.vsis, end.vsi) - service_.vsis.begin());
        write_binding(end.vsi_peer->admin_vrrp);
        break;
      case PwEndKind::Segment:
        put(static_cast<int>(end.side),
            std::ranges::find(service_.switched, end.switched) - service_.switched.begin());
        break;
    }
  }

  void write_site(const Site& site) {
    put("site", site.arbitrated, site.vpn);
    for (const PortRef ac : site.acs) put(place_of_ac(ac));
  }

  std::ptrdiff_t place_of_ac(PortRef ac) const {
    return std::ranges::find(service_.endpoints, ac) - service_.endpoints.begin();
  }
  std::ptrdiff_t place_of_end(pairing::PwEndId id) const {
    return std::ranges::find(service_.ends, id) - service_.ends.begin();
  }

  const pairing::Pairing& net_;
  const PwTransport& pws_;
  const pairing::Service& service_;
  std::string text_;
};

}  // namespace

std::string likeness(const pairing::Pairing& net, const PwTransport& pws, const pairing::Service& service,
                     std::span<const Flow> flows) {
  return Writer(net, pws, service).run(flows);
}

}  // namespace holdfast::failures

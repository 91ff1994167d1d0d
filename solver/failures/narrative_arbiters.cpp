// Why arbiters decide as they do, and why nobody can know.

#include <fmt/format.h>
#include <utility>

#include "solver/failures/narrative_causes.h"
#include "solver/failures/narrative_words.h"

namespace holdfast::failures {
namespace {

using pairing::EtrunkPair;
using pairing::EtrunkRef;
using pairing::PwEnd;
using rules::Evidence;

template <class T>
Evidence setting(DeviceId device, const Fact<T>& fact, const Etrunk& block, std::string note) {
  return {device, fact.configured() ? fact.where : block.where, std::move(note)};
}

bool keys_differ(const Etrunk& a, const Etrunk& b) {
  return a.key && b.key && (*a.key)->form == SecretForm::Clear && (*b.key)->form == SecretForm::Clear &&
         (*a.key)->fingerprint != (*b.key)->fingerprint;
}

}  // namespace

// Settings that keep two E-Trunks from hearing each other whatever the network does.
Cause Causes::of_etrunk_settings(const EtrunkPair& pair) {
  const Etrunk& a = net_[pair.a];
  const Etrunk& b = net_[pair.b];
  const auto both = [&](std::string text, const auto& of_a, const auto& of_b, const std::string& note) {
    return Cause{std::move(text),
                 {setting(pair.b.device, of_b, b, note), setting(pair.a.device, of_a, a, note)}};
  };
  const Fact<std::uint32_t> id_a{a.id, a.where, Origin::Configured};
  const Fact<std::uint32_t> id_b{b.id, b.where, Origin::Configured};
  if (a.id != b.id) return both("their E-Trunk ids differ", id_a, id_b, "E-Trunk id");
  if (!pair.mirrored) {
    Cause cause{"their E-Trunk addresses do not mirror each other"};
    for (const EtrunkRef ref : {pair.b, pair.a}) {
      const Etrunk& it = net_[ref];
      const Span where = it.peer_address ? it.peer_address->where : it.where;
      cause.lines.push_back({ref.device, where, "sends its hellos to this address"});
    }
    return cause;
  }
  if (keys_differ(a, b)) return both("their E-Trunk keys differ", *a.key, *b.key, "E-Trunk key");
  if (*a.udp_port != *b.udp_port) return both("their UDP ports differ", a.udp_port, b.udp_port, "UDP port");
  if (*a.sequence != *b.sequence) {
    return both("only one of them checks sequence numbers", a.sequence, b.sequence, "sequence numbers");
  }
  if (a.authentication_mode && b.authentication_mode && **a.authentication_mode != **b.authentication_mode) {
    return both("their authentication modes differ", *a.authentication_mode, *b.authentication_mode,
                "authentication mode");
  }
  return {};
}

Cause Causes::of_no_hellos(const EtrunkPair& pair) {
  if (Cause cause = of_etrunk_settings(pair); !cause.text.empty()) return cause;
  for (const auto& [from, to] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
    const Etrunk& it = net_[from];
    if (it.vpn_instance || !it.peer_address) continue;
    if (s_.engine().plane.routes.reach(from.device, **it.peer_address, failed()).value != Tri::Down) continue;
    return {fmt::format("{} no longer reaches {} ({})", device_words(net_, from.device),
                        device_words(net_, to.device), to_string(**it.peer_address)),
            {{from.device, it.peer_address->where, "the hellos have no other way"},
             {to.device, net_[to].peer_address ? net_[to].peer_address->where : net_[to].where,
              "nor have those of the other side"}}};
  }
  for (const EtrunkRef ref : {pair.a, pair.b}) {
    const auto& tracked = net_[ref].bfd_session;
    if (!tracked) continue;
    const pairing::BfdRef session = net_.bfd().find(ref.device, **tracked);
    if (!session.valid() || s_.engine().plane.bfd.up(session, failed()).value != Tri::Down) continue;
    Cause cause{
        fmt::format("BFD session {}, which {} tracks, is down", **tracked, device_words(net_, ref.device)),
        {{ref.device, tracked->where, "tracked, and down"},
         {ref.device, net_[session].where, "the session"}}};
    const pairing::BfdRef other = net_.bfd().peer(session).counterpart;
    if (!other.valid()) return cause;
    cause.lines.push_back({other.device, net_[other].where, "its other end"});
    for (const auto& [here, there] : {std::pair(session, other), std::pair(other, session)}) {
      const auto& local = net_[here].local_discriminator;
      const auto& remote = net_[there].remote_discriminator;
      if (!local || !remote || **local == **remote) continue;
      cause.lines.push_back({here.device, local->where, "this one's local discriminator"});
      cause.lines.push_back({there.device, remote->where, "is not the other one's remote discriminator"});
    }
    return cause;
  }
  return {};
}

Cause Causes::of_vrrp(pairing::VrrpRef one, pairing::VrrpRef other) {
  Cause cause{"they do not hear each other"};
  for (const pairing::VrrpRef ref : {one, other}) {
    cause.lines.push_back({ref.port.device, net_[ref].where, "master here"});
  }
  return cause;
}

Cause Causes::of_two_in_use(PortRef one, PortRef other) {
  const pairing::Arbiter first = net_.dual_homing().arbiter(one);
  const pairing::Arbiter second = net_.dual_homing().arbiter(other);
  if (first.etrunk_covers()) {
    const EtrunkPair* pair = net_.etrunks().of(first.etrunk);
    if (pair != nullptr && pair->paired()) {
      if (Cause cause = of_no_hellos(*pair); !cause.text.empty()) return cause;
    }
    Cause cause;
    for (const PortRef ac : {one, other}) {
      const PortRef main = pairing::parent_port(net_.network(), ac);
      if (!net_[main].trunk || *net_[main].trunk->etrunk_mode != EtrunkMemberMode::ForceMaster) continue;
      cause.text = "both legs are forced to be master";
      cause.lines.push_back({ac.device, net_[main].trunk->etrunk_mode.where, "forced"});
    }
    if (cause.text.empty() && pair != nullptr && !pair->paired()) {
      cause.text = "the two do not form one E-Trunk";
      for (const EtrunkRef ref : {first.etrunk, second.etrunk}) {
        if (ref.valid()) cause.lines.push_back({ref.device, net_[ref].where, "an E-Trunk of its own"});
      }
    }
    return cause;
  }
  if (first.vrrp.valid() && second.vrrp.valid()) return of_vrrp(first.vrrp, second.vrrp);
  return {};
}

Cause Causes::of_unknown(const PwEnd& end) {
  if (s_.transport(end.id).value != Tri::Unknown) return {};
  const PwEnd* other = net_.pw_ends().counterpart(end.id);
  if (other == nullptr) return of_no_transport(end);
  const PwTransport::Agreement agreed =
      s_.engine().pws.agreement(net_[std::min(end.id, other->id)], net_[std::max(end.id, other->id)]);
  if (agreed.value == Tri::Unknown) {
    return {agreed.reason,
            {{end.device, end.where, "one end"}, {other->device, other->where, "the other end"}}};
  }
  return {fmt::format("whether {} and {} have a tunnel to each other depends on what is not here or not "
                      "documented",
                      device_words(net_, end.device), device_words(net_, other->device)),
          {{end.device, end.where, "one end"}, {other->device, other->where, "the other end"}}};
}

Cause Causes::of_unknown(PortRef ac) {
  if (s_.ac_in_use(ac).value != Tri::Unknown) return {};
  const pairing::Arbiter arbiter = net_.dual_homing().arbiter(ac);
  if (arbiter.etrunk_covers()) {
    const EtrunkRef ref = arbiter.etrunk;
    const Etrunk& etrunk = net_[ref];
    const EtrunkPair* pair = net_.etrunks().of(ref);
    if (pair == nullptr || !pair->paired()) {
      const std::string peer = etrunk.peer_address ? to_string(**etrunk.peer_address) : "its peer";
      return {fmt::format("E-Trunk {} of {} needs the configuration of {}", etrunk.id,
                          device_words(net_, ref.device), peer),
              {{ref.device, etrunk.where, "its partner is not here"}}};
    }
    for (const auto& [end, other] : {std::pair(pair->a, pair->b), std::pair(pair->b, pair->a)}) {
      const auto& mode = net_[other].authentication_mode;
      if (net_[end].authentication_mode || !mode) continue;
      return {
          fmt::format("{} names no authentication mode for E-Trunk {}, and its default is not documented",
                      device_words(net_, end.device), net_[end].id),
          {{end.device, net_[end].where, "names no mode"}, {other.device, mode->where, "the other side's"}}};
    }
    for (const EtrunkRef end : {pair->a, pair->b}) {
      const auto& tracked = net_[end].bfd_session;
      if (!tracked) continue;
      const pairing::BfdRef session = net_.bfd().find(end.device, **tracked);
      if (session.valid() && s_.engine().plane.bfd.up(session, failed()).value != Tri::Unknown) continue;
      return {fmt::format("{} tracks BFD session {}, {}", device_words(net_, end.device), **tracked,
                          session.valid() ? "whose other end is not here" : "which is not defined"),
              {{end.device, tracked->where, session.valid() ? "its other end is not here" : "not defined"}}};
    }
    return {fmt::format("the lines of E-Trunk {} do not say which of {} and {} becomes master", etrunk.id,
                        device_words(net_, pair->a.device), device_words(net_, pair->b.device)),
            {{pair->a.device, net_[pair->a].where, "one side"},
             {pair->b.device, net_[pair->b].where, "the other side"}}};
  }
  if (arbiter.binding != nullptr) {
    return {fmt::format("the state of mVRRP group {} on {} is not known", *arbiter.binding->vrid,
                        device_words(net_, ac.device)),
            {{ac.device, arbiter.binding->where, "bound to it"}}};
  }
  return {fmt::format("whether {} is up is not known", port_words(net_, ac)),
          {{ac.device, net_[ac].where, "this AC"}}};
}

}  // namespace holdfast::failures

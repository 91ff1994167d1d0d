// Where a frame ends although a way works, and which lines are to blame.

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "solver/failures/narrative_parts.h"
#include "solver/failures/narrative_words.h"

namespace holdfast::failures {
namespace {

using pairing::AcGroup;
using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;
using rules::Evidence;
using Kind = WalkStep::Kind;

bool same_pw(const Pairing& net, PwEndId a, PwEndId b) {
  return a == b || net.pw_ends().peer(a).counterpart == b;
}

bool same_place(const PwEnd& a, const PwEnd& b) {
  if (a.device != b.device || a.kind != b.kind) return false;
  switch (a.kind) {
    case PwEndKind::Ac:
      return a.ac == b.ac;
    case PwEndKind::VsiPeer:
      return a.vsi == b.vsi;
    case PwEndKind::Segment:
      return a.switched == b.switched;
  }
  return false;
}

// Where the frame and the way that works part: the PW taken, and the one that leads on from the same place.
struct Parting {
  const PwEnd* taken = nullptr;   // null: the frame takes no PW there, it ends
  const PwEnd* better = nullptr;  // null: the way leaves at an AC there
};
Parting parting(const Pairing& net, const std::vector<PwEndId>& taken, const std::vector<PwEndId>& way) {
  std::size_t i = 0;
  while (i < taken.size() && i < way.size() && same_pw(net, taken[i], way[i])) ++i;
  return {i < taken.size() ? &net[taken[i]] : nullptr, i < way.size() ? &net[way[i]] : nullptr};
}

class Blame {
 public:
  Blame(ServiceEvaluator& states, const Flow& flow, const Branch& branch, const std::vector<PwEndId>& way)
      : s_(states),
        net_(states.net()),
        flow_(flow),
        branch_(branch),
        parting_(parting(states.net(), sent_on(branch), way)),
        why_(states) {}

  Verdict run() {
    tell_unnoticed();
    const Cause end = end_of(s_, flow_, branch_);
    const WalkStep& last = branch_.steps.back();
    say(StoryPart::Lost, device_of(net_, last), {},
        fmt::format("{} drops it: {}", device_words(net_, device_of(net_, last)), end.text));
    by_end(last);
    if (verdict_.blame.empty() && end.lines.empty()) by_decision();
    for (const Evidence& line : end.lines) add(line);
    return std::move(verdict_);
  }

 private:
  void say(StoryPart part, DeviceId device, Span where, std::string text) {
    verdict_.steps.push_back({part, {device, where, std::move(text)}});
  }
  void remedy(const Evidence& line, std::string text) {
    say(StoryPart::Remedy, line.device, line.where, std::move(text));
  }
  void add(const Evidence& line) {
    const auto same = [&](const Evidence& it) { return it.where == line.where; };
    if (line.where.known() && std::ranges::none_of(verdict_.blame, same)) verdict_.blame.push_back(line);
  }

  // The chooser that goes on as before, for all it knows.
  void tell_unnoticed() {
    const PwEnd* taken = parting_.taken;
    if (taken == nullptr || parting_.better == nullptr || !same_place(*taken, *parting_.better)) return;
    if (s_.up(taken->id).value != Tri::Up) return;
    say(StoryPart::Unnoticed, taken->device, taken->where,
        fmt::format("{}: its {} stays up, so it goes on sending there", device_words(net_, taken->device),
                    pw_words(net_, *taken)));
  }

  void by_end(const WalkStep& last) {
    switch (last.kind) {
      case Kind::NoWayOn:
        no_way_on(last);
        break;
      case Kind::NoHandOver:
      case Kind::OtherSite:
        no_hand_over(last.port);
        break;
      case Kind::AcNotInUse:
        not_in_use(last.port);
        break;
      case Kind::NoPwUp:
        no_pw_up();
        break;
      case Kind::NotChosen:
        not_chosen(net_[last.end]);
        break;
      default:
        break;
    }
  }

  // A spoke that stays up although the hub is gone.
  void no_way_on(const WalkStep& last) {
    if (!last.end.valid() || net_[last.end].kind != PwEndKind::VsiPeer) return;
    const PwEnd& in = net_[last.end];
    bool hubs = false;
    bool hub_up = false;
    for (const PwEnd& other : net_.pw_ends().of_vsi(in.vsi)) {
      if (*other.vsi_peer->upe || *other.vsi_peer->ac_mode) continue;
      hubs = true;
      hub_up = hub_up || s_.up(other.id).value != Tri::Down;
    }
    if (!*in.vsi_peer->upe || !hubs || hub_up || *in.vsi_peer->track_hub_pw) return missing_mesh(in);
    const Evidence line{in.device, in.where, "this spoke PW does not track the hub PWs"};
    add(line);
    remedy(line, fmt::format("with `track hub-pw` under its {}, {} would take it down, and {} would move",
                             pw_words(net_, in), device_words(net_, in.device), far_words(net_, in)));
  }

  // A full mesh that lacks the PW to the device where the frame should go.
  void missing_mesh(const PwEnd& in) {
    for (const WalkStep& step : branch_.steps) {
      if (step.kind != Kind::ArrivesOn || net_[step.end].kind != PwEndKind::VsiPeer) continue;
      for (const PwEnd& other : net_.pw_ends().of_vsi(net_[step.end].vsi)) {
        const pairing::PwPeer& peer = net_.pw_ends().peer(other.id);
        const bool wanted =
            std::ranges::any_of(flow_.a.acs, [&](PortRef ac) { return ac.device == peer.device; }) ||
            std::ranges::any_of(flow_.b.acs, [&](PortRef ac) { return ac.device == peer.device; });
        if (!wanted || peer.device == in.device || s_.transport(other.id).value != Tri::Down) continue;
        const Cause cause = why_.of_no_transport(other);
        if (cause.lines.empty()) continue;
        for (const Evidence& line : cause.lines) add(line);
        remedy(cause.lines.front(),
               fmt::format("{}'s {} would carry it, but {}", device_words(net_, other.device),
                           pw_words(net_, other), cause.text));
        return;
      }
    }
  }

  void no_hand_over(PortRef l2ve) {
    const Interface& here = net_[l2ve];
    const std::string& device = device_words(net_, l2ve.device);
    if (!net_.ve_groups().is_l2(l2ve) || net_.ve_groups().l3_of(l2ve).empty()) return;
    if (here.tracked_routes.empty()) {
      const Evidence line{l2ve.device, here.where, "this L2VE interface tracks no route"};
      add(line);
      remedy(line, fmt::format("with `mpls l2vpn track route` on {}, {} would take the PW down, and the far "
                               "end would move",
                               here.name, device));
      return;
    }
    for (const TrackedRoute& route : here.tracked_routes) {
      add({l2ve.device, route.where, "tracked, and still there: it is not the route that is missing"});
    }
  }

  void not_in_use(PortRef ac) {
    const AcGroup* group = net_.ac_groups().of(ac);
    const Evidence line{ac.device, net_[ac].where, "a backup AC without a bypass PW"};
    if (s_.ac_up(ac).value == Tri::Down && group != nullptr) ac_ignored(*group);
    if (s_.ac_up(ac).value != Tri::Up || group == nullptr || heeds_nothing()) return;
    const pairing::Twin twin = net_.dual_homing().twin(ac);
    if (group->has_any_bypass()) {
      for (const PwEndId id : {group->bypass, group->ac_bypass}) {
        if (!id.valid()) continue;
        const Cause cause = why_.of_not_up(net_[id]);
        add({ac.device, net_[id].where, "the bypass PW is not up"});
        for (const Evidence& more : cause.lines) add(more);
      }
      return;
    }
    add(line);
    if (!twin.port.valid()) return;
    add({twin.device, net_[twin.port].where, "no bypass PW here either"});
    remedy(line, fmt::format("a bypass PW between {} and {} would carry it to {}, whose AC is in use",
                             device_words(net_, ac.device), device_words(net_, twin.device),
                             device_words(net_, twin.device)));
  }

  // An AC that is down, and a PW that does not say so.
  void ac_ignored(const AcGroup& group) {
    const AcRedundancy* settings = net_.ac_groups().redundancy(group);
    if (settings == nullptr || !*settings->ignore_ac_state) return;
    const Evidence line{group.ac.device, settings->ignore_ac_state.where, "the PW stays up without its AC"};
    add(line);
    remedy(line, fmt::format("without `ignore-ac-state`, {} would report the PW down with its AC",
                             device_words(net_, group.ac.device)));
  }

  // The sender could have gone elsewhere and does not look at what far ends announce.
  bool heeds_nothing() {
    const PwEnd* taken = parting_.taken;
    if (taken == nullptr || parting_.better == nullptr || taken->kind != PwEndKind::Ac) return false;
    const AcGroup* group = net_.ac_groups().of(*taken);
    if (group == nullptr || !group->has_redundancy()) return false;
    const AcRedundancy* settings = net_.ac_groups().redundancy(*group);
    if (settings == nullptr || *settings->mode == RedundancyMode::Independent) return false;
    const Evidence line{group->ac.device,
                        settings->mode.configured() ? settings->mode.where : net_[group->ac].where,
                        "takes the primary PW whatever the far ends announce"};
    add(line);
    remedy(line, fmt::format("in independent mode {} would follow what the far ends announce",
                             device_words(net_, group->ac.device)));
    return true;
  }

  // A PW that has transport and that somebody reports down; the one that leads on, if it starts here.
  void no_pw_up() {
    const PortRef ac = branch_.steps.back().port;
    const bool better_here = parting_.better != nullptr && parting_.better->kind == PwEndKind::Ac &&
                             parting_.better->ac_port() == ac;
    for (const PwEnd& end : net_.pw_ends().of_ac(ac)) {
      if (better_here && end.id != parting_.better->id) continue;
      if (s_.transport(end.id).value == Tri::Down || s_.up(end.id).value != Tri::Down) continue;
      const Cause cause = why_.of_not_up(end);
      for (const Evidence& line : cause.lines) add(line);
      if (cause.lines.empty() || cause.text.empty()) continue;
      remedy(cause.lines.front(),
             fmt::format("{}'s {} has all it needs, but {}", device_words(net_, end.device),
                         pw_words(net_, end), cause.text));
    }
  }

  void not_chosen(const PwEnd& in) {
    const PwEnd* sender = net_.pw_ends().counterpart(in.id);
    add({in.device, in.where, "arrives here, and another PW is chosen"});
    if (sender != nullptr) add({sender->device, sender->where, "the sender has chosen this one"});
  }

  // Nothing better is known: the two lines between which was decided.
  void by_decision() {
    verdict_.guessed = true;
    if (parting_.taken != nullptr) {
      add({parting_.taken->device, parting_.taken->where, "taken"});
    }
    const PwEnd* better = parting_.better;
    if (better == nullptr) return;
    const Cause cause = why_.of_not_up(*better);
    for (const Evidence& line : cause.lines) add(line);
    if (!cause.text.empty()) {
      remedy({better->device, better->where, {}},
             fmt::format("{}'s {} would carry it, but {}", device_words(net_, better->device),
                         pw_words(net_, *better), cause.text));
    }
    add({better->device, better->where, "would have worked"});
  }

  ServiceEvaluator& s_;
  const Pairing& net_;
  const Flow& flow_;
  const Branch& branch_;
  Parting parting_;
  Causes why_;
  Verdict verdict_;
};

std::string no_pw_words(const Pairing& net, PortRef ac) {
  std::vector<std::string> words;
  for (const PwEnd& end : net.pw_ends().of_ac(ac)) {
    const bool bypass = end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
    if (!bypass) words.push_back("its " + pw_words(net, end));
  }
  if (words.size() == 2) return fmt::format("neither {} nor {} is up", words[0], words[1]);
  return words.empty() ? "no PW is up"
                       : fmt::format("{} {} down", joined(words), words.size() == 1 ? "is" : "are");
}

std::string no_way_words(const Pairing& net, ServiceEvaluator& states, const PwEnd& in) {
  if (in.kind == PwEndKind::Segment) return "the other side of the switched PW is down";
  const std::string& vsi = net[in.vsi].name;
  bool hubs = false;
  bool hub_up = false;
  for (const PwEnd& other : net.pw_ends().of_vsi(in.vsi)) {
    if (*other.vsi_peer->upe || *other.vsi_peer->ac_mode) continue;
    hubs = true;
    hub_up = hub_up || states.up(other.id).value != Tri::Down;
  }
  if (hubs && !hub_up) return fmt::format("VSI {} has no hub PW left", vsi);
  if (vsi_port(in).hub) {
    return fmt::format("from a hub PW, split horizon lets it go to no other hub PW of VSI {}", vsi);
  }
  return fmt::format("no PW and no AC of VSI {} leads on", vsi);
}

Cause of_shut_down_vsi(const Pairing& net, const WalkStep& last) {
  const pairing::VsiRef ref = last.end.valid() ? net[last.end].vsi : net.vsi_acs().vsi_of(last.port);
  if (!ref.valid() || !*net[ref].shutdown) return {};
  return {fmt::format("VSI {} is shut down", net[ref].name),
          {{ref.device, net[ref].shutdown.where, "shut down"}},
          {}};
}

}  // namespace

Cause end_of(ServiceEvaluator& states, const Flow& flow, const Branch& branch) {
  const Pairing& net = states.net();
  const WalkStep& last = branch.steps.back();
  switch (last.kind) {
    case Kind::AcNotInUse: {
      Cause cause = Causes(states).of_not_in_use(last.port);
      const AcGroup* group = net.ac_groups().of(last.port);
      const bool bypass = group != nullptr && group->has_any_bypass();
      if (states.ac_up(last.port).value == Tri::Up && group != nullptr && !bypass) {
        cause.text += ", and there is no bypass PW";
      }
      cause.lines.clear();
      return cause;
    }
    case Kind::NoPwUp:
      return {no_pw_words(net, last.port)};
    case Kind::NotChosen:
      return {
          fmt::format("it comes in on the {}, and another PW is chosen here", pw_words(net, net[last.end])),
      };
    case Kind::BypassIdle:
      return {"it comes in on the bypass PW, which stands for neither the AC nor the PW here",
              {{net[last.end].device, net[last.end].where, "idle"}},
              {}};
    case Kind::NoWayOn:
      if (Cause cause = of_shut_down_vsi(net, last); !cause.text.empty()) return cause;
      if (last.end.valid()) return {no_way_words(net, states, net[last.end])};
      return {"no PW of its VSI leads on"};
    case Kind::NoHandOver:
      return Causes(states).of_no_hand_over(last.port, flow);
    case Kind::OtherSite:
      if (net.ve_groups().is_l2(last.port)) return Causes(states).of_no_hand_over(last.port, flow);
      return {fmt::format("{} leads to another site", net[last.port].name),
              {{last.port.device, net[last.port].where, "leads to another site"}}};
    default:
      return {};
  }
}

std::vector<std::string> hops_of(const Pairing& net, const Branch& branch) {
  std::vector<std::string> hops;
  const auto add = [&](std::string hop) {
    if (hops.empty() || hops.back() != hop) hops.push_back(std::move(hop));
  };
  for (const WalkStep& step : branch.steps) {
    const bool at_site =
        step.kind == Kind::EntersAc || step.kind == Kind::LeavesAc || step.kind == Kind::HandsOver;
    const std::string site = at_site ? beyond(net, step.port) : std::string();
    if (step.kind == Kind::EntersAc && !site.empty()) add(site);
    add(device_words(net, device_of(net, step)));
    if (step.kind != Kind::EntersAc && !site.empty()) add(site);
  }
  return hops;
}

bool by_choice(ServiceEvaluator& states, const Branch& branch, const std::vector<PwEndId>& way) {
  const Parting at = parting(states.net(), sent_on(branch), way);
  return at.taken != nullptr && at.better != nullptr && same_place(*at.taken, *at.better) &&
         states.up(at.taken->id).value == Tri::Up && states.up(at.better->id).value == Tri::Up;
}

Verdict judge_loss(ServiceEvaluator& states, const Flow& flow, const Branch& branch,
                   const std::vector<PwEndId>& way) {
  return Blame(states, flow, branch, way).run();
}

}  // namespace holdfast::failures

#include "solver/failures/narrative.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "solver/failures/narrative_parts.h"
#include "solver/failures/narrative_words.h"

namespace holdfast::failures {
namespace {

using pairing::Pairing;
using pairing::PwEnd;
using pairing::PwEndId;
using rules::Evidence;

constexpr std::size_t kMostUnknowns = 4;  // reasons that are told

std::string way_words(const std::vector<std::string>& hops) {
  return fmt::format("{}", fmt::join(hops, " -> "));
}

class Teller {
 public:
  Teller(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed)
      : s_(states),
        net_(states.net()),
        flow_(flow),
        before_(at(states, flow, {})),
        account_(account(states, flow, failed)) {}

  Story run() {
    story_.outcome = account_.outcome;
    if (flow_.b.acs.empty()) {
      say(StoryPart::Lost, {}, fmt::format("the far end needs {}", flow_.unseen));
      return finish("unseen");
    }
    if (account_.outcome != Outcome::LostUnavoidable) story_.steps = changes(s_, before_, moment_of(s_));
    switch (account_.outcome) {
      case Outcome::Delivered:
        delivered();
        break;
      case Outcome::LostAvoidable:
        lost();
        break;
      case Outcome::LostUnavoidable:
        cut_off();
        break;
      case Outcome::DualActive:
        dual_active();
        break;
      case Outcome::Flapping:
        flapping();
        break;
      case Outcome::Unknown:
        unknown();
        break;
    }
    return finish(place_);
  }

 private:
  static Moment at(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed) {
    if (flow.b.acs.empty()) return {};
    states.set(failed);
    states.settle();
    return moment_of(states);
  }

  void say(StoryPart part, const Evidence& where, std::string text) {
    story_.steps.push_back({part, {where.device, where.where, std::move(text)}});
  }
  void blame(const Evidence& line) {
    const auto same = [&](const Evidence& it) { return it.where == line.where; };
    if (line.where.known() && std::ranges::none_of(story_.blame, same)) story_.blame.push_back(line);
  }

  Story finish(std::string_view place) {
    story_.key = fmt::format("{}|{}", to_string(story_.outcome), place);
    for (const Evidence& line : story_.blame) {
      story_.key += fmt::format("|{}:{}:{}", static_cast<std::uint32_t>(line.where.file), line.where.line,
                                line.where.column);
    }
    return std::move(story_);
  }

  bool from_first(PortRef ac) const { return std::ranges::binary_search(flow_.a.acs, ac); }
  const Site& far_site(PortRef from) const { return from_first(from) ? flow_.b : flow_.a; }

  std::string destination(PortRef from) const {
    const Site& to = far_site(from);
    if (!to.vpn || !flow_.has_prefix) return site_words(net_, to);
    return fmt::format("{} in {}", to_string(flow_.prefix), site_words(net_, to));
  }

  void traffic(PortRef from, const std::vector<std::string>& hops) {
    say(StoryPart::Traffic, {from.device, {}, {}},
        fmt::format("towards {}: {}", destination(from), way_words(hops)));
  }

  // The branch of a walk that arrives; the walk of an AC in use comes first.
  void delivered() {
    for (const FlowAccount::Direction& walk : account_.walks) {
      for (const Branch& branch : branches_of(net_, walk.walk)) {
        if (!branch.arrives() || !from_first(walk.from)) continue;
        story_.path = hops_of(net_, branch);
        traffic(walk.from, story_.path);
        return;
      }
    }
  }

  void lost() {
    std::optional<std::pair<PortRef, Branch>> worst;
    std::pair<bool, int> most{false, -1};
    for (const FlowAccount::Direction& walk : account_.walks) {
      const std::vector<Branch> branches = branches_of(net_, walk.walk);
      if (std::ranges::any_of(branches, &Branch::arrives)) continue;
      const Branch* branch = telling(branches);
      if (branch == nullptr) continue;
      const std::pair telling_most(by_choice(s_, *branch, way_from(walk.from)), telling_rank(*branch));
      if (telling_most <= most) continue;
      most = telling_most;
      worst = {walk.from, *branch};
    }
    if (!worst) {
      nothing_in_use();
      return;
    }
    const auto& [from, branch] = *worst;
    story_.path = hops_of(net_, branch);
    const Verdict verdict = judge_loss(s_, flow_, branch, way_from(from));
    split_site(from);
    tell_steps(verdict, StoryPart::Unnoticed);
    traffic(from, story_.path);
    tell_steps(verdict, StoryPart::Lost);
    working_way(from);
    tell_steps(verdict, StoryPart::Remedy);
    if (!verdict.guessed || story_.blame.empty()) {
      for (const Evidence& line : verdict.blame) blame(line);
    }
    const WalkStep& last = branch.steps.back();
    place_ = fmt::format("{}@{}:{}", static_cast<int>(last.kind), device_of(net_, last).index,
                         last.end.valid() ? last.end.index : last.port.interface.index);
  }

  // Two ACs of an arbitrated site that are both in use: the site sends into the one that leads nowhere too.
  void split_site(PortRef from) {
    const Site& site = from_first(from) ? flow_.a : flow_.b;
    if (!site.arbitrated) return;
    for (const PortRef other : site.acs) {
      if (other == from || s_.ac_in_use(other).value != Tri::Up) continue;
      const Cause cause = Causes(s_).of_two_in_use(from, other);
      say(StoryPart::Noticed, {from.device, cause.lines.empty() ? Span{} : cause.lines.front().where, {}},
          fmt::format("{} and {} each take themselves for the master{}{}", device_words(net_, from.device),
                      device_words(net_, other.device), cause.text.empty() ? "" : ": ", cause.text));
      say(StoryPart::Unnoticed, {from.device, net_[from].where, {}},
          fmt::format("{} goes on sending to {} as well", customer(site), port_words(net_, from)));
      for (const Evidence& line : cause.lines) blame(line);
      return;
    }
  }

  std::string customer(const Site& site) const {
    const std::string device = beyond(net_, site.acs.front());
    return device.empty() ? "the customer" : device;
  }

  void tell_steps(const Verdict& verdict, StoryPart part) {
    for (const StoryStep& step : verdict.steps) {
      if (step.part == part) story_.steps.push_back(step);
    }
  }

  // The way that works, as the frame from this AC would go it.
  std::vector<PwEndId> way_from(PortRef from) const {
    std::vector<PwEndId> way = account_.ways.example;
    if (from_first(from)) return way;
    std::ranges::reverse(way);
    for (PwEndId& id : way) id = net_.pw_ends().peer(id).counterpart;
    return way;
  }

  void working_way(PortRef from) {
    const std::vector<PwEndId> way = way_from(from);
    if (way.empty()) return;
    std::vector<std::string> hops;
    const auto add = [&](const std::string& hop) {
      if (hops.empty() || hops.back() != hop) hops.push_back(hop);
    };
    if (const std::string start = beyond(net_, from); !start.empty()) add(start);
    for (const PwEndId id : way) {
      add(device_words(net_, net_[id].device));
      add(far_words(net_, net_[id]));
    }
    const Site& to = far_site(from);
    const std::string end = beyond(net_, to.acs.front());
    if (!end.empty() && end == site_words(net_, to)) add(end);
    say(StoryPart::Works, {net_[way.front()].device, net_[way.front()].where, {}}, way_words(hops));
  }

  // A site that sends nothing, for none of its ACs is in use.
  void nothing_in_use() {
    for (const Site* site : {&flow_.a, &flow_.b}) {
      const bool silent =
          std::ranges::none_of(site->acs, [&](PortRef ac) { return s_.ac_in_use(ac).value == Tri::Up; });
      if (!silent) continue;
      std::vector<std::string> reasons;
      for (const PortRef ac : site->acs) {
        const Cause cause = Causes(s_).of_not_in_use(ac);
        if (!cause.text.empty()) reasons.push_back(cause.text);
        if (s_.ac_up(ac).value != Tri::Up) continue;
        for (const Evidence& line : cause.lines) blame(line);
        blame({ac.device, net_[ac].where, "up, and not in use"});
      }
      say(StoryPart::Lost, {site->acs.front().device, {}, {}},
          fmt::format("no AC of {} is in use: {}", site_words(net_, *site), joined(reasons)));
      working_way(site->acs.front());
      place_ = fmt::format("silent:{}", site == &flow_.a ? 0 : 1);
      return;
    }
    place_ = "lost";
  }

  // What is gone when no way is left: all ACs of a site, or what lies between the sites.
  void cut_off() {
    for (const Site* site : {&flow_.a, &flow_.b}) {
      std::vector<std::string> down;
      for (const PortRef ac : site->acs) {
        if (s_.ac_up(ac).value == Tri::Down) down.push_back(port_words(net_, ac));
      }
      if (down.size() < site->acs.size()) continue;
      say(StoryPart::Lost, {site->acs.front().device, net_[site->acs.front()].where, {}},
          site->acs.size() == 1
              ? fmt::format("{} is cut off: its only AC, {}, is down", site_words(net_, *site), down.front())
              : fmt::format("{} is cut off: {} are down", site_words(net_, *site), joined(down)));
      place_ = fmt::format("end:{}", site == &flow_.a ? 0 : 1);
      return;
    }
    say(StoryPart::Lost, {flow_.a.acs.front().device, {}, {}},
        fmt::format("no configured way is left between {} and {}", site_words(net_, flow_.a),
                    destination(flow_.a.acs.front())));
    place_ = "between";
  }

  void dual_active() {
    if (account_.both_in_use.size() > 1) {
      two_in_use();
      return;
    }
    std::optional<Pole> best;
    for (const FlowAccount::Direction& walk : account_.walks) {
      std::vector<Branch> arriving = branches_of(net_, walk.walk);
      std::erase_if(arriving, [](const Branch& it) { return !it.arrives(); });
      if (arriving.size() < 2) continue;
      for (Pole& pole : poles(walk.from, arriving[0], arriving[1])) {
        if (!best || pole.weight > best->weight) best = std::move(pole);
      }
    }
    if (best) {
      tell_pole(*best);
    } else {
      tell_twice();
    }
  }

  // One way goes on where the other one has arrived already.
  void tell_twice() {
    for (const FlowAccount::Direction& walk : account_.walks) {
      std::vector<Branch> arriving = branches_of(net_, walk.walk);
      std::erase_if(arriving, [](const Branch& it) { return !it.arrives(); });
      if (arriving.size() < 2) continue;
      story_.path = hops_of(net_, arriving[0]);
      traffic(walk.from, story_.path);
      say(StoryPart::Lost, {walk.from.device, {}, {}},
          fmt::format("the same frame arrives once more: {}", way_words(hops_of(net_, arriving[1]))));
      const std::vector<PwEndId> first = sent_on(arriving[0]);
      const std::vector<PwEndId> second = sent_on(arriving[1]);
      const std::vector<PwEndId>& longer = first.size() > second.size() ? first : second;
      if (!longer.empty()) blame({net_[longer.back()].device, net_[longer.back()].where, "goes on here"});
      place_ = "twice";
      return;
    }
  }

  // One of the two devices between which a frame takes two ways at once.
  struct Pole {
    PortRef from;
    std::vector<std::string> one;  // the ways
    std::vector<std::string> other;
    PwEndId first;  // the ends of the two ways at this device
    PwEndId second;
    int weight = 0;  // how much speaks for it being the one that should choose
  };

  std::vector<Pole> poles(PortRef from, const Branch& one, const Branch& other) const {
    const std::vector<PwEndId> a = sent_on(one);
    const std::vector<PwEndId> b = sent_on(other);
    std::size_t i = 0;
    while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
    std::size_t j = 0;
    while (j < a.size() && j < b.size() && a[a.size() - 1 - j] == b[b.size() - 1 - j]) ++j;
    if (i == a.size() || i == b.size() || j == a.size() || j == b.size()) return {};
    const auto far = [this](PwEndId id) { return net_.pw_ends().peer(id).counterpart; };
    std::vector<Pole> result;
    for (const auto& [first, second] :
         {std::pair(a[i], b[i]), std::pair(far(a[a.size() - 1 - j]), far(b[b.size() - 1 - j]))}) {
      result.push_back({from, hops_of(net_, one), hops_of(net_, other), first, second,
                        should_choose(first) + should_choose(second)});
    }
    return result;
  }

  // A device whose far ends take it for a spoke, or that has a group to choose in.
  int should_choose(PwEndId id) const {
    const PwEnd* far = net_.pw_ends().counterpart(id);
    const bool spoke = far != nullptr && far->vsi_peer != nullptr && *far->vsi_peer->upe;
    const PwEnd& end = net_[id];
    const bool group = end.kind == pairing::PwEndKind::VsiPeer && !net_[end.vsi].groups.empty();
    return (spoke ? 2 : 0) + (group ? 1 : 0);
  }

  void tell_pole(const Pole& pole) {
    story_.path = pole.one;
    traffic(pole.from, pole.one);
    say(StoryPart::Lost, {pole.from.device, {}, {}},
        fmt::format("the same frame arrives once more: {}", way_words(pole.other)));
    const PwEnd& first = net_[pole.first];
    const PwEnd& second = net_[pole.second];
    if (first.kind == pairing::PwEndKind::VsiPeer) {
      for (const ProtectGroup& group : net_[first.vsi].groups) {
        blame({first.device, group.where, "does not hold both PWs"});
      }
    }
    blame({first.device, first.where, "carries"});
    blame({second.device, second.where, "carries at the same time"});
    say(StoryPart::Remedy, {first.device, first.where, {}},
        fmt::format("{} should use only one of its {} and its {} at a time", device_words(net_, first.device),
                    pw_words(net_, first), pw_words(net_, second)));
    place_ = fmt::format("fork:{}", first.device.index);
  }

  void two_in_use() {
    const PortRef one = account_.both_in_use[0];
    const PortRef other = account_.both_in_use[1];
    const Cause cause = Causes(s_).of_two_in_use(one, other);
    say(StoryPart::Noticed, {one.device, cause.lines.empty() ? Span{} : cause.lines.front().where, {}},
        fmt::format("{} and {} each take themselves for the master{}{}", device_words(net_, one.device),
                    device_words(net_, other.device), cause.text.empty() ? "" : ": ", cause.text));
    for (const FlowAccount::Direction& walk : account_.walks) {
      for (const Branch& branch : branches_of(net_, walk.walk)) {
        if (!branch.arrives() || (walk.from != one && walk.from != other)) continue;
        if (story_.path.empty()) story_.path = hops_of(net_, branch);
        traffic(walk.from, hops_of(net_, branch));
      }
    }
    const Site& site = from_first(one) ? flow_.a : flow_.b;
    say(StoryPart::Lost, {one.device, {}, {}},
        fmt::format("{} and {} are in use at once, and both put frames on their PWs: {} is connected twice",
                    port_words(net_, one), port_words(net_, other), site_words(net_, site)));
    say(StoryPart::Remedy, {one.device, {}, {}},
        fmt::format("if {} and {} heard each other, one of them would keep its side down",
                    device_words(net_, one.device), device_words(net_, other.device)));
    for (const Evidence& line : cause.lines) blame(line);
    if (story_.blame.empty()) {
      blame({one.device, net_[one].where, "in use"});
      blame({other.device, net_[other].where, "in use as well"});
    }
    place_ = fmt::format("both:{}:{}", one.device.index, other.device.index);
  }

  void flapping() {
    say(StoryPart::Lost, {flow_.a.acs.front().device, {}, {}},
        "the devices never settle: what one of them does makes another one undo it");
    for (const pairing::BfdRef session : s_.engine().plane.bfd.restless(Failed(s_.failed()))) {
      circle_of(session);
    }
    for (const PwEndId id : s_.service().ends) {
      const PwEnd& end = net_[id];
      const bool tracks = end.vsi_peer != nullptr && *end.vsi_peer->track_hub_pw;
      if (tracks || (end.kind == pairing::PwEndKind::Segment)) {
        blame({end.device, end.where, "takes part"});
      }
    }
    place_ = "flapping";
  }

  // A session goes over the route that follows it.
  void circle_of(pairing::BfdRef session) {
    for (const StaticRoute& route : net_[session.device].static_routes) {
      if (!route.bfd_session || net_.bfd().find(session.device, **route.bfd_session) != session) continue;
      const std::string to = to_string(*route.destination);
      say(StoryPart::Noticed, {session.device, route.where, {}},
          fmt::format(
              "{} drops its route to {} when BFD session {} goes down; without that route the session "
              "comes up, and with the session the route",
              device_words(net_, session.device), to, net_[session].name));
      say(StoryPart::Remedy, {session.device, route.where, {}},
          fmt::format("if the route to {} did not track the session that goes over it, it would stay", to));
      blame({session.device, route.where, "follows a session whose way it changes"});
    }
  }
  Cause of_aps(PortRef ac) const {
    const pairing::AcGroup* group = net_.ac_groups().of(ac);
    const AcRedundancy* settings = group == nullptr ? nullptr : net_.ac_groups().redundancy(*group);
    if (settings == nullptr || !settings->pw_aps) return {};
    return {fmt::format("PW APS {} decides at {} which PW carries, which is not modelled", **settings->pw_aps,
                        device_words(net_, ac.device)),
            {{ac.device, settings->pw_aps->where, "decides which PW carries"}},
            {}};
  }

  void unknown() {
    std::vector<std::string> told;
    const auto add = [&](const Cause& cause) {
      if (cause.text.empty() || told.size() == kMostUnknowns) return;
      if (std::ranges::find(told, cause.text) != told.end()) return;
      told.push_back(cause.text);
      const Evidence where = cause.lines.empty() ? Evidence{} : cause.lines.front();
      say(StoryPart::Lost, where, cause.text);
      for (const Evidence& line : cause.lines) blame(line);
    };
    for (const Site* site : {&flow_.a, &flow_.b}) {
      for (const PortRef ac : site->acs) add(Causes(s_).of_unknown(ac));
    }
    for (const PortRef ac : s_.service().endpoints) add(of_aps(ac));
    for (const PwEndId id : s_.service().ends) add(Causes(s_).of_unknown(net_[id]));
    if (told.empty()) say(StoryPart::Lost, {}, "it depends on what is not here or not documented");
    place_ = "unknown";
  }

  ServiceEvaluator& s_;
  const Pairing& net_;
  const Flow& flow_;
  Moment before_;
  FlowAccount account_;
  Story story_;
  std::string place_;
};

}  // namespace

Story tell(ServiceEvaluator& states, const Flow& flow, const FailureSet& failed) {
  return Teller(states, flow, failed).run();
}

}  // namespace holdfast::failures

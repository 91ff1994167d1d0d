// What devices see and do under failures.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "solver/failures/narrative_parts.h"
#include "solver/failures/narrative_words.h"

namespace holdfast::failures {
namespace {

using pairing::PwEnd;
using pairing::PwEndId;
using pairing::PwEndKind;

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

bool went_down(const std::vector<Tri>& before, const std::vector<Tri>& now, std::size_t i) {
  return before[i] == Tri::Up && now[i] == Tri::Down;
}

class Changes {
 public:
  Changes(ServiceEvaluator& states, const Moment& before, const Moment& now)
      : s_(states),
        net_(states.net()),
        service_(states.service()),
        before_(before),
        now_(now),
        why_(states) {}

  std::vector<StoryStep> run() {
    acs();
    transports();
    reports();
    choices();
    return std::move(steps_);
  }

 private:
  void say(DeviceId device, Span where, std::string text) {
    steps_.push_back({StoryPart::Noticed, {device, where, std::move(text)}});
  }

  void acs() {
    for (std::size_t i = 0; i < service_.endpoints.size(); ++i) {
      const PortRef ac = service_.endpoints[i];
      if (went_down(before_.ac_up, now_.ac_up, i) && why_.device_up(ac.device)) {
        say(ac.device, net_[ac].where, fmt::format("{} goes down", port_words(net_, ac)));
      } else if (before_.ac_in_use[i] == Tri::Down && now_.ac_in_use[i] == Tri::Up) {
        takes_over(ac);
      } else if (went_down(before_.ac_in_use, now_.ac_in_use, i) && now_.ac_up[i] == Tri::Up) {
        say(ac.device, net_[ac].where, why_.of_not_in_use(ac).text);
      }
    }
  }

  void takes_over(PortRef ac) {
    const pairing::Arbiter arbiter = net_.dual_homing().arbiter(ac);
    const std::string& device = device_words(net_, ac.device);
    if (arbiter.etrunk_covers()) {
      say(ac.device, net_[arbiter.etrunk].where,
          fmt::format("{} becomes master of E-Trunk {}: {} is in use now", device, net_[arbiter.etrunk].id,
                      net_[ac].name));
    } else if (arbiter.vrrp.valid()) {
      say(ac.device, net_[arbiter.vrrp].where,
          fmt::format("{} becomes master of mVRRP group {}: {} is in use now", device,
                      *net_[arbiter.vrrp].vrid, net_[ac].name));
    }
  }

  // PWs that can carry nothing any more, told by the device that loses most of them.
  void transports() {
    std::map<DeviceId, std::vector<PwEndId>> lost;
    for (std::size_t i = 0; i < service_.ends.size(); ++i) {
      const PwEnd& end = net_[service_.ends[i]];
      if (!went_down(before_.up, now_.up, i) || !why_.device_up(end.device)) continue;
      if (s_.transport(end.id).value == Tri::Down) lost[end.device].push_back(end.id);
    }
    std::set<PwEndId> told;
    while (true) {
      DeviceId best;
      std::vector<PwEndId> ends;
      for (const auto& [device, of_device] : lost) {
        std::vector<PwEndId> untold;
        std::ranges::copy_if(of_device, std::back_inserter(untold),
                             [&](PwEndId id) { return !told.contains(id); });
        // Who has lost all of a kind has most to tell.
        if (!untold.empty() &&
            std::pair(is_last(untold), untold.size()) > std::pair(is_last(ends), ends.size())) {
          best = device;
          ends = std::move(untold);
        }
      }
      if (ends.empty()) break;
      tell_lost(best, ends);
      for (const PwEndId id : ends) {
        told.insert(id);
        if (const PwEnd* other = net_.pw_ends().counterpart(id)) told.insert(other->id);
      }
    }
  }

  void tell_lost(DeviceId device, const std::vector<PwEndId>& ends) {
    std::vector<std::string> far;
    std::vector<std::string> reasons;
    std::vector<std::string> unreached;
    std::set<std::string> roles;
    bool by_failed_ones = true;
    for (const PwEndId id : ends) {
      add_once(far, far_words(net_, net_[id]));
      roles.insert(role_words(net_, net_[id]));
      const Cause cause = why_.of_no_transport(net_[id]);
      by_failed_ones = by_failed_ones && cause.failed.valid();
      if (cause.unreached.valid()) {
        add_once(unreached, device_words(net_, cause.unreached));
      } else {
        add_once(reasons, cause.text);
      }
    }
    const bool last = is_last(ends);
    // That a device loses its PWs to one that has failed goes without saying, unless much hangs on them.
    if (by_failed_ones && !last && !is_choice(ends)) return;
    const std::string& name = device_words(net_, device);
    if (!unreached.empty())
      reasons.push_back(fmt::format("{} no longer reaches {}", name, joined(unreached)));
    const std::string role = roles.size() == 1 ? *roles.begin() : "PW";
    say(device, net_[ends.front()].where,
        fmt::format("{}: {} loses its {}{}{} to {}", joined(reasons), name,
                    last && role == "hub PW" ? "last " : "", role, ends.size() > 1 ? "s" : "", joined(far)));
  }

  // Whether no other PW of that role is up in the VSI.
  bool is_last(const std::vector<PwEndId>& ends) const {
    if (ends.empty() || net_[ends.front()].kind != PwEndKind::VsiPeer) return false;
    const PwEnd& first = net_[ends.front()];
    const std::string role = role_words(net_, first);
    return std::ranges::none_of(net_.pw_ends().of_vsi(first.vsi), [&](const PwEnd& it) {
      return role_words(net_, it) == role && s_.up(it.id).value != Tri::Down;
    });
  }

  bool is_choice(const std::vector<PwEndId>& ends) const {
    return std::ranges::any_of(ends, [&](PwEndId id) {
      const pairing::AcGroup* group = net_.ac_groups().of(net_[id]);
      return group != nullptr && group->has_redundancy();
    });
  }

  // PWs that an end reports down, told together where the reason is one.
  void reports() {
    std::map<std::pair<DeviceId, std::string>, std::vector<PwEndId>> reported;
    std::vector<std::pair<DeviceId, std::string>> order;
    for (std::size_t i = 0; i < service_.ends.size(); ++i) {
      const PwEnd& end = net_[service_.ends[i]];
      if (!went_down(before_.up, now_.up, i) || s_.transport(end.id).value == Tri::Down) continue;
      const Cause cause = why_.of_fault(end);
      if (cause.text.empty()) continue;
      const std::pair key(end.device, cause.text);
      const auto [at, is_new] = reported.try_emplace(key);
      if (is_new) order.push_back(key);
      at->second.push_back(end.id);
    }
    for (const auto& key : order) {
      const std::vector<PwEndId>& ends = reported.at(key);
      std::vector<std::string> far;
      for (const PwEndId id : ends) add_once(far, far_words(net_, net_[id]));
      say(key.first, net_[ends.front()].where,
          fmt::format("{} reports its {}{} to {} down: {}", device_words(net_, key.first),
                      role_words(net_, net_[ends.front()]), ends.size() > 1 ? "s" : "", joined(far),
                      key.second));
    }
  }

  void choices() {
    for (std::size_t i = 0; i < service_.ends.size(); ++i) {
      const PwEnd& end = net_[service_.ends[i]];
      const bool newly = before_.chosen[i] == Tri::Down && now_.chosen[i] == Tri::Up;
      const bool bypass = end.is_role(PwRole::Bypass) || end.is_role(PwRole::DualBypass);
      if (!newly || bypass || before_.up[i] != Tri::Up) continue;
      say(end.device, end.where,
          fmt::format("{} moves to its {}", device_words(net_, end.device), pw_words(net_, end)));
    }
  }

  ServiceEvaluator& s_;
  const pairing::Pairing& net_;
  const pairing::Service& service_;
  const Moment& before_;
  const Moment& now_;
  Causes why_;
  std::vector<StoryStep> steps_;
};

}  // namespace

Moment moment_of(ServiceEvaluator& states) {
  Moment result;
  for (const PwEndId id : states.service().ends) {
    result.up.push_back(states.up(id).value);
    result.chosen.push_back(states.chosen(id).value);
  }
  for (const PortRef ac : states.service().endpoints) {
    result.ac_up.push_back(states.ac_up(ac).value);
    result.ac_in_use.push_back(states.ac_in_use(ac).value);
  }
  return result;
}

std::vector<StoryStep> changes(ServiceEvaluator& states, const Moment& before, const Moment& now) {
  return Changes(states, before, now).run();
}

}  // namespace holdfast::failures

#include "solver/rules/support/failure_cases.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "solver/failures/folded.h"
#include "solver/failures/narrative_words.h"

namespace holdfast::rules {
namespace {

using failures::NetworkFailures;
using failures::ServiceFailures;
using failures::ServiceSet;
using pairing::Pairing;
using pairing::PwEndId;
using pairing::Service;

std::string site_phrase(const Pairing& net, const Site& site) {
  if (site.acs.empty()) return "the far end";
  std::vector<std::string> words;
  for (const PortRef ac : site.acs) {
    std::string one = failures::ac_words(net, ac);
    if (std::ranges::find(words, one) == words.end()) words.push_back(std::move(one));
  }
  return fmt::format("{}", fmt::join(words, " / "));
}

class Lines {
 public:
  explicit Lines(const Pairing& net) : net_(net) {}

  void add(DeviceId device, Span where, std::string note) {
    const auto same = [&](const Evidence& it) { return it.where == where; };
    if (where.known() && std::ranges::none_of(result_, same)) {
      result_.push_back({device, where, std::move(note)});
    }
  }
  void add(PwEndId id) {
    if (id.valid()) add(net_[id].device, net_[id].where, failures::pw_words(net_, net_[id]));
  }
  std::vector<Evidence> take() { return std::move(result_); }

 private:
  const Pairing& net_;
  std::vector<Evidence> result_;
};

void add_choices(const Pairing& net, const Service& service, Lines& lines) {
  for (const PortRef ac : service.endpoints) {
    const pairing::AcGroup* group = net.ac_groups().of(ac);
    if (group == nullptr || !group->has_redundancy()) continue;
    lines.add(group->primary);
    lines.add(group->secondary);
  }
  for (const pairing::VsiRef vsi : service.vsis) {
    for (const ProtectGroup& group : net[vsi].groups) {
      lines.add(vsi.device, group.where, "chooses between its members");
      for (const ProtectMember& member : group.members) lines.add(vsi.device, member.where, "member");
    }
  }
  for (const pairing::SwitchedRef switched : service.switched) {
    const auto sides = net.pw_ends().of_switched(switched);
    if (sides.size() > 2)
      lines.add(sides.front().device, sides.front().where, "chooses between its segments");
  }
}

}  // namespace

std::vector<ToldCase> told_cases(const NetworkFailures& found, Outcome outcome) {
  std::vector<ToldCase> result;
  for (std::size_t i = 0; i < found.found.size(); ++i) {
    const std::vector<ServiceSet>& sets = found.found[i].bad;
    const std::vector<std::size_t> shown = failures::shown_for(sets, *found.universe);
    std::map<std::size_t, std::size_t> case_of;  // by the set that is shown
    for (std::size_t j = 0; j < sets.size(); ++j) {
      if (sets[j].outcome != outcome) continue;
      const auto [at, is_new] = case_of.try_emplace(shown[j], result.size());
      if (is_new) result.push_back({found.services[i], &found.found[i], &sets[shown[j]], {}});
      if (shown[j] != j) result[at->second].alike.push_back(&sets[j]);
    }
  }
  return result;
}

Finding& report_case(const NetworkFailures& found, const ToldCase& told, std::string message,
                     Judgement& out) {
  const Pairing& net = *found.net;
  std::vector<Evidence> lines = told.shown->story.blame;
  if (lines.empty()) lines = redundancy_lines(net, *told.service);
  Finding& finding = out.report(lines.front().device, lines.front().where, {}, std::move(message));
  finding.service = told.service->name;
  finding.evidence = std::move(lines);
  FailureCase& shown = finding.failure.ensure();
  shown.elements = names_of(*found.universe, told.shown->elements);
  shown.story = told.shown->story;
  for (const ServiceSet* set : told.alike) shown.alike.push_back(names_of(*found.universe, set->elements));
  return finding;
}

std::string traffic_phrase(const Pairing& net, const Flow& flow) {
  return fmt::format("traffic between {} and {}", site_phrase(net, flow.a), site_phrase(net, flow.b));
}

std::string when_phrase(const std::vector<std::string>& elements) {
  if (elements.empty()) return "from the start";
  return fmt::format("when {} {}", failures::joined(elements), elements.size() == 1 ? "fails" : "fail");
}

std::string end_of_story(const ToldCase& told) {
  std::vector<std::string> ends;
  for (const StoryStep& step : told.shown->story.steps) {
    if (step.part == StoryPart::Lost) ends.push_back(step.at.note);
  }
  std::string text = fmt::format("{}.", fmt::join(ends, "; "));
  if (told.alike.size() == 1) text += " Another set of failures ends the same way.";
  if (told.alike.size() > 1) {
    text += fmt::format(" {} more sets of failures end the same way.", told.alike.size());
  }
  return text;
}

std::vector<std::string> names_of(const FailureUniverse& universe, const FailureSet& set) {
  std::vector<std::string> names;
  for (const ElementId id : set) names.push_back(universe.elements[id.index].name);
  return names;
}

bool has_redundancy(const Service& service) {
  return service.redundancy != pairing::ServiceRedundancy::None ||
         service.arbiter != pairing::ArbiterKind::None;
}

std::vector<Evidence> redundancy_lines(const Pairing& net, const Service& service) {
  Lines choices(net);
  add_choices(net, service, choices);
  std::vector<Evidence> result = choices.take();
  if (!result.empty()) return result;
  Lines acs(net);
  for (const PortRef ac : service.endpoints) acs.add(ac.device, net[ac].where, "attachment circuit");
  return acs.take();
}

}  // namespace holdfast::rules

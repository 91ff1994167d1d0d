#include "app/gui/models/map_state.h"

#include <algorithm>
#include <optional>

#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

using session::MapLink;
using session::Study;
using session::TraceHop;
using session::TraceView;

bool on_board(const Interface& interface, const std::string& slot) {
  return interface.slot == slot || interface.slot.starts_with(slot + '/');
}

class States {
 public:
  States(const Study& study, const FailureSet& failed) : study_(study) {
    state_.nodes.resize(study.map().nodes.size());
    state_.links.resize(study.map().links.size());
    for (const ElementId id : failed) fail(study.universe().elements[id.index]);
  }

  MapState take() { return std::move(state_); }

 private:
  void fail(const Element& element) {
    switch (element.kind) {
      case ElementKind::Group:
        for (const ElementId member : element.members) fail(study_.universe().elements[member.index]);
        break;
      case ElementKind::Node:
        state_.nodes[element.device.index].failed = true;
        links_down([&](const MapLink& link) {
          return link.a.device == element.device || link.b.device == element.device;
        });
        break;
      case ElementKind::Board:
        part(element.device, [&](const Interface& it) { return on_board(it, element.slot); });
        break;
      case ElementKind::Port:
        part(element.device, [&](const Interface& it) {
          return &it == &study_.network()[element.a.device][element.a.interface];
        });
        break;
      case ElementKind::Link:
        for (std::size_t i = 0; i < state_.links.size(); ++i) {
          if (study_.map().links[i].name == element.name) state_.links[i] = LinkState::Failed;
        }
        break;
    }
  }

  template <class Fits>
  void part(DeviceId device, Fits fits) {
    state_.nodes[device.index].partly = true;
    const auto is_it = [&](PortRef port) {
      return port.device == device && fits(study_.network()[device][port.interface]);
    };
    links_down([&](const MapLink& link) { return is_it(link.a) || is_it(link.b); });
  }

  template <class Fits>
  void links_down(Fits fits) {
    for (std::size_t i = 0; i < state_.links.size(); ++i) {
      if (state_.links[i] == LinkState::Up && fits(study_.map().links[i])) state_.links[i] = LinkState::Down;
    }
  }

  const Study& study_;
  MapState state_;
};

class Legs {
 public:
  Legs(const Study& study, std::size_t way, const std::vector<LinkState>& links)
      : study_(study), way_(way), links_(links) {}

  std::vector<PathLeg> run(const TraceView& trace) {
    arrives_ = trace.arrives;
    for (std::size_t i = 0; i < trace.hops.size(); ++i) take(trace.hops[i], i == 0);
    return std::move(legs_);
  }

 private:
  void take(const TraceHop& hop, bool first) {
    const DeviceId device = hop.at.device;
    if (first && hop.port.valid()) enter(hop.port);
    if (hop.below && hop.port.valid()) {
      reach(device);
      over(hop.port, true);
    } else if (hop.passes.valid()) {
      reach(hop.passes);
    } else if (!hop.below) {
      reach(device);
      if (!first && hop.port.valid()) over(hop.port, false);
    }
  }

  // From whoever is behind the first AC.
  void enter(PortRef ac) {
    if (const auto link = working(study_.links_at(ac))) {
      const MapLink& it = study_.map().links[*link];
      at_ = it.a.device == ac.device ? it.b.device : it.a.device;
      add(ac.device, link, false);
    }
    at_ = ac.device;
  }

  void over(PortRef port, bool below) {
    const auto link = working(study_.links_at(port));
    if (!link) return;
    const MapLink& it = study_.map().links[*link];
    add(it.a.device == port.device ? it.b.device : it.a.device, link, below);
  }

  // To a device that the trace names next, when it did not say how.
  void reach(DeviceId device) {
    if (!device.valid() || device == at_) return;
    if (!at_.valid()) {
      at_ = device;
      return;
    }
    std::vector<std::size_t> between;
    for (std::size_t i = 0; i < study_.map().links.size(); ++i) {
      const MapLink& it = study_.map().links[i];
      if ((it.a.device == at_ && it.b.device == device) || (it.b.device == at_ && it.a.device == device))
        between.push_back(i);
    }
    add(device, working(between), true);
  }

  void add(DeviceId to, std::optional<std::size_t> link, bool below) {
    legs_.push_back({at_, to, link.value_or(PathLeg::kNoLink), below, way_, arrives_});
    at_ = to;
  }

  std::optional<std::size_t> working(const std::vector<std::size_t>& links) const {
    for (const std::size_t link : links) {
      if (links_[link] == LinkState::Up) return link;
    }
    return std::nullopt;
  }

  const Study& study_;
  std::size_t way_;
  const std::vector<LinkState>& links_;
  DeviceId at_;
  bool arrives_ = true;
  std::vector<PathLeg> legs_;
};

NodeMark mark_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::DualActive:
      return NodeMark::DualActive;
    case Outcome::Flapping:
      return NodeMark::Flapping;
    case Outcome::Unknown:
      return NodeMark::Unknown;
    default:
      return NodeMark::DeadEnd;
  }
}

// Where frames are dropped, and ACs of one site that are in use at once.
void mark_ends(const session::TraceResult& result, MapState& state) {
  for (const TraceView& trace : result.traces) {
    if (trace.arrives && trace.outcome != Outcome::DualActive) continue;
    for (const TraceHop& hop : trace.hops) {
      const bool doubled = trace.outcome == Outcome::DualActive && !hop.below && hop.port.valid();
      if (!hop.dropped && !doubled) continue;
      NodeState& node = state.nodes[hop.at.device.index];
      node.mark = hop.dropped ? NodeMark::DeadEnd : mark_of(trace.outcome);
      node.why = shown(hop.at.note);
    }
  }
}

// A service of two ends that both are in use names them in its story.
void mark_dual_active(const session::ServiceChange& change, MapState& state) {
  for (const session::FlowChange& flow : change.flows) {
    if (flow.after.outcome != Outcome::DualActive) continue;
    for (const rules::StoryStep& step : flow.after.steps) {
      if (step.part != rules::StoryPart::Lost || !step.at.device.valid()) continue;
      state.nodes[step.at.device.index].mark = NodeMark::DualActive;
      state.nodes[step.at.device.index].why = shown(step.at.note);
    }
  }
}

}  // namespace

std::vector<PathLeg> legs_of(const Study& study, const TraceView& trace, std::size_t way,
                             const std::vector<LinkState>& links) {
  return Legs(study, way, links).run(trace);
}

MapState map_state(const Study& study, const FailureSet& failed, const session::ServiceAccount* account,
                   Moment moment) {
  const bool before = moment == Moment::Before;
  MapState state = States(study, before ? FailureSet() : failed).take();
  if (account == nullptr) return state;
  const session::TraceResult& traces = before ? account->before : account->after;
  for (std::size_t i = 0; i < traces.traces.size(); ++i) {
    const std::vector<PathLeg> legs = legs_of(study, traces.traces[i], i, state.links);
    state.legs.insert(state.legs.end(), legs.begin(), legs.end());
  }
  mark_ends(traces, state);
  if (!before) mark_dual_active(account->change, state);
  for (std::size_t i = 0; i < study.map().pws.size(); ++i) {
    if (study.map().pws[i].service == account->service) state.pws.push_back(i);
  }
  return state;
}

}  // namespace holdfast::gui

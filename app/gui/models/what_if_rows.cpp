#include "app/gui/models/what_if_rows.h"

#include <algorithm>
#include <set>

#include "app/gui/models/badges.h"
#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

using session::Study;

QString device_words(const Study& study, DeviceId device) {
  return device.valid() ? shown(*study.network()[device].name) : QString();
}

QString site_words(const session::FlowChange& flow, bool from) {
  // A way that arrives names its sites; without one, the ACs do.
  const std::vector<std::string>& way =
      flow.before.outcome == Outcome::Delivered ? flow.before.path : flow.after.path;
  if (way.size() > 1) return shown(from ? way.front() : way.back());
  const std::vector<std::string>& ports = from ? flow.from : flow.to;
  return ports.empty() ? QStringLiteral("?") : shown(ports.front());
}

Badge badge_of(const session::FlowChange& flow) {
  if (flow.after.outcome != Outcome::Delivered) return holdfast::gui::badge_of(flow.after.outcome);
  return flow.same() ? Badge::Good : Badge::Moved;
}

Badge badge_of(rules::StoryPart part) {
  switch (part) {
    case rules::StoryPart::Noticed:
      return Badge::Info;
    case rules::StoryPart::Unnoticed:
      return Badge::Unknown;
    case rules::StoryPart::Traffic:
      return Badge::Moved;
    case rules::StoryPart::Lost:
      return Badge::DeadEnd;
    case rules::StoryPart::Works:
    case rules::StoryPart::Remedy:
      return Badge::Good;
  }
  return Badge::None;
}

QString part_words(rules::StoryPart part) {
  switch (part) {
    case rules::StoryPart::Noticed:
      return QStringLiteral("noticed");
    case rules::StoryPart::Unnoticed:
      return QStringLiteral("not noticed");
    case rules::StoryPart::Traffic:
      return QStringLiteral("traffic");
    case rules::StoryPart::Lost:
      return QStringLiteral("lost");
    case rules::StoryPart::Works:
      return QStringLiteral("would have worked");
    case rules::StoryPart::Remedy:
      return QStringLiteral("would have saved it");
  }
  return {};
}

Row step_row(const Study& study, rules::StoryPart part, const rules::Evidence& at) {
  Row row;
  row.badge = badge_of(part);
  row.cells = {shown(at.note), part_words(part), device_words(study, at.device), place_words(study, at)};
  row.line = at;
  return row;
}

}  // namespace

QString place_words(const Study& study, const rules::Evidence& line) {
  if (!line.where.known()) return {};
  return shown(study.network().sources.path(line.where.file)).section(u'/', -1) + u':' +
         QString::number(line.where.line);
}

std::vector<Row> change_rows(const Study& study, const session::Impact& impact) {
  std::vector<session::ServiceImpact> services = impact.services;
  const auto rank = [](const session::ServiceImpact& it) {
    return it.after == Outcome::Delivered ? 10 : 9 - static_cast<int>(it.after);
  };
  std::ranges::stable_sort(services, {}, rank);
  std::vector<Row> rows;
  for (const session::ServiceImpact& it : services) {
    Row row;
    row.badge = it.moved ? Badge::Moved : holdfast::gui::badge_of(it.after);
    row.cells = {shown(study.services()[it.service].id), outcome_words(it.before),
                 it.moved ? QStringLiteral("delivered, by another way") : outcome_words(it.after)};
    row.key = it.service;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> timeline_rows(const Study& study, const session::ServiceAccount& account) {
  const auto& flows = account.change.flows;
  const bool any = std::ranges::any_of(flows, [](const session::FlowChange& it) { return !it.same(); });
  std::vector<Row> rows;
  std::set<std::string> told;
  for (const session::FlowChange& flow : flows) {
    if (any && flow.same()) continue;
    Row head;
    head.heading = true;
    head.badge = badge_of(flow);
    head.cells = {
        QStringLiteral("%1 – %2").arg(site_words(flow, true), site_words(flow, false)),
        head.badge == Badge::Moved ? QStringLiteral("another way") : outcome_words(flow.after.outcome)};
    if (flow.before.outcome != flow.after.outcome)
      head.detail = QStringLiteral("was %1").arg(outcome_words(flow.before.outcome));
    for (const rules::StoryStep& step : flow.after.steps) {
      // What several flows have in common is told with the first of them.
      if (step.part == rules::StoryPart::Noticed && !told.insert(step.at.note).second) continue;
      head.children.push_back(step_row(study, step.part, step.at));
    }
    rows.push_back(std::move(head));
  }
  return rows;
}

std::vector<Row> trace_rows(const Study& study, const session::TraceResult& result) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < result.traces.size(); ++i) {
    const session::TraceView& trace = result.traces[i];
    Row head;
    head.heading = true;
    head.key = i;
    head.badge = trace.arrives ? Badge::Good : Badge::DeadEnd;
    head.cells = {QStringLiteral("%1 → %2").arg(shown(trace.from), shown(trace.to))};
    head.detail = trace.arrives ? QStringLiteral("arrives") : QStringLiteral("does not arrive");
    for (const session::TraceHop& hop : trace.hops) {
      Row row;
      row.key = i;
      row.badge = hop.dropped ? Badge::DeadEnd : Badge::None;
      row.cells = {(hop.below ? QStringLiteral("    ") : QString()) + shown(hop.at.note),
                   device_words(study, hop.at.device), place_words(study, hop.at)};
      row.line = hop.at;
      head.children.push_back(std::move(row));
    }
    rows.push_back(std::move(head));
  }
  for (const std::string& unseen : result.unseen) {
    Row row;
    row.badge = Badge::Unknown;
    row.cells = {QStringLiteral("the far end is not here: it needs %1").arg(shown(unseen))};
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace holdfast::gui

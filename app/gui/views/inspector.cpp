#include "app/gui/views/inspector.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <span>

#include "app/gui/models/text.h"
#include "solver/rules/rule.h"

namespace holdfast::gui {
namespace {

constexpr std::size_t kMostListed = 12;  // services
constexpr std::size_t kMostNamed = 24;   // elements

QString safe(std::string_view text) {
  return shown(text).toHtmlEscaped();
}

QString names(const session::Study& study, const std::vector<ElementId>& elements) {
  QString result;
  for (const ElementId id : std::span(elements).first(std::min(elements.size(), kMostNamed)))
    result += QStringLiteral("<div>%1</div>").arg(element_words(study.element_name(id)).toHtmlEscaped());
  if (elements.size() > kMostNamed)
    result += Inspector::tr("<div>and %1 more</div>").arg(elements.size() - kMostNamed);
  return result;
}

// Text of a finding: what stands in backticks is a command.
QString prose(std::string_view text) {
  static const QRegularExpression command(QStringLiteral("`([^`]+)`"));
  return safe(text).replace(command, QStringLiteral("<code>\\1</code>"));
}

QString anchor(const QString& target, const QString& text, const Theme& theme) {
  return QStringLiteral("<a href='%1' style='color:%2;text-decoration:none'>%3</a>")
      .arg(target, theme.accent.name(), text);
}

}  // namespace

Inspector::Inspector(Selection& selection, WhatIf& what_if, const Look& look, QWidget* parent)
    : QTextBrowser(parent), selection_(selection), what_if_(what_if), look_(look) {
  setOpenLinks(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("Inspector"));
  document()->setDocumentMargin(14);
  connect(this, &QTextBrowser::anchorClicked, this, &Inspector::follow);
  connect(&selection, &Selection::changed, this, &Inspector::show_selected);
  connect(&selection, &Selection::service_changed, this, &Inspector::show_selected);
  connect(&what_if, &WhatIf::impact_changed, this, &Inspector::show_selected);
  connect(&what_if, &WhatIf::warmed, this, &Inspector::show_selected);
  connect(&look, &Look::changed, this, &Inspector::show_selected);
  show_selected();
}

void Inspector::show_selected() {
  QString text;
  if (!selection_.study()) {
    clear();
    return;
  }
  switch (selection_.kind()) {
    case Selection::Kind::Device:
    case Selection::Kind::Link:
      if (selection_.devices().size() + selection_.links().size() > 1) {
        text = several();
      } else if (!selection_.devices().empty()) {
        text = device(selection_.devices().front());
      } else if (!selection_.links().empty()) {
        text = link(selection_.links().front());
      }
      break;
    case Selection::Kind::Finding:
      text = finding(*selection_.finding());
      break;
    case Selection::Kind::Line:
    case Selection::Kind::Service:
      if (selection_.service()) text = service(*selection_.service());
      break;
    case Selection::Kind::Nothing:
      break;
  }
  setHtml(text.isEmpty() ? overview() : text);
}

QString Inspector::title(const QString& text, const QString& soft) const {
  return QStringLiteral(
             "<div style='font-size:15px;font-weight:600;margin-bottom:2px'>%1</div>"
             "<div style='color:%2;margin-bottom:10px'>%3</div>")
      .arg(text, look_.theme().text_faint.name(), soft);
}

QString Inspector::row(const QString& name, const QString& value) const {
  if (value.isEmpty()) return {};
  return QStringLiteral(
             "<tr><td style='color:%1;padding:2px 14px 2px 0'>%2</td><td style='padding:2px 0'>%3</td></tr>")
      .arg(look_.theme().text_faint.name(), name, value);
}

QString Inspector::paragraph(const QString& heading, const QString& text) const {
  if (text.isEmpty()) return {};
  return QStringLiteral("<div style='color:%1;margin-top:10px'>%2</div><div style='margin-top:2px'>%3</div>")
      .arg(look_.theme().text_faint.name(), heading, text);
}

QString Inspector::overview() const {
  const session::Study& study = *selection_.study();
  const auto& coverage = study.snapshot()->coverage;
  const double understood = coverage.lines == 0
                                ? 100.0
                                : 100.0 * static_cast<double>(coverage.lines - coverage.unrecognised) /
                                      static_cast<double>(coverage.lines);
  QString rows = row(tr("Devices"), QLocale(QLocale::English).toString(study.map().nodes.size()));
  rows += row(tr("Links"), QLocale(QLocale::English).toString(study.map().links.size()));
  rows += row(tr("Services"), QLocale(QLocale::English).toString(study.services().size()));
  rows += row(tr("Understood"), tr("%1 % of %2")
                                    .arg(understood, 0, 'f', 1)
                                    .arg(counted(static_cast<qsizetype>(coverage.lines), tr("line"))));
  return title(tr("Network")) +
         QStringLiteral("<table cellspacing=0 style='margin-top:8px'>%1</table>").arg(rows) + failures();
}

QString Inspector::failures() const {
  if (what_if_.failed().empty()) return {};
  const session::Study& study = *selection_.study();
  const auto& changed = what_if_.impact().services;
  QString services;
  for (const session::ServiceImpact& it : std::span(changed).first(std::min(changed.size(), kMostListed))) {
    services += QStringLiteral("<div style='margin-top:2px'>%1 &nbsp;%2</div>")
                    .arg(anchor(QStringLiteral("service:%1").arg(it.service),
                                safe(study.services()[it.service].id), look_.theme()),
                         it.moved ? tr("another way") : outcome_words(it.after));
  }
  if (changed.size() > kMostListed)
    services += tr("<div>and %1 more</div>").arg(changed.size() - kMostListed);
  if (changed.empty() && what_if_.impact().failed == what_if_.failed()) services = tr("no service");
  return paragraph(tr("Failed"), names(study, what_if_.failed())) + paragraph(tr("What changes"), services);
}

QString Inspector::device(DeviceId id) const {
  const session::Study& study = *selection_.study();
  const Device& it = study.network()[id];
  const session::MapNode& node = study.map().nodes[id.index];
  const auto links = std::ranges::count_if(study.map().links, [&](const session::MapLink& link) {
    return !link.bundle && (link.a.device == id || link.b.device == id);
  });
  QString rows = row(tr("Role"), safe(node.role));
  rows += row(tr("Site"), node.site == node.role ? QString() : safe(node.site));
  rows += row(tr("LSR ID"), it.mpls.lsr_id ? safe(to_string(it.mpls.lsr_id->value)) : QString());
  rows += row(tr("Links"), QString::number(links));
  rows += row(tr("Interfaces"), QString::number(it.interfaces.size()));
  rows += row(tr("Services"), QString::number(study.services_on(id).size()));
  rows += row(tr("E-Trunks"), it.etrunks.empty() ? QString() : QString::number(it.etrunks.size()));
  rows += row(tr("VSIs"), it.vsis.empty() ? QString() : QString::number(it.vsis.size()));
  rows += row(tr("Profile"), safe(it.profile));
  QString services;
  std::size_t told = 0;
  for (const std::size_t service : study.services_on(id)) {
    if (++told > kMostListed) break;
    services += QStringLiteral("<div style='margin-top:2px'>%1</div>")
                    .arg(anchor(QStringLiteral("service:%1").arg(service), safe(study.services()[service].id),
                                look_.theme()));
  }
  if (study.services_on(id).size() > kMostListed)
    services += tr("<div>and %1 more</div>").arg(study.services_on(id).size() - kMostListed);
  const bool failed = what_if_.is_failed(node.element);
  return title(safe(node.name), failed ? tr("failed – R restores it") : tr("F fails it")) +
         QStringLiteral("<table cellspacing=0 style='margin-top:8px'>%1</table>").arg(rows) +
         paragraph(tr("Services"), services);
}

QString Inspector::link(std::size_t position) const {
  const session::Study& study = *selection_.study();
  const session::MapLink& it = study.map().links[position];
  const bool failed = it.element.valid() && what_if_.is_failed(it.element);
  QString rows = row(tr("From"), safe(study.port_name(it.a)));
  rows += row(tr("To"), safe(study.port_name(it.b)));
  rows += row(tr("Known from"), safe(it.source));
  for (const session::MapAdjacency& adjacency : study.map().adjacencies) {
    const auto main_of = [&](PortRef port) { return study.links_at(port); };
    const std::vector<std::size_t> at = main_of(adjacency.a);
    if (std::ranges::find(at, position) == at.end()) continue;
    rows += row(tr("IGP"), safe(adjacency.area) + tr(", cost %1").arg(adjacency.cost_ab) +
                               (adjacency.ldp ? tr(", LDP") : QString()));
  }
  return title(element_words(it.name).toHtmlEscaped(),
               failed ? tr("failed – R restores it") : tr("F fails it")) +
         QStringLiteral("<table cellspacing=0 style='margin-top:8px'>%1</table>").arg(rows);
}

QString Inspector::several() const {
  const std::vector<ElementId> elements = selection_.elements();
  return title(counted(static_cast<qsizetype>(elements.size()), tr("element")), tr("F fails them")) +
         names(*selection_.study(), elements);
}

QString Inspector::service_state(std::size_t position) const {
  const auto& changed = what_if_.impact().services;
  const auto at = std::ranges::find(changed, position, &session::ServiceImpact::service);
  if (at != changed.end()) return at->moved ? tr("delivered, by another way") : outcome_words(at->after);
  if (position < what_if_.outcomes().size()) return outcome_words(what_if_.outcomes()[position]);
  return {};
}

QString Inspector::service(std::size_t position) const {
  const session::ServiceView& it = selection_.study()->services()[position];
  QString rows = row(tr("State"), service_state(position));
  rows += row(tr("Redundancy"), redundancy_words(it.redundancy));
  rows += row(tr("Decided by"), arbiter_words(it.arbiter));
  for (const std::string& endpoint : it.endpoints) rows += row(tr("AC"), safe(endpoint));
  std::size_t told = 0;
  for (const session::PwView& pw : it.pws) {
    if (++told > 24) break;
    rows +=
        row(tr("PW"), safe(pw.from) + QStringLiteral(" → ") +
                          safe(pw.peer_device.empty() ? pw.peer : pw.peer_device) +
                          QStringLiteral("<span style='color:%1'> VC %2, %3%4</span>")
                              .arg(look_.theme().text_faint.name(), safe(pw.vc_id), safe(pw.role),
                                   pw.state == "paired" ? QString() : QStringLiteral(", ") + safe(pw.state)));
  }
  return title(safe(it.id),
               shown(it.kind).toUpper().replace(QStringLiteral("-INTO-"), QStringLiteral(" into "))) +
         QStringLiteral("<table cellspacing=0 style='margin-top:8px'>%1</table>").arg(rows);
}

QString Inspector::finding(const rules::Finding& it) const {
  QString text = title(
      QString::fromLatin1(it.rule->code) + QStringLiteral("&nbsp; ") + QString::fromLatin1(it.rule->name),
      it.verdict == rules::Verdict::Unknown ? tr("undecided") : severity_words(it.severity));
  text += QStringLiteral("<div>%1</div>").arg(prose(it.message));
  text += paragraph(tr("Effect"), prose(it.consequence));
  QString evidence;
  for (std::size_t i = 0; i < it.evidence.size(); ++i) {
    const rules::Evidence& line = it.evidence[i];
    const QString place = line.device.valid() ? safe(*selection_.study()->network()[line.device].name) +
                                                    u':' + QString::number(line.where.line)
                                              : QString();
    evidence += QStringLiteral("<div style='margin-top:2px'>%1 &nbsp;%2</div>")
                    .arg(anchor(QStringLiteral("line:%1").arg(i), place, look_.theme()), prose(line.note));
  }
  text += paragraph(tr("Lines"), evidence);
  QString fix = prose(it.fix.summary);
  for (const rules::DeviceCommands& commands : it.fix.commands) {
    fix +=
        QStringLiteral(
            "<div style='color:%1;margin-top:4px'>%2</div><pre style='margin:2px "
            "0;font-size:12px;white-space:pre-wrap'>")
            .arg(look_.theme().text_faint.name(), safe(*selection_.study()->network()[commands.device].name));
    for (const std::string& line : commands.lines) fix += safe(line) + u'\n';
    fix += QStringLiteral("</pre>");
  }
  text += paragraph(tr("Fix"), fix);
  QString deciding;
  for (const std::string& line : it.deciding) deciding += QStringLiteral("<div>%1</div>").arg(prose(line));
  return text + paragraph(tr("What would decide it"), deciding);
}

void Inspector::follow(const QUrl& link) {
  const QString target = link.toString();
  const auto number = static_cast<std::size_t>(target.section(u':', 1).toULongLong());
  if (target.startsWith(u"service:")) selection_.select_service(number);
  if (target.startsWith(u"line:") && selection_.finding() != nullptr &&
      number < selection_.finding()->evidence.size())
    selection_.show_first(number);
}

}  // namespace holdfast::gui

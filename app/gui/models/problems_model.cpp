#include "app/gui/models/problems_model.h"

#include <algorithm>

#include "app/gui/models/badges.h"
#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

using Level = ProblemsModel::Level;

Level level_of(const rules::Finding& finding) {
  if (finding.verdict == rules::Verdict::Unknown) return Level::Unknown;
  switch (finding.severity) {
    case rules::Severity::Error:
      return Level::Error;
    case rules::Severity::Warning:
      return Level::Warning;
    case rules::Severity::Info:
      break;
  }
  return Level::Info;
}

Badge badge_of(Level level) {
  switch (level) {
    case Level::Error:
      return Badge::Error;
    case Level::Warning:
      return Badge::Warning;
    case Level::Info:
      return Badge::Info;
    case Level::Unknown:
      break;
  }
  return Badge::Unknown;
}

}  // namespace

void ProblemsModel::set_findings(const FindingsPtr& findings) {
  beginResetModel();
  findings_ = findings;
  rows_.clear();
  if (findings_) {
    for (const session::ReportedFinding& it : findings_->findings) rows_.push_back(&it);
    std::ranges::stable_sort(rows_, {}, [](const auto* it) { return level_of(it->finding); });
    for (const session::ReportedFinding& it : findings_->unknowns) rows_.push_back(&it);
  }
  endResetModel();
}

qsizetype ProblemsModel::count(Level level) const {
  return std::ranges::count(rows_, level, [](const auto* it) { return level_of(it->finding); });
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString ProblemsModel::place(const rules::Finding& finding) const {
  QStringList devices;
  for (const rules::Evidence& line : finding.evidence) {
    if (!line.device.valid()) continue;
    const QString name = shown(findings_->snapshot->network[line.device].name.value);
    if (!devices.contains(name)) devices.append(name);
  }
  return devices.join(QLatin1String(", "));
}

QString ProblemsModel::text(const rules::Finding& finding, int column) const {
  switch (column) {
    case Code:
      return QString::fromLatin1(finding.rule->code);
    case Problem:
      return shown(finding.message);
    case Where:
      return place(finding);
    case Service:
      return shown(finding.service);
    default:
      return {};
  }
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const rules::Finding& it = finding(index.row());
  const Level level = level_of(it);
  switch (role) {
    case Qt::DisplayRole:
      return text(it, index.column());
    case Qt::ToolTipRole:
      return index.column() == Problem ? shown(it.message) + u'\n' + shown(it.consequence)
                                       : text(it, index.column());
    case SortRole:
      return index.column() == Code ? QString::number(static_cast<int>(level)) + text(it, Code)
                                    : text(it, index.column());
    case BadgeRole:
      return index.column() == Code ? QVariant(static_cast<int>(badge_of(level))) : QVariant();
    case LevelRole:
      return static_cast<int>(level);
    case MatchRole:
      return QString::fromLatin1(it.rule->code) + u' ' + QString::fromLatin1(it.rule->name) + u' ' +
             shown(it.message) + u' ' + place(it) + u' ' + shown(it.service);
    default:
      return {};
  }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  static const QStringList names = {tr("Rule"), tr("Problem"), tr("Devices"), tr("Service")};
  return names.value(section);
}

}  // namespace holdfast::gui

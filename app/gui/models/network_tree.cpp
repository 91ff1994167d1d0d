#include "app/gui/models/network_tree.h"

#include <algorithm>
#include <map>

#include "app/gui/models/badges.h"
#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

// Ids of indices: 0 for sites; for devices 1 + their site; for services kBelow + their device.
constexpr quintptr kBelow = quintptr{1} << 40U;

int number(std::size_t value) {
  return static_cast<int>(value);
}

}  // namespace

void NetworkTree::set_study(const StudyPtr& study) {
  beginResetModel();
  study_ = study;
  sites_.clear();
  place_.clear();
  outcomes_.clear();
  findings_.clear();
  if (study_) {
    std::map<std::string, std::vector<DeviceId>> by_site;
    for (const session::MapNode& node : study_->map().nodes) by_site[node.site].push_back(node.device);
    place_.resize(study_->map().nodes.size());
    for (auto& [name, devices] : by_site) {
      for (std::size_t row = 0; row < devices.size(); ++row)
        place_[devices[row].index] = {number(sites_.size()), number(row)};
      sites_.push_back({name.empty() ? tr("other") : shown(name), std::move(devices)});
    }
  }
  endResetModel();
}

void NetworkTree::set_outcomes(std::vector<Outcome> outcomes) {
  outcomes_ = std::move(outcomes);
  emit states_changed();
}

void NetworkTree::set_findings(const FindingsPtr& findings) {
  findings_.assign(place_.size(), static_cast<int>(Badge::None));
  if (findings) {
    for (const session::ReportedFinding& it : findings->findings) {
      const int badge = static_cast<int>(badge_of(it.finding.severity));
      for (const rules::Evidence& line : it.finding.evidence) {
        if (!line.device.valid() || it.finding.severity == rules::Severity::Info) continue;
        int& own = findings_[line.device.index];
        if (own == static_cast<int>(Badge::None) || badge < own) own = badge;
      }
    }
  }
  emit states_changed();
}

NetworkTree::Kind NetworkTree::kind_of(const QModelIndex& index) const {
  return index.internalId() == 0 ? Site : index.internalId() < kBelow ? Device : Service;
}

const NetworkTree::SiteRow& NetworkTree::site_of(const QModelIndex& index) const {
  return sites_[static_cast<std::size_t>(index.row())];
}

DeviceId NetworkTree::device_of(const QModelIndex& index) const {
  if (kind_of(index) == Service) return DeviceId(index.internalId() - kBelow);
  return sites_[index.internalId() - 1].devices[static_cast<std::size_t>(index.row())];
}

std::size_t NetworkTree::service_of(const QModelIndex& index) const {
  return study_->services_on(device_of(index))[static_cast<std::size_t>(index.row())];
}

QModelIndex NetworkTree::index(int row, int column, const QModelIndex& parent) const {
  if (column != 0 || row < 0 || row >= rowCount(parent)) return {};
  if (!parent.isValid()) return createIndex(row, column, quintptr{0});
  if (kind_of(parent) == Site) return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
  return createIndex(row, column, kBelow + device_of(parent).index);
}

QModelIndex NetworkTree::parent(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  switch (kind_of(index)) {
    case Site:
      return {};
    case Device:
      return createIndex(static_cast<int>(index.internalId() - 1), 0, quintptr{0});
    case Service:
      break;
  }
  return index_of(device_of(index));
}

QModelIndex NetworkTree::index_of(DeviceId device) const {
  if (device.index >= place_.size()) return {};
  const auto [site, row] = place_[device.index];
  return createIndex(row, 0, static_cast<quintptr>(site) + 1);
}

int NetworkTree::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return number(sites_.size());
  if (parent.column() != 0) return 0;
  switch (kind_of(parent)) {
    case Site:
      return number(site_of(parent).devices.size());
    case Device:
      return number(study_->services_on(device_of(parent)).size());
    case Service:
      break;
  }
  return 0;
}

int NetworkTree::columnCount(const QModelIndex& /*parent*/) const {
  return 1;
}

QVariant NetworkTree::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == KindRole) return kind_of(index);
  switch (kind_of(index)) {
    case Site:
      return site_data(index, role);
    case Device:
      return device_data(index, role);
    case Service:
      return service_data(index, role);
  }
  return {};
}

QVariant NetworkTree::site_data(const QModelIndex& index, int role) const {
  const SiteRow& site = site_of(index);
  if (role == Qt::DisplayRole || role == MatchRole) return site.name;
  if (role == DetailRole) return QString::number(site.devices.size());
  return {};
}

QVariant NetworkTree::device_data(const QModelIndex& index, int role) const {
  const session::MapNode& node = study_->map().nodes[device_of(index).index];
  if (role == Qt::DisplayRole || role == MatchRole) return shown(node.name);
  if (role == DeviceRole) return node.device.index;
  if (role == DetailRole) return node.role == node.site ? QString() : shown(node.role);
  if (role == BadgeRole && !findings_.empty()) return findings_[node.device.index];
  if (role == Qt::ToolTipRole) {
    return tr("%1, %2").arg(
        shown(node.role),
        counted(static_cast<qsizetype>(study_->services_on(node.device).size()), QStringLiteral("service")));
  }
  return {};
}

QVariant NetworkTree::service_data(const QModelIndex& index, int role) const {
  const std::size_t position = service_of(index);
  const session::ServiceView& service = study_->services()[position];
  if (role == Qt::DisplayRole || role == MatchRole || role == Qt::ToolTipRole) return shown(service.id);
  if (role == DeviceRole) return device_of(index).index;
  if (role == ServiceRole) return static_cast<qulonglong>(position);
  if (role == DetailRole) return redundancy_words(service.redundancy);
  if (role == BadgeRole && position < outcomes_.size())
    return static_cast<int>(badge_of(outcomes_[position]));
  return {};
}

}  // namespace holdfast::gui

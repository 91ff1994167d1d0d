#pragma once

// Site → device → service.

#include <QAbstractItemModel>
#include <vector>

#include "app/gui/models/workspace.h"
#include "model/failure.h"

namespace holdfast::gui {

class NetworkTree : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Role : int { KindRole = Qt::UserRole + 100, DeviceRole, ServiceRole };
  enum Kind { Site, Device, Service };

  using QAbstractItemModel::QAbstractItemModel;

  void set_study(const StudyPtr& study);
  // What each service does now, by position; empty: not known.
  void set_outcomes(std::vector<Outcome> outcomes);
  // The worst finding of each device, as a Badge; empty: not checked.
  void set_findings(const FindingsPtr& findings);

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  QModelIndex index_of(DeviceId device) const;

 signals:
  // Badges have changed, perhaps all of them: one signal, where dataChanged would be one for each device.
  void states_changed();

 private:
  struct SiteRow {
    QString name;
    std::vector<DeviceId> devices;
  };
  Kind kind_of(const QModelIndex& index) const;
  const SiteRow& site_of(const QModelIndex& index) const;
  DeviceId device_of(const QModelIndex& index) const;      // of a device or a service
  std::size_t service_of(const QModelIndex& index) const;  // of a service
  QVariant site_data(const QModelIndex& index, int role) const;
  QVariant device_data(const QModelIndex& index, int role) const;
  QVariant service_data(const QModelIndex& index, int role) const;

  StudyPtr study_;
  std::vector<SiteRow> sites_;
  std::vector<std::pair<int, int>> place_;  // of a device: its site, its row there
  std::vector<Outcome> outcomes_;
  std::vector<int> findings_;  // by device: a Badge
};

}  // namespace holdfast::gui

#pragma once

// Findings and undecided rules: one row each.

#include <QAbstractTableModel>
#include <vector>

#include "app/gui/models/workspace.h"

namespace holdfast::gui {

class ProblemsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Code, Problem, Where, Service, kColumns };
  enum class Level { Error, Warning, Info, Unknown };
  enum Role : int { LevelRole = Qt::UserRole + 100 };

  using QAbstractTableModel::QAbstractTableModel;
  void set_findings(const FindingsPtr& findings);

  const FindingsPtr& findings() const { return findings_; }
  const session::ReportedFinding& reported(int row) const { return *rows_[static_cast<std::size_t>(row)]; }
  const rules::Finding& finding(int row) const { return reported(row).finding; }
  qsizetype count(Level level) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QString text(const rules::Finding& finding, int column) const;
  QString place(const rules::Finding& finding) const;

  FindingsPtr findings_;
  std::vector<const session::ReportedFinding*> rows_;  // of findings_
};

}  // namespace holdfast::gui

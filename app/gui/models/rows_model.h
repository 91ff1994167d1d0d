#pragma once

// A model of plain rows in two levels, made anew whenever what it shows changes. Each row may point at a
// configuration line.

#include <QAbstractItemModel>
#include <optional>
#include <vector>

#include "app/gui/models/roles.h"
#include "solver/rules/finding.h"

namespace holdfast::gui {

struct Row {
  QStringList cells;
  Badge badge = Badge::None;  // in the first column
  QString detail;             // after the first cell, fainter
  std::optional<rules::Evidence> line;
  std::size_t key = 0;       // the model's own
  std::vector<double> sort;  // by column; where it is missing, cells sort by their text
  std::vector<Row> children;
  bool heading = false;
};

class RowsModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Role : int { HeadingRole = Qt::UserRole + 200 };

  explicit RowsModel(QStringList columns, QObject* parent = nullptr);

  void set_rows(std::vector<Row> rows);
  const Row* row(const QModelIndex& index) const;  // null: there is none

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  QStringList columns_;
  std::vector<Row> rows_;
};

}  // namespace holdfast::gui

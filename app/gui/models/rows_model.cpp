#include "app/gui/models/rows_model.h"

#include <utility>

namespace holdfast::gui {
namespace {

// Ids of indices: 0 for rows of the first level, else 1 + the row of the parent.
std::size_t parent_row(const QModelIndex& index) {
  return static_cast<std::size_t>(index.internalId() - 1);
}

}  // namespace

RowsModel::RowsModel(QStringList columns, QObject* parent)
    : QAbstractItemModel(parent), columns_(std::move(columns)) {}

void RowsModel::set_rows(std::vector<Row> rows) {
  beginResetModel();
  rows_ = std::move(rows);
  endResetModel();
}

const Row* RowsModel::row(const QModelIndex& index) const {
  if (!index.isValid()) return nullptr;
  const std::vector<Row>& list = index.internalId() == 0 ? rows_ : rows_[parent_row(index)].children;
  return &list[static_cast<std::size_t>(index.row())];
}

QModelIndex RowsModel::index(int row, int column, const QModelIndex& parent) const {
  if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount(parent)) return {};
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex RowsModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return {};
  return createIndex(static_cast<int>(parent_row(index)), 0, quintptr{0});
}

int RowsModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(rows_.size());
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return static_cast<int>(rows_[static_cast<std::size_t>(parent.row())].children.size());
}

int RowsModel::columnCount(const QModelIndex& /*parent*/) const {
  return static_cast<int>(columns_.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& it = *row(index);
  const auto column = static_cast<std::size_t>(index.column());
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return it.cells.value(index.column());
    case SortRole:
      return column < it.sort.size() ? QVariant(it.sort[column]) : QVariant(it.cells.value(index.column()));
    case MatchRole:
      return it.cells.join(u' ');
    case BadgeRole:
      return index.column() == 0 ? QVariant(static_cast<int>(it.badge)) : QVariant();
    case DetailRole:
      return index.column() == 0 ? QVariant(it.detail) : QVariant();
    case HeadingRole:
      return it.heading;
    default:
      return {};
  }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return columns_.value(section);
}

}  // namespace holdfast::gui

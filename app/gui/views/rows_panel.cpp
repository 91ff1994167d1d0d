#include "app/gui/views/rows_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/gui/views/lists.h"

namespace holdfast::gui {

RowsPanel::RowsPanel(RowsModel& rows, const Columns& columns, const QString& name, const Look& look,
                     QWidget* parent)
    : QWidget(parent),
      rows_(rows),
      list_(new_list(look, this)),
      empty_(new QLabel(this)),
      tree_(columns.tree) {
  if (columns.sortable) {
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSourceModel(&rows);
    sorted_->setSortRole(SortRole);
    list_->setModel(sorted_);
    list_->setSortingEnabled(true);
    list_->sortByColumn(-1, Qt::AscendingOrder);
  } else {
    list_->setModel(&rows);
  }
  list_->setRootIsDecorated(columns.tree);
  list_->setIndentation(columns.tree ? 18 : 0);
  list_->setAccessibleName(name);
  size_columns(*list_, columns.widths, columns.wide);
  setFocusProxy(list_);
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setProperty("faint", true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(list_, 1);
  column->addWidget(empty_, 1);
  connect(&rows, &QAbstractItemModel::modelReset, this, &RowsPanel::update_empty);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (const Row* row = rows_.row(source(index))) emit picked(*row);
          });
  update_empty();
}

QModelIndex RowsPanel::source(const QModelIndex& index) const {
  return sorted_ != nullptr ? sorted_->mapToSource(index) : index;
}

void RowsPanel::set_empty_text(const QString& text) {
  empty_->setText(text);
}

QHBoxLayout* RowsPanel::bar() {
  if (bar_ == nullptr) {
    bar_ = new QHBoxLayout;
    bar_->setContentsMargins(8, 6, 8, 6);
    bar_->setSpacing(6);
    static_cast<QVBoxLayout*>(layout())->insertLayout(0, bar_);
  }
  return bar_;
}

void RowsPanel::update_empty() {
  const bool none = rows_.rowCount() == 0;
  list_->setVisible(!none);
  empty_->setVisible(none);
  if (tree_ && rows_.rowCount() <= 40) list_->expandAll();
}

void RowsPanel::point_at(DeviceId device, std::optional<std::uint32_t> line) {
  for (int head = 0; head < rows_.rowCount(); ++head) {
    const QModelIndex parent = rows_.index(head, 0);
    for (int i = 0; i < rows_.rowCount(parent); ++i) {
      const QModelIndex index = rows_.index(i, 0, parent);
      const Row* row = rows_.row(index);
      if (!row->line || row->line->device != device) continue;
      if (line && row->line->where.line != *line) continue;
      list_->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
      list_->scrollTo(index);
      return;
    }
  }
}

void RowsPanel::select_step(int step) {
  QModelIndex at = list_->currentIndex();
  for (int i = 0; i < std::abs(step); ++i) {
    const QModelIndex next = !at.isValid() ? list_->model()->index(0, 0)
                             : step > 0    ? list_->indexBelow(at)
                                           : list_->indexAbove(at);
    if (!next.isValid()) break;
    at = next;
  }
  list_->setCurrentIndex(at);
}

bool RowsPanel::at_end() const {
  return !list_->currentIndex().isValid() || !list_->indexBelow(list_->currentIndex()).isValid();
}

}  // namespace holdfast::gui

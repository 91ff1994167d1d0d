#include "app/gui/views/lists.h"

#include <QHeaderView>
#include <QTreeView>

#include "app/gui/views/badge_delegate.h"

namespace holdfast::gui {

QTreeView* new_list(const Look& look, QWidget* parent) {
  auto* list = new QTreeView(parent);
  list->setRootIsDecorated(false);
  list->setUniformRowHeights(true);
  list->setAlternatingRowColors(false);
  list->setSelectionBehavior(QAbstractItemView::SelectRows);
  list->setAllColumnsShowFocus(true);
  list->setItemDelegate(new BadgeDelegate(look, list));
  list->header()->setHighlightSections(false);
  list->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  return list;
}

void size_columns(QTreeView& list, const QList<int>& widths, int wide) {
  QHeaderView* header = list.header();
  header->setStretchLastSection(false);
  header->setMinimumSectionSize(40);
  for (int i = 0; i < widths.size(); ++i) {
    if (i == wide) {
      header->setSectionResizeMode(i, QHeaderView::Stretch);
    } else {
      header->setSectionResizeMode(i, QHeaderView::Interactive);
      header->resizeSection(i, widths[i]);
    }
  }
}

}  // namespace holdfast::gui

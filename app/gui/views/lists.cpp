#include "app/gui/views/lists.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QTreeView>
#include <algorithm>
#include <numeric>
#include <utility>

#include "app/gui/views/badge_delegate.h"

namespace holdfast::gui {
namespace {

constexpr int kLeastColumn = 84;
constexpr double kWidePart = 0.5;  // of the list: what the wide column gets at least

// Gives columns their widths again whenever the list's changes.
class ColumnFitter : public QObject {
 public:
  ColumnFitter(QTreeView& list, QList<int> widths, int wide)
      : QObject(&list), list_(list), widths_(std::move(widths)), wide_(wide) {
    list.viewport()->installEventFilter(this);
    fit(list.viewport()->width());
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Resize) {
      const int width = static_cast<QResizeEvent*>(event)->size().width();
      if (width != fitted_) fit(width);
    }
    return QObject::eventFilter(watched, event);
  }

 private:
  void fit(int width) {
    fitted_ = width;
    const int all = std::accumulate(widths_.begin(), widths_.end(), 0);
    if (all == 0) return;
    const double part = std::min(1.0, width * (1 - kWidePart) / all);
    for (int i = 0; i < widths_.size(); ++i) {
      if (i == wide_) continue;
      const int least = std::max(std::min(widths_[i], kLeastColumn), list_.header()->sectionSizeHint(i));
      list_.header()->resizeSection(i, std::max(least, static_cast<int>(widths_[i] * part)));
    }
  }

  QTreeView& list_;
  QList<int> widths_;
  int wide_;
  int fitted_ = 0;
};

}  // namespace

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
  for (int i = 0; i < widths.size(); ++i)
    header->setSectionResizeMode(i, i == wide ? QHeaderView::Stretch : QHeaderView::Interactive);
  new ColumnFitter(list, widths, wide);
}

}  // namespace holdfast::gui

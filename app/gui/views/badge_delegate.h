#pragma once

// List items: a sign for the state, the text, and what is said after it in a fainter colour.

#include <QStyledItemDelegate>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

class BadgeDelegate : public QStyledItemDelegate {
 public:
  BadgeDelegate(const Look& look, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const Look& look_;
};

}  // namespace holdfast::gui

#include "app/gui/views/badge_delegate.h"

#include <QApplication>
#include <QPainter>

#include "app/gui/models/rows_model.h"
#include "app/gui/style/badge_painter.h"

namespace holdfast::gui {
namespace {

constexpr int kBadge = 13;
constexpr int kAir = 7;

}  // namespace

BadgeDelegate::BadgeDelegate(const Look& look, QObject* parent) : QStyledItemDelegate(parent), look_(look) {}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QSize size = QStyledItemDelegate::sizeHint(option, index);
  size.setHeight(std::max(size.height(), 26));
  const QString detail = index.data(DetailRole).toString();
  if (!detail.isEmpty()) size.rwidth() += option.fontMetrics.horizontalAdvance(detail) + kAir;
  if (index.data(BadgeRole).toInt() != 0) size.rwidth() += kBadge + kAir;
  return size;
}

void BadgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
  QStyleOptionViewItem item = option;
  initStyleOption(&item, index);
  const QString text = item.text;
  item.text.clear();
  const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

  const Theme& theme = look_.theme();
  QRect place = option.rect.adjusted(kAir - 1, 0, -kAir, 0);
  painter->save();
  if (index.column() == 0 && index.data(RowsModel::HeadingRole).toBool())
    item.font.setWeight(QFont::DemiBold);
  painter->setFont(item.font);
  const auto badge = static_cast<Badge>(index.data(BadgeRole).toInt());
  if (badge != Badge::None) {
    const QRectF at(place.left(), place.center().y() - kBadge / 2.0 + 0.5, kBadge, kBadge);
    draw_badge(*painter, at, badge, theme);
    place.setLeft(place.left() + kBadge + kAir);
  }
  const QString detail = index.data(DetailRole).toString();
  const int text_width = std::min(item.fontMetrics.horizontalAdvance(text) + 2, place.width());
  const QVariant color = index.data(Qt::ForegroundRole);
  painter->setPen(color.isValid() ? color.value<QColor>() : theme.text);
  const QRect text_place(place.left(), place.top(), text_width, place.height());
  painter->drawText(text_place, Qt::AlignLeft | Qt::AlignVCenter,
                    item.fontMetrics.elidedText(text, Qt::ElideRight, text_width));
  if (!detail.isEmpty() && place.width() > text_width + kAir * 2) {
    painter->setPen(theme.text_faint);
    const QRect rest = place.adjusted(text_width + kAir, 0, 0, 0);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      item.fontMetrics.elidedText(detail, Qt::ElideRight, rest.width()));
  }
  painter->restore();
}

}  // namespace holdfast::gui

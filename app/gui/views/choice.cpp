#include "app/gui/views/choice.h"

#include <QPainter>

namespace holdfast::gui {

Choice::Choice(const QStringList& items, const QString& name, const Look& look, QWidget* parent)
    : QComboBox(parent), look_(look) {
  addItems(items);
  setAccessibleName(name);
  setToolTip(name);
}

void Choice::paintEvent(QPaintEvent* event) {
  QComboBox::paintEvent(event);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(look_.theme().text_soft, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const QPointF middle(width() - 13.0, height() / 2.0);
  painter.drawPolyline(QPolygonF() << middle + QPointF(-3.5, -1.8) << middle + QPointF(0, 1.8)
                                   << middle + QPointF(3.5, -1.8));
}

}  // namespace holdfast::gui

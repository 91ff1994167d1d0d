#include "app/gui/style/card.h"

namespace holdfast::gui {

void draw_card(QPainter& painter, const QRect& place, const Theme& theme) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(theme.border);
  painter.setBrush(theme.raised);
  painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

}  // namespace holdfast::gui

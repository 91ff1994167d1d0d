#include "app/gui/topology/minimap.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "app/gui/style/card.h"
#include "app/gui/topology/map_scene.h"
#include "app/gui/topology/map_view.h"
#include "app/gui/topology/node_item.h"
#include "app/gui/topology/strand_item.h"

namespace holdfast::gui {

Minimap::Minimap(MapView& view, const Look& look, QWidget* parent)
    : QWidget(parent), view_(view), look_(look) {
  setFixedSize(sizeHint());
  setCursor(Qt::PointingHandCursor);
  connect(&view, &MapView::looked, this, qOverload<>(&QWidget::update));
  connect(&view.map(), &MapScene::redrawn, this, qOverload<>(&QWidget::update));
}

QTransform Minimap::to_small() const {
  const QRectF extent = view_.map().extent();
  const double scale = std::min((width() - 14) / extent.width(), (height() - 14) / extent.height());
  QTransform result;
  result.translate(width() / 2.0, height() / 2.0);
  result.scale(scale, scale);
  result.translate(-extent.center().x(), -extent.center().y());
  return result;
}

void Minimap::paintEvent(QPaintEvent* /*event*/) {
  const Theme& theme = look_.theme();
  QPainter painter(this);
  draw_card(painter, rect(), theme);
  const QTransform small = to_small();
  const auto& nodes = view_.map().nodes();
  painter.setPen(QPen(theme.link, 0.7));
  if (nodes.size() <= 300) {
    for (const StrandItem* strand : view_.map().strands())
      painter.drawLine(small.map(strand->at(0)), small.map(strand->at(1)));
  }
  painter.setPen(Qt::NoPen);
  const double radius = nodes.size() > 200 ? 1.1 : 2.2;
  for (const NodeItem* node : nodes) {
    const Badge badge = badge_of(node->state());
    painter.setBrush(badge != Badge::None ? theme.failed : node->isSelected() ? theme.accent : theme.outline);
    painter.drawEllipse(small.map(node->pos()), radius, radius);
  }
  const QRectF shown = view_.mapToScene(view_.viewport()->rect()).boundingRect();
  const QRectF frame = small.mapRect(shown) & QRectF(rect()).adjusted(3, 3, -3, -3);
  QColor veil = theme.accent;
  veil.setAlpha(26);
  painter.setBrush(veil);
  painter.setPen(QPen(theme.accent, 1));
  painter.drawRoundedRect(frame, 3, 3);
}

void Minimap::go(QPointF at) {
  view_.centre_on(to_small().inverted().map(at));
}

void Minimap::mousePressEvent(QMouseEvent* event) {
  go(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
  go(event->position());
}

}  // namespace holdfast::gui

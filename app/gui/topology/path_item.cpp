#include "app/gui/topology/path_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <cmath>

#include "app/gui/topology/arrangement.h"

namespace holdfast::gui {
namespace {

void arrow_head(QPainter& painter, const QPainterPath& curve, double part, bool back, double size) {
  const QPointF at = curve.pointAtPercent(part);
  const double angle = -curve.angleAtPercent(part) * M_PI / 180 + (back ? M_PI : 0);
  const QPointF along(std::cos(angle), std::sin(angle));
  const QPointF across(-along.y(), along.x());
  QPolygonF head;
  head << at + along * size << at - along * size * 0.7 + across * size * 0.85 << at - along * size * 0.25
       << at - along * size * 0.7 - across * size * 0.85;
  painter.drawPolygon(head);
}

}  // namespace

PathItem::PathItem(const Look& look) : look_(look) {
  set_pale(false);
  setAcceptedMouseButtons(Qt::NoButton);
}

void PathItem::set_pale(bool pale) {
  pale_ = pale;
  setZValue(pale ? 0 : 6);
  update();
}

void PathItem::set_legs(std::vector<DrawnLeg> legs) {
  prepareGeometryChange();
  legs_ = std::move(legs);
  bounds_ = {};
  for (const DrawnLeg& leg : legs_) bounds_ |= leg.curve.controlPointRect().adjusted(-24, -24, 24, 24);
  update();
}

void PathItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
  const Theme& theme = look_.theme();
  const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
  const double width = std::max(4.2, 2.4 / detail) * (pale_ ? 1.9 : 1);
  const auto color_of = [&](const DrawnLeg& leg) {
    const QColor& full = leg.arrives ? theme.active : theme.dead_end;
    return pale_ ? mixed(theme.canvas, full, 0.3) : full;
  };
  for (const DrawnLeg& leg : legs_) {
    QPen pen(color_of(leg), leg.arrives ? width : width * 0.8, Qt::SolidLine, Qt::RoundCap);
    if (!leg.arrives) {
      pen.setDashPattern({2.6, 2.2});
      pen.setCapStyle(Qt::FlatCap);
    }
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(leg.curve);
  }
  painter->setPen(QPen(theme.canvas, 1.2));
  const double head = std::max(8.5, 5.5 / detail);
  for (const DrawnLeg& leg : legs_) {
    if (leg.curve.length() < kNodeSize * 1.6) continue;
    painter->setBrush(color_of(leg));
    arrow_head(*painter, leg.curve, leg.back ? 0.6 : 0.52, false, head);
    if (leg.back) arrow_head(*painter, leg.curve, 0.4, true, head);
  }
}

}  // namespace holdfast::gui

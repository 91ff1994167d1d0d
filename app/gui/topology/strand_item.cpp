#include "app/gui/topology/strand_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <cmath>

#include "app/gui/style/badge_painter.h"

namespace holdfast::gui {

QPainterPath bowed(QPointF a, QPointF b, double bow) {
  QPainterPath path(a);
  const QPointF along = b - a;
  const double length = std::hypot(along.x(), along.y());
  if (std::abs(bow) < 0.5 || length < 1) {
    path.lineTo(b);
    return path;
  }
  const QPointF across(along.y() / length, -along.x() / length);
  path.quadTo((a + b) / 2 + across * bow * 2, b);
  return path;
}

StrandItem::StrandItem(StrandKind kind, DeviceId a, DeviceId b, std::size_t link, const Look& look)
    : kind_(kind), a_(a), b_(b), link_(link), look_(look) {
  const bool picked = kind == StrandKind::Link || kind == StrandKind::Bundle;
  if (picked) setFlag(ItemIsSelectable);
  setZValue(kind == StrandKind::Link ? 1 : picked ? 2 : 3);
}

void StrandItem::set_ends(QPointF a, QPointF b, double bow) {
  prepareGeometryChange();
  curve_ = bowed(a, b, bow);
  bounds_ = curve_.controlPointRect().adjusted(-14, -14, 14, 14);
}

void StrandItem::set_state(LinkState state) {
  if (state_ == state) return;
  state_ = state;
  update();
}

void StrandItem::set_faint(bool on) {
  if (faint_ == on) return;
  faint_ = on;
  update();
}

QPainterPath StrandItem::shape() const {
  QPainterPathStroker stroker;
  stroker.setWidth(12);
  return stroker.createStroke(curve_);
}

QPen StrandItem::pen(double detail) const {
  const Theme& theme = look_.theme();
  const auto width = [detail](double wanted) { return std::max(wanted, 0.9 / detail); };
  if (state_ == LinkState::Failed) {
    QPen result(theme.failed, width(2.2));
    result.setDashPattern({4, 3});
    return result;
  }
  if (state_ == LinkState::Down) {
    QPen result(theme.down, width(1.4));
    result.setDashPattern({1, 3});
    return result;
  }
  QPen result(tint_.isValid() ? tint_ : theme.link, width(1.6));
  result.setCapStyle(Qt::RoundCap);
  switch (kind_) {
    case StrandKind::Link:
      break;
    case StrandKind::Bundle:
      result.setWidthF(width(4.5));
      break;
    case StrandKind::Adjacency:
      result.setWidthF(width(2.2));
      break;
    case StrandKind::Etrunk:
      result = QPen(theme.dual_active, width(2));
      result.setDashPattern({7, 2.5, 1.5, 2.5});
      break;
    case StrandKind::PwPrimary:
      result = QPen(theme.active, width(2));
      break;
    case StrandKind::PwStandby:
      result = QPen(theme.standby, width(1.8));
      result.setDashPattern({5, 4});
      break;
    case StrandKind::PwBypass:
      result = QPen(theme.standby, width(1.6));
      result.setDashPattern({1.2, 3});
      break;
    case StrandKind::PwUnpaired:
      result = QPen(theme.error, width(1.8));
      result.setDashPattern({1.2, 3});
      break;
    case StrandKind::Candidate:
      result = QPen(theme.good, width(2.6));
      result.setDashPattern({3, 2});
      break;
  }
  if (faint_) {
    result.setColor(mixed(theme.canvas, result.color(), 0.45));
    result.setWidthF(width(1.2));
  }
  return result;
}

void StrandItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
  const Theme& theme = look_.theme();
  const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
  painter->setBrush(Qt::NoBrush);
  if (isSelected()) {
    painter->setPen(QPen(mixed(theme.canvas, theme.accent, 0.45), std::max(8.0, 5 / detail), Qt::SolidLine,
                         Qt::RoundCap));
    painter->drawPath(curve_);
  }
  painter->setPen(pen(detail));
  painter->drawPath(curve_);
  if (kind_ == StrandKind::Bundle && state_ == LinkState::Up && detail > 0.4) {
    painter->setPen(QPen(theme.canvas, 1.4));
    painter->drawPath(curve_);
  }
  const Badge badge = state_ == LinkState::Failed                 ? Badge::Failed
                      : kind_ == StrandKind::Candidate && !faint_ ? Badge::Changed
                                                                  : Badge::None;
  if (badge == Badge::None) return;
  const double size = std::min(std::max(18.0, 11 / detail), 50.0);
  const QPointF middle = at(sign_at_);
  painter->setPen(Qt::NoPen);
  painter->setBrush(theme.canvas);
  painter->drawEllipse(middle, size / 2 + 1.8, size / 2 + 1.8);
  draw_badge(*painter, QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size), badge, theme);
}

}  // namespace holdfast::gui

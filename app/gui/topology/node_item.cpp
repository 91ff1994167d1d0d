#include "app/gui/topology/node_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <cmath>
#include <numbers>

#include "app/gui/models/text.h"
#include "app/gui/style/badge_painter.h"
#include "app/gui/topology/arrangement.h"

namespace holdfast::gui {
namespace {

constexpr double kHalf = kNodeSize / 2;
constexpr double kDotBelow = 0.28;   // level of detail below which a device is a dot
constexpr double kGlyphBelow = 0.5;  // … below which it has no glyph

QPainterPath polygon(int corners, double radius, double turn) {
  QPolygonF points;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners + turn;
    points << QPointF(std::cos(angle), std::sin(angle)) * radius;
  }
  QPainterPath path;
  path.addPolygon(points);
  path.closeSubpath();
  return path;
}

}  // namespace

QPainterPath role_outline(const QString& role, double size) {
  const double half = size / 2;
  QPainterPath path;
  if (role == u"CE") {
    path.addRoundedRect(QRectF(-half * 0.86, -half * 0.72, size * 0.86, size * 0.72), half * 0.2, half * 0.2);
  } else if (role == u"SPE") {
    path = polygon(6, half, 0);
  } else if (role == u"NPE") {
    path = polygon(8, half, std::numbers::pi / 8);
  } else if (role == u"P") {
    path.addRoundedRect(QRectF(-half * 0.76, -half * 0.76, size * 0.76, size * 0.76), half * 0.3, half * 0.3);
    QTransform turn;
    turn.rotate(45);
    path = turn.map(path);
  } else {
    path.addEllipse(QPointF(), half * 0.92, half * 0.92);
  }
  return path;
}

Badge badge_of(const NodeState& state) {
  if (state.failed) return Badge::Failed;
  switch (state.mark) {
    case NodeMark::DeadEnd:
      return Badge::DeadEnd;
    case NodeMark::DualActive:
      return Badge::DualActive;
    case NodeMark::Flapping:
      return Badge::Flapping;
    case NodeMark::Unknown:
      return Badge::Unknown;
    case NodeMark::None:
      break;
  }
  return state.partly ? Badge::Failed : Badge::None;
}

NodeItem::NodeItem(const session::MapNode& node, const Look& look)
    : device_(node.device),
      name_(shown(node.name)),
      role_(shown(node.role)),
      look_(look),
      outline_(role_outline(role_, kNodeSize)) {
  setFlags(ItemIsSelectable | ItemIsMovable);
  setZValue(10);
  setToolTip(role_ + u' ' + name_);
}

void NodeItem::set_state(const NodeState& state) {
  if (state_ == state) return;
  state_ = state;
  setToolTip(state.why.isEmpty() ? role_ + u' ' + name_ : name_ + QStringLiteral(": ") + state.why);
  update();
}

void NodeItem::set_spotlight(bool on) {
  if (spotlight_ == on) return;
  spotlight_ = on;
  update();
}

void NodeItem::set_changed(bool on) {
  if (changed_ == on) return;
  changed_ = on;
  update();
}

void NodeItem::set_faint(bool on) {
  if (faint_ == on) return;
  faint_ = on;
  update();
}

QRectF NodeItem::boundingRect() const {
  return {-kHalf - 9, -kHalf - 9, kNodeSize + 18, kNodeSize + 18};
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
  const Theme& theme = look_.theme();
  const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
  const QColor line = state_.failed ? theme.failed : faint_ ? theme.down : theme.outline;
  if (detail < kDotBelow) {
    const double radius = std::max(kHalf * 0.8, 2.4 / detail);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isSelected()    ? theme.accent
                      : state_.failed ? theme.failed
                                      : mixed(theme.canvas, line, 0.75));
    painter->drawEllipse(QPointF(), radius, radius);
  } else {
    if (isSelected() || spotlight_) {
      painter->setPen(
          QPen(mixed(theme.canvas, theme.accent, isSelected() ? 0.9 : 0.5), std::max(2.0, 1.5 / detail)));
      painter->setBrush(theme.selection);
      painter->drawPath(role_outline(role_, kNodeSize + 11));
    }
    QPen pen(changed_ ? theme.good : line, std::max(changed_ ? 2.6 : 1.6, 1.0 / detail));
    if (state_.failed) pen.setDashPattern({3, 2.2});
    painter->setPen(pen);
    const QColor fill = theme.role_fill(role_);
    painter->setBrush(state_.failed || faint_ ? mixed(theme.canvas, fill, 0.35) : fill);
    painter->drawPath(outline_);
    if (detail >= kGlyphBelow)
      paint_glyph(*painter, state_.failed || faint_ ? mixed(theme.canvas, line, 0.55) : line);
  }
  paint_badge(*painter, badge_of(state_), {kHalf * 0.78, -kHalf * 0.78}, detail);
  if (changed_) paint_badge(*painter, Badge::Changed, {-kHalf * 0.78, -kHalf * 0.78}, detail);
}

void NodeItem::paint_badge(QPainter& painter, Badge badge, QPointF at, double detail) const {
  if (badge == Badge::None) return;
  const Theme& theme = look_.theme();
  const double size = std::min(std::max(19.0, 11 / detail), 60.0);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.canvas);
  painter.drawEllipse(at, size / 2 + 1.8, size / 2 + 1.8);
  draw_badge(painter, QRectF(at.x() - size / 2, at.y() - size / 2, size, size), badge, theme);
}

// What a device mostly does: hand over (CE), aggregate (UPE), switch (PE, SPE, NPE), pass on (P).
void NodeItem::paint_glyph(QPainter& painter, const QColor& color) const {
  painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  const auto arrow = [&painter](QPointF from, QPointF to) {
    painter.drawLine(from, to);
    const QPointF along = (to - from) / std::hypot((to - from).x(), (to - from).y());
    const QPointF across(-along.y(), along.x());
    painter.drawPolyline(QPolygonF() << to - along * 3.6 + across * 2.9 << to
                                     << to - along * 3.6 - across * 2.9);
  };
  if (role_ == u"CE") {
    painter.drawPolyline(QPolygonF() << QPointF(-7, 6) << QPointF(-7, -1) << QPointF(0, -7) << QPointF(7, -1)
                                     << QPointF(7, 6) << QPointF(-7, 6));
    painter.drawLine(QPointF(0, 6), QPointF(0, 2));
  } else if (role_ == u"P") {
    arrow({-8, -3}, {8, -3});
    arrow({8, 3}, {-8, 3});
  } else if (role_ == u"UPE") {
    arrow({-8, 6}, {7, 0});
    arrow({-8, -6}, {7, 0});
  } else {
    arrow({-3, -3}, {-9, -9});
    arrow({3, 3}, {9, 9});
    arrow({9, -9}, {3, -3});
    arrow({-9, 9}, {-3, 3});
  }
}

}  // namespace holdfast::gui

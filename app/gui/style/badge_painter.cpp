#include "app/gui/style/badge_painter.h"

#include <QPainterPath>
#include <QPolygonF>
#include <cmath>
#include <numbers>

namespace holdfast::gui {
namespace {

QPolygonF regular(const QRectF& place, int corners, double turn) {
  QPolygonF result;
  const double radius = place.width() / 2;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners + turn;
    result << place.center() + QPointF(std::cos(angle), std::sin(angle)) * radius;
  }
  return result;
}

class Sign {
 public:
  Sign(QPainter& painter, const QRectF& place, const QColor& color, const QColor& ink)
      : painter_(painter),
        r_(place),
        color_(color),
        pen_(ink, place.width() * 0.13, Qt::SolidLine, Qt::RoundCap) {}

  void disc() {
    fill([this](QPainterPath& path) { path.addEllipse(r_); });
  }
  void triangle() {
    fill([this](QPainterPath& path) {
      path.addPolygon(
          regular(r_.adjusted(-0.5, 0, 0.5, 1).translated(0, r_.height() * 0.06), 3, -std::numbers::pi / 2));
      path.closeSubpath();
    });
  }
  void octagon() {
    fill([this](QPainterPath& path) {
      path.addPolygon(regular(r_, 8, std::numbers::pi / 8));
      path.closeSubpath();
    });
  }
  void square() {
    fill([this](QPainterPath& path) {
      path.addRoundedRect(r_.adjusted(0.5, 0.5, -0.5, -0.5), r_.width() * 0.25, r_.width() * 0.25);
    });
  }
  void diamond() {
    fill([this](QPainterPath& path) {
      path.addPolygon(regular(r_, 4, 0));
      path.closeSubpath();
    });
  }
  void ring() {
    painter_.setPen(QPen(color_, r_.width() * 0.14));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawEllipse(r_.adjusted(1, 1, -1, -1));
  }

  void cross() {
    line(-0.2, -0.2, 0.2, 0.2);
    line(-0.2, 0.2, 0.2, -0.2);
  }
  void bar() { line(-0.24, 0, 0.24, 0); }
  void twin_bars() {
    line(-0.12, -0.22, -0.12, 0.22);
    line(0.12, -0.22, 0.12, 0.22);
  }
  void exclamation() {
    line(0, -0.22, 0, 0.06);
    line(0, 0.24, 0, 0.245);
  }
  void check() {
    line(-0.2, 0.02, -0.05, 0.17);
    line(-0.05, 0.17, 0.21, -0.15);
  }
  void arrow() {
    line(-0.22, 0.12, 0.2, -0.1);
    line(0.2, -0.1, 0.0, -0.16);
    line(0.2, -0.1, 0.12, 0.1);
  }
  void plus_minus() {
    line(0, -0.26, 0, 0.06);
    line(-0.16, -0.1, 0.16, -0.1);
    line(-0.16, 0.24, 0.16, 0.24);
  }
  void wave() {
    line(-0.26, 0.1, -0.1, -0.14);
    line(-0.1, -0.14, 0.08, 0.14);
    line(0.08, 0.14, 0.26, -0.1);
  }
  void letter(const QString& text) {
    QFont font = painter_.font();
    font.setPixelSize(static_cast<int>(r_.height() * 0.72));
    font.setWeight(QFont::Bold);
    painter_.setFont(font);
    painter_.setPen(pen_.color());
    painter_.drawText(r_, Qt::AlignCenter, text);
  }
  void with_pen(const QColor& color) { pen_.setColor(color); }

 private:
  template <class Shape>
  void fill(Shape shape) {
    QPainterPath path;
    shape(path);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(color_);
    painter_.drawPath(path);
  }
  void line(double x1, double y1, double x2, double y2) {
    painter_.setPen(pen_);
    const double w = r_.width();
    painter_.drawLine(r_.center() + QPointF(x1, y1) * w, r_.center() + QPointF(x2, y2) * w);
  }

  QPainter& painter_;
  QRectF r_;
  QColor color_;
  QPen pen_;
};

void draw(Sign& sign, Badge badge, const QColor& color) {
  switch (badge) {
    case Badge::Error:
      sign.disc();
      sign.cross();
      break;
    case Badge::Warning:
      sign.triangle();
      sign.exclamation();
      break;
    case Badge::Info:
      sign.disc();
      sign.letter(QStringLiteral("i"));
      break;
    case Badge::Good:
      sign.with_pen(color);
      sign.ring();
      sign.check();
      break;
    case Badge::Unknown:
      sign.diamond();
      sign.letter(QStringLiteral("?"));
      break;
    case Badge::Lost:
      sign.with_pen(color);
      sign.ring();
      sign.bar();
      break;
    case Badge::DeadEnd:
      sign.octagon();
      sign.bar();
      break;
    case Badge::DualActive:
      sign.square();
      sign.twin_bars();
      break;
    case Badge::Flapping:
      sign.diamond();
      sign.wave();
      break;
    case Badge::Moved:
      sign.with_pen(color);
      sign.ring();
      sign.arrow();
      break;
    case Badge::Failed:
      sign.disc();
      sign.cross();
      break;
    case Badge::Changed:
      sign.square();
      sign.plus_minus();
      break;
    default:
      break;
  }
}

}  // namespace

QColor badge_color(Badge badge, const Theme& theme) {
  switch (badge) {
    case Badge::Error:
    case Badge::Failed:
      return theme.error;
    case Badge::Warning:
      return theme.warning;
    case Badge::Info:
      return theme.info;
    case Badge::Good:
    case Badge::Changed:
      return theme.good;
    case Badge::Unknown:
    case Badge::Flapping:
      return theme.unknown;
    case Badge::Lost:
      return theme.down;
    case Badge::DeadEnd:
      return theme.dead_end;
    case Badge::DualActive:
      return theme.dual_active;
    case Badge::Moved:
      return theme.active;
    default:
      return theme.text_faint;
  }
}

void draw_badge(QPainter& painter, const QRectF& place, Badge badge, const Theme& theme) {
  const QColor color = badge_color(badge, theme);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  Sign sign(painter, place, color, theme.dark ? QColor("#14171b") : QColor(Qt::white));
  draw(sign, badge, color);
  painter.restore();
}

}  // namespace holdfast::gui

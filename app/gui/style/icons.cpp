#include "app/gui/style/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace holdfast::gui {
namespace {

using P = QPointF;

void lines(QPainterPath& path, std::initializer_list<P> points) {
  auto it = points.begin();
  path.moveTo(*it);
  while (++it != points.end()) path.lineTo(*it);
}

QPainterPath path_of(Glyph glyph) {
  QPainterPath path;
  switch (glyph) {
    case Glyph::Open:
      lines(path, {{2, 12.5}, {2, 3.5}, {6, 3.5}, {7.5, 5.2}, {13, 5.2}, {13, 7.4}});
      lines(path, {{2, 12.8}, {4.2, 7.4}, {14.6, 7.4}, {12.6, 12.8}, {2, 12.8}});
      break;
    case Glyph::Undo:
      lines(path, {{5.5, 2.8}, {2.5, 5.8}, {5.5, 8.8}});
      path.moveTo(2.5, 5.8);
      path.lineTo(9.5, 5.8);
      path.arcTo(QRectF(5.8, 5.8, 7.4, 7.4), 90, -180);
      path.lineTo(6, 13.2);
      break;
    case Glyph::Redo:
      lines(path, {{10.5, 2.8}, {13.5, 5.8}, {10.5, 8.8}});
      path.moveTo(13.5, 5.8);
      path.lineTo(6.5, 5.8);
      path.arcTo(QRectF(2.8, 5.8, 7.4, 7.4), 90, 180);
      path.lineTo(10, 13.2);
      break;
    case Glyph::Fit:
      lines(path, {{2.5, 6}, {2.5, 2.5}, {6, 2.5}});
      lines(path, {{10, 2.5}, {13.5, 2.5}, {13.5, 6}});
      lines(path, {{13.5, 10}, {13.5, 13.5}, {10, 13.5}});
      lines(path, {{6, 13.5}, {2.5, 13.5}, {2.5, 10}});
      break;
    case Glyph::ZoomIn:
      lines(path, {{8, 3.5}, {8, 12.5}});
      [[fallthrough]];
    case Glyph::ZoomOut:
      lines(path, {{3.5, 8}, {12.5, 8}});
      break;
    case Glyph::Search:
      path.addEllipse(QRectF(2.5, 2.5, 8, 8));
      lines(path, {{9.4, 9.4}, {13.5, 13.5}});
      break;
    case Glyph::Moon:
      path.moveTo(13.2, 9.6);
      path.arcTo(QRectF(2.6, 2.6, 10.8, 10.8), -20, -230);
      path.arcTo(QRectF(6, 0.6, 9, 9), 190, 110);
      break;
    case Glyph::Split:
      path.addRoundedRect(QRectF(2, 3, 12, 10), 1.6, 1.6);
      lines(path, {{8, 3}, {8, 13}});
      break;
    case Glyph::Columns:
      path.addRoundedRect(QRectF(2, 3, 12, 10), 1.6, 1.6);
      lines(path, {{8, 3}, {8, 13}});
      lines(path, {{4, 6}, {6, 6}});
      lines(path, {{4, 8.4}, {6, 8.4}});
      lines(path, {{10, 6}, {12, 6}});
      lines(path, {{10, 8.4}, {12, 8.4}});
      break;
    case Glyph::Play:
      lines(path, {{5, 3.2}, {12.4, 8}, {5, 12.8}, {5, 3.2}});
      break;
    case Glyph::Stop:
      path.addRoundedRect(QRectF(4, 4, 8, 8), 1, 1);
      break;
    case Glyph::Tree:
      path.addRoundedRect(QRectF(2, 3, 12, 10), 1.6, 1.6);
      lines(path, {{6, 3}, {6, 13}});
      break;
    case Glyph::Panel:
      path.addRoundedRect(QRectF(2, 3, 12, 10), 1.6, 1.6);
      lines(path, {{10, 3}, {10, 13}});
      break;
    case Glyph::Bottom:
      path.addRoundedRect(QRectF(2, 3, 12, 10), 1.6, 1.6);
      lines(path, {{2, 9.4}, {14, 9.4}});
      break;
    case Glyph::Export:
      lines(path, {{8, 10}, {8, 2.4}});
      lines(path, {{5, 5}, {8, 2.2}, {11, 5}});
      lines(path, {{2.6, 9.6}, {2.6, 13.4}, {13.4, 13.4}, {13.4, 9.6}});
      break;
    case Glyph::Reload:
      path.arcMoveTo(QRectF(2.8, 2.8, 10.4, 10.4), 40);
      path.arcTo(QRectF(2.8, 2.8, 10.4, 10.4), 40, 290);
      lines(path, {{12.4, 1.8}, {12.2, 5}, {9.2, 4.6}});
      break;
    case Glyph::Fail:
      lines(path, {{4, 4}, {12, 12}});
      lines(path, {{4, 12}, {12, 4}});
      break;
    case Glyph::Restore:
      lines(path, {{3, 8.4}, {6.6, 12}, {13, 4.4}});
      break;
    case Glyph::Mend:
      path.arcMoveTo(QRectF(7.6, 1.8, 6.6, 6.6), 100);
      path.arcTo(QRectF(7.6, 1.8, 6.6, 6.6), 100, 250);
      lines(path, {{10.2, 1.8}, {10.6, 5.4}, {14.2, 5.6}});
      lines(path, {{8.6, 7.4}, {2.6, 13.4}});
      break;
    case Glyph::Link:
      path.addEllipse(QRectF(1.8, 9.6, 4.6, 4.6));
      path.addEllipse(QRectF(9.6, 1.8, 4.6, 4.6));
      lines(path, {{6.2, 9.8}, {7.2, 8.8}});
      lines(path, {{8.8, 7.2}, {9.8, 6.2}});
      break;
    case Glyph::Help:
      path.addRoundedRect(QRectF(1.8, 4, 12.4, 8.4), 1.6, 1.6);
      lines(path, {{4.4, 6.8}, {5, 6.8}});
      lines(path, {{7.7, 6.8}, {8.3, 6.8}});
      lines(path, {{11, 6.8}, {11.6, 6.8}});
      lines(path, {{5.4, 9.8}, {10.6, 9.8}});
      break;
  }
  return path;
}

class LineEngine : public QIconEngine {
 public:
  LineEngine(Glyph glyph, const Look& look) : glyph_(glyph), look_(look) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const Theme& theme = look_.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double size = std::min(rect.width(), rect.height());
    painter->translate(QRectF(rect).center() - QPointF(size / 2, size / 2));
    painter->scale(size / 16, size / 16);
    QColor color = mode == QIcon::Disabled ? mixed(theme.panel, theme.text_faint, 0.6) : theme.text_soft;
    if (state == QIcon::On) color = theme.accent;
    painter->setPen(QPen(color, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path_of(glyph_));
    painter->restore();
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap result(size);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return result;
  }

  QIconEngine* clone() const override { return new LineEngine(glyph_, look_); }

 private:
  Glyph glyph_;
  const Look& look_;
};

}  // namespace

QIcon icon(Glyph glyph, const Look& look) {
  return QIcon(new LineEngine(glyph, look));
}

}  // namespace holdfast::gui

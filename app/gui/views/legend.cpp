#include "app/gui/views/legend.h"

#include <QPainter>

#include "app/gui/style/badge_painter.h"
#include "app/gui/style/card.h"

namespace holdfast::gui {
namespace {

constexpr int kRow = 19;
constexpr int kSign = 30;
constexpr int kAir = 10;

}  // namespace

Legend::Legend(const Look& look, QWidget* parent) : QWidget(parent), look_(look) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void Legend::set_layer(MapLayer layer) {
  layer_ = layer;
  updateGeometry();
  update();
}

void Legend::set_preview(bool changed, bool candidates) {
  changed_ = changed;
  candidates_ = candidates;
  updateGeometry();
  update();
}

std::vector<Legend::Entry> Legend::entries() const {
  std::vector<Entry> result;
  switch (layer_) {
    case MapLayer::Physical:
      result = {{Mark::Link, tr("link")}};
      break;
    case MapLayer::Trunks:
      result = {{Mark::Bundle, tr("Eth-Trunk")},
                {Mark::Adjacency, tr("link in an Eth-Trunk")},
                {Mark::Etrunk, tr("E-Trunk")}};
      break;
    case MapLayer::Igp:
      result = {{Mark::Adjacency, tr("IGP neighbours, by area")}};
      break;
    case MapLayer::Pws:
    case MapLayer::Service:
      result = {{Mark::Adjacency, tr("PW")},
                {Mark::Standby, tr("secondary PW")},
                {Mark::Bypass, tr("bypass PW")},
                {Mark::Unpaired, tr("PW without its far end")}};
      break;
  }
  if (changed_) result.push_back({Mark::Changed, tr("would change")});
  if (candidates_) result.push_back({Mark::Candidate, tr("candidate link")});
  result.push_back({Mark::Active, tr("traffic")});
  result.push_back({Mark::Lost, tr("traffic that is lost")});
  result.push_back({Mark::Failed, tr("failed")});
  result.push_back({Mark::Down, tr("down")});
  result.push_back({Mark::DeadEnd, tr("dead end")});
  result.push_back({Mark::DualActive, tr("dual-active")});
  return result;
}

QSize Legend::sizeHint() const {
  QFont small = font();
  small.setPixelSize(11);
  const QFontMetrics metrics(small);
  int width = 0;
  const std::vector<Entry> all = entries();
  for (const Entry& entry : all) width = std::max(width, metrics.horizontalAdvance(entry.text));
  return {width + kSign + kAir * 3, static_cast<int>(all.size()) * kRow + kAir + 2};
}

void Legend::draw_mark(QPainter& painter, const QRectF& place, Mark mark) const {
  const Theme& theme = look_.theme();
  QPen pen(theme.link, 1.6);
  Badge badge = Badge::None;
  switch (mark) {
    case Mark::Link:
      break;
    case Mark::Active:
      pen = QPen(theme.active, 4, Qt::SolidLine, Qt::RoundCap);
      break;
    case Mark::Lost:
      pen = QPen(theme.dead_end, 3.2);
      pen.setDashPattern({2.2, 1.6});
      break;
    case Mark::Failed:
      pen = QPen(theme.failed, 2);
      pen.setDashPattern({3, 2});
      badge = Badge::Failed;
      break;
    case Mark::Down:
      pen = QPen(theme.down, 1.6);
      pen.setDashPattern({1, 2.6});
      break;
    case Mark::Standby:
      pen = QPen(theme.standby, 1.8);
      pen.setDashPattern({4, 3});
      break;
    case Mark::Bypass:
      pen = QPen(theme.standby, 1.8);
      pen.setDashPattern({1.2, 2.4});
      break;
    case Mark::Unpaired:
      pen = QPen(theme.error, 1.8);
      pen.setDashPattern({1.2, 2.4});
      break;
    case Mark::Bundle:
      pen.setWidthF(4.5);
      break;
    case Mark::Etrunk:
      pen = QPen(theme.dual_active, 2);
      pen.setDashPattern({5, 2, 1.2, 2});
      break;
    case Mark::Adjacency:
      pen = QPen(theme.active, 2);
      break;
    case Mark::DeadEnd:
      badge = Badge::DeadEnd;
      break;
    case Mark::DualActive:
      badge = Badge::DualActive;
      break;
    case Mark::Changed:
      badge = Badge::Changed;
      break;
    case Mark::Candidate:
      pen = QPen(theme.good, 2.4);
      pen.setDashPattern({3, 2});
      break;
  }
  const double y = place.center().y();
  if (mark != Mark::DeadEnd && mark != Mark::DualActive && mark != Mark::Changed) {
    painter.setPen(pen);
    painter.drawLine(QPointF(place.left() + 2, y), QPointF(place.right() - 2, y));
  }
  if (mark == Mark::Bundle) {
    painter.setPen(QPen(theme.raised, 1.4));
    painter.drawLine(QPointF(place.left() + 2, y), QPointF(place.right() - 2, y));
  }
  if (badge != Badge::None)
    draw_badge(painter, QRectF(place.center().x() - 6.5, y - 6.5, 13, 13), badge, theme);
}

void Legend::paintEvent(QPaintEvent* /*event*/) {
  const Theme& theme = look_.theme();
  QPainter painter(this);
  draw_card(painter, rect(), theme);
  QFont small = font();
  small.setPixelSize(11);
  painter.setFont(small);
  int y = kAir / 2 + 1;
  for (const Entry& entry : entries()) {
    draw_mark(painter, QRectF(kAir, y, kSign, kRow), entry.mark);
    painter.setPen(theme.text_soft);
    painter.drawText(QRect(kAir + kSign + 8, y, width(), kRow), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    y += kRow;
  }
}

}  // namespace holdfast::gui

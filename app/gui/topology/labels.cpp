#include "app/gui/topology/labels.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/topology/node_item.h"
#include "app/gui/topology/occupancy.h"
#include "app/gui/topology/strand_item.h"

namespace holdfast::gui {
namespace {

constexpr std::size_t kMost = 160;    // names at once
constexpr double kPortsAbove = 0.75;  // zoom from which ports are named
constexpr std::size_t kStrandsAvoided = 400;
constexpr double kStrandsAbove = 0.4;  // … strands are labelled

class Placer {
 public:
  Placer(QPainter& painter, const QRectF& visible, const Theme& theme)
      : painter_(painter), visible_(visible), theme_(theme), taken_(visible) {}

  std::vector<PlacedLabel> take() { return std::move(placed_); }

  // Nothing may be put there.
  void block(const QRectF& rect) { taken_.add(rect); }
  // Better nothing is put there.
  void avoid(QPointF point) { taken_.add(point); }

  // Around a device of that radius: below, above, right, left.
  bool around(QPointF centre, double radius, const QString& text, const QColor& color, bool strong) {
    const QSizeF size = size_of(text, strong);
    const double gap = radius + 3;
    const std::array<QPointF, 4> places = {
        QPointF(centre.x() - size.width() / 2, centre.y() + gap),
        QPointF(centre.x() - size.width() / 2, centre.y() - gap - size.height()),
        QPointF(centre.x() + gap + 1, centre.y() - size.height() / 2),
        QPointF(centre.x() - gap - 1 - size.width(), centre.y() - size.height() / 2)};
    const auto at = [&](bool careful) {
      return std::ranges::any_of(places, [&](QPointF place) {
        const QRectF rect(place, size);
        if (careful && taken_.meets_point(rect)) return false;
        return put(rect, text, color, strong);
      });
    };
    return at(true) || at(false);
  }

  bool centred(QPointF centre, const QString& text, const QColor& color) {
    const QSizeF size = size_of(text, false);
    return put({centre - QPointF(size.width() / 2, size.height() / 2), size}, text, color, false);
  }

  // Next to a line through the point, on that side of it.
  bool beside(QPointF point, QPointF side, const QString& text, const QColor& color) {
    const QSizeF size = size_of(text, false);
    const double away = (std::abs(side.x()) * size.width() + std::abs(side.y()) * size.height()) / 2 + 3;
    const QRectF rect(point + side * away - QPointF(size.width() / 2, size.height() / 2), size);
    return !taken_.meets_point(rect) && put(rect, text, color, false);
  }

 private:
  QSizeF size_of(const QString& text, bool strong) const {
    const QFontMetricsF metrics(painter_.font());
    return {metrics.horizontalAdvance(text) * (strong ? 1.06 : 1.0) + 8, metrics.height()};
  }

  bool put(const QRectF& rect, const QString& text, const QColor& color, bool strong) {
    if (!visible_.contains(rect) || taken_.meets_rect(rect)) return false;
    QColor ground = theme_.canvas;
    ground.setAlpha(215);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(ground);
    painter_.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3);
    QFont font = painter_.font();
    font.setWeight(strong ? QFont::DemiBold : QFont::Medium);
    painter_.setFont(font);
    painter_.setPen(color);
    painter_.drawText(rect, Qt::AlignCenter, text);
    taken_.add(rect);
    placed_.push_back({text, rect});
    return true;
  }

  QPainter& painter_;
  QRectF visible_;
  const Theme& theme_;
  Occupancy taken_;
  std::vector<PlacedLabel> placed_;
};

int rank(const NodeItem& node) {
  int result = 0;
  if (node.isSelected()) result -= 100;
  if (badge_of(node.state()) != Badge::None) result -= 60;
  if (node.is_faint()) result += 40;
  constexpr std::array<QStringView, 6> kOrder = {u"NPE", u"P", u"SPE", u"PE", u"UPE", u"CE"};
  return result + static_cast<int>(std::ranges::find(kOrder, QStringView(node.role())) - kOrder.begin());
}

// Every few pixels along what joins devices.
void avoid_strands(Placer& placer, const MapScene& scene, const QTransform& to_device, double zoom) {
  const std::vector<const StrandItem*> strands = scene.strands();
  if (strands.size() > kStrandsAvoided) return;
  for (const StrandItem* strand : strands) {
    const int steps = std::clamp(static_cast<int>(strand->curve().length() * zoom / 7), 1, 120);
    for (int i = 0; i <= steps; ++i) placer.avoid(to_device.map(strand->at(static_cast<double>(i) / steps)));
  }
}

// A port's name: near its device, beside its line, where it covers no other line.
void name_port(Placer& placer, const QPainterPath& curve, bool from_end, const QString& name,
               const QTransform& to_device, double zoom, const Theme& theme) {
  const double length = curve.length() * zoom;
  const double away = kNodeSize * zoom * 0.5 + 24;
  for (const double further : {0.0, 14.0, 30.0}) {
    const double part = std::min((away + further) / length, 0.5);
    const double at = from_end ? 1 - part : part;
    const double angle = -curve.angleAtPercent(at) * M_PI / 180;
    QPointF across(std::sin(angle), -std::cos(angle));
    if (across.y() > 0) across = -across;
    const QPointF point = to_device.map(curve.pointAtPercent(at));
    for (const QPointF& side : {across, -across}) {
      if (placer.beside(point, side, name, theme.text_faint)) return;
    }
  }
}

void label_strands(Placer& placer, const MapScene& scene, const QTransform& to_device, double zoom,
                   const Theme& theme) {
  for (const StrandItem* strand : scene.strands()) {
    if (strand->label().isEmpty() || strand->is_faint()) continue;
    for (const double part : {0.5, 0.38, 0.62}) {
      if (placer.centred(to_device.map(strand->at(part)), strand->label(), theme.text_soft)) break;
    }
  }
  if (zoom < kPortsAbove || scene.layer() != MapLayer::Physical) return;
  for (const StrandItem* strand : scene.strands()) {
    if (strand->curve().length() * zoom < 130) continue;
    name_port(placer, strand->curve(), false, strand->a_port(), to_device, zoom, theme);
    name_port(placer, strand->curve(), true, strand->b_port(), to_device, zoom, theme);
  }
}

}  // namespace

std::vector<PlacedLabel> draw_labels(QPainter& painter, const MapScene& scene, const QTransform& to_device,
                                     const QRectF& visible, const Theme& theme) {
  const double zoom = std::abs(to_device.m11());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QFont font = painter.font();
  font.setPixelSize(12);
  painter.setFont(font);
  Placer placer(painter, visible, theme);
  const double radius = std::max(kNodeSize / 2 * zoom, 2.5);
  std::vector<const NodeItem*> nodes;
  for (const NodeItem* node : scene.nodes()) {
    const QPointF at = to_device.map(node->pos());
    if (!visible.adjusted(-radius, -radius, radius, radius).contains(at)) continue;
    nodes.push_back(node);
    placer.block({at.x() - radius * 0.9, at.y() - radius * 0.9, radius * 1.8, radius * 1.8});
  }
  if (zoom >= kStrandsAbove) avoid_strands(placer, scene, to_device, zoom);
  for (const StrandItem* strand : scene.strands()) {
    if (strand->state() != LinkState::Failed) continue;
    const QPointF at = to_device.map(strand->at(strand->sign_at()));
    placer.block({at.x() - 11, at.y() - 11, 22, 22});
  }
  std::ranges::stable_sort(nodes, {}, [](const NodeItem* node) { return rank(*node); });
  std::size_t tried = 0;
  for (const NodeItem* node : nodes) {
    if (++tried > kMost * 2) break;
    const bool strong = node->isSelected();
    const QColor color = node->is_faint() ? theme.text_faint : theme.text;
    placer.around(to_device.map(node->pos()), radius, node->name(), color, strong);
  }
  QFont small = painter.font();
  small.setPixelSize(10);
  small.setWeight(QFont::Normal);
  painter.setFont(small);
  if (zoom >= kStrandsAbove) label_strands(placer, scene, to_device, zoom, theme);
  painter.restore();
  return placer.take();
}

}  // namespace holdfast::gui

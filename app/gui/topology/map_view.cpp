#include "app/gui/topology/map_view.h"

#include <QContextMenuEvent>
#include <QGraphicsItem>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/gui/topology/labels.h"
#include "app/gui/topology/map_scene.h"
#include "app/gui/topology/node_item.h"

namespace holdfast::gui {
namespace {

constexpr double kLeast = 0.02;
constexpr double kMost = 4;
constexpr double kNameHeight = 20;  // pixels, below a device
constexpr double kNudge = 10;       // scene units that a key moves a device by
constexpr double kPan = 60;         // pixels that a key moves the map by
constexpr double kFitMost = 1.5;    // a small network is not blown up further

}  // namespace

MapView::MapView(MapScene& scene, const Look& look, QWidget* parent)
    : QGraphicsView(&scene, parent), map_(scene), look_(look) {
  setRenderHint(QPainter::Antialiasing);
  setFrameShape(QFrame::NoFrame);
  setDragMode(QGraphicsView::RubberBandDrag);
  setTransformationAnchor(QGraphicsView::NoAnchor);
  setResizeAnchor(QGraphicsView::NoAnchor);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setViewportUpdateMode(QGraphicsView::FullViewportUpdate);  // names are put anew with every change
  setOptimizationFlag(QGraphicsView::DontAdjustForAntialiasing);
  setMinimumSize(240, 180);
  // What is dropped here is the window's.
  setAcceptDrops(false);
  viewport()->setAcceptDrops(false);
  connect(&look, &Look::changed, this, [this] { viewport()->update(); });
  connect(&scene, &MapScene::redrawn, this, [this] { viewport()->update(); });
}

void MapView::fit() {
  const QRectF whole = viewport()->rect();
  QRectF room = whole;
  if (!is_clear(whole)) {
    double largest = 0;
    for (const QRect& card : cards_) {
      const bool left = card.center().x() < whole.center().x();
      for (const QRectF& rest : {QRectF(0, 0, whole.width(), card.top()),
                                 left ? QRectF(card.right(), 0, whole.width() - card.right(), whole.height())
                                      : QRectF(0, 0, card.left(), whole.height())}) {
        if (fitting(rest.size()) <= largest || !is_clear(rest)) continue;
        largest = fitting(rest.size());
        room = rest;
      }
    }
  }
  const double to = fitting(room.size());
  setTransform(QTransform::fromScale(to, to));
  centerOn(map_.extent().center());
  pan_by((whole.center() - room.center()).toPoint());
  fitted_ = true;
  emit looked();
}

// The zoom at which the whole network has room.
double MapView::fitting(const QSizeF& room) const {
  const QSizeF extent = map_.extent().size();
  return std::clamp(std::min(room.width() / extent.width(), room.height() / extent.height()), kLeast,
                    kFitMost);
}

// Whether no device, fitted into that room, is covered.
bool MapView::is_clear(const QRectF& room) const {
  const double to = fitting(room.size());
  const QPointF middle = map_.extent().center();
  return std::ranges::none_of(map_.positions(), [&](QPointF at) {
    const QPointF centre = room.center() + (at - middle) * to;
    const double half = kNodeSize / 2 * to;
    const QRectF device(centre.x() - half, centre.y() - half, 2 * half, 2 * half + kNameHeight);
    return std::ranges::any_of(cards_, [&](const QRect& card) { return device.intersects(card); });
  });
}

void MapView::keep_clear(const QList<QRect>& cards) {
  if (cards_ == cards) return;
  cards_ = cards;
  if (fitted_) fit();
}

void MapView::zoom_by(double factor) {
  const QPoint middle = viewport()->rect().center();
  const QPointF before = mapToScene(middle);
  const double to = std::clamp(zoom() * factor, kLeast, kMost);
  setTransform(QTransform::fromScale(to, to));
  const QPointF moved = mapFromScene(before) - QPointF(middle);
  pan_by(moved.toPoint());
  fitted_ = false;
  emit looked();
}

void MapView::show_device(const QPointF& at) {
  if (!viewport()->rect().adjusted(60, 60, -60, -60).contains(mapFromScene(at))) centre_on(at);
}

void MapView::centre_on(const QPointF& at) {
  centerOn(at);
  fitted_ = false;
  emit looked();
}

void MapView::follow(const MapView& other) {
  setTransform(other.transform());
  centerOn(other.mapToScene(other.viewport()->rect().center()));
  fitted_ = false;
}

MapView::Part MapView::part() const {
  return {fitted_, transform(), mapToScene(viewport()->rect().center())};
}

void MapView::show_part(const Part& part) {
  if (part.fitted) return fit();
  setTransform(part.zoom);
  centre_on(part.centre);
}

void MapView::set_drawing(bool on) {
  if (drawing_ == on) return;
  drawing_ = on;
  drawn_from_ = nullptr;
  viewport()->setMouseTracking(on);
  if (on) {
    viewport()->setCursor(Qt::CrossCursor);
  } else {
    viewport()->unsetCursor();
  }
  viewport()->update();
  emit drawing_changed(on);
}

const NodeItem* MapView::node_at(QPoint at) const {
  for (const QGraphicsItem* item : items(at)) {
    if (const auto* node = qgraphicsitem_cast<const NodeItem*>(item)) return node;
  }
  return nullptr;
}

void MapView::draw_to(const NodeItem* node) {
  if (node == nullptr || node == drawn_from_) return;
  if (drawn_from_ == nullptr) {
    drawn_from_ = node;
    return;
  }
  const DeviceId from = drawn_from_->device();
  set_drawing(false);
  emit link_drawn(from, node->device());
}

void MapView::drawBackground(QPainter* painter, const QRectF& /*rect*/) {
  painter->save();
  painter->resetTransform();
  painter->fillRect(viewport()->rect(), look_.theme().canvas);
  painter->restore();
}

void MapView::drawForeground(QPainter* painter, const QRectF& /*rect*/) {
  painter->save();
  painter->resetTransform();
  painter->setFont(font());
  if (drawn_from_ != nullptr) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(look_.theme().good, 2.4, Qt::DashLine));
    painter->drawLine(mapFromScene(drawn_from_->pos()), drawn_to_);
  }
  draw_labels(*painter, map_, viewportTransform(), viewport()->rect(), look_.theme());
  painter->restore();
}

void MapView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return press_arrow({-1, 0}, event->modifiers());
    case Qt::Key_Right:
      return press_arrow({1, 0}, event->modifiers());
    case Qt::Key_Up:
      return press_arrow({0, -1}, event->modifiers());
    case Qt::Key_Down:
      return press_arrow({0, 1}, event->modifiers());
    case Qt::Key_L:
      return map_.select_next_link();
    default:
      QGraphicsView::keyPressEvent(event);
  }
}

void MapView::press_arrow(QPointF direction, Qt::KeyboardModifiers modifiers) {
  if (modifiers & Qt::AltModifier) {
    map_.move_selected(direction * kNudge);
  } else if (modifiers & Qt::ControlModifier) {
    pan_by((direction * kPan).toPoint());
    fitted_ = false;
    emit looked();
  } else {
    map_.select_towards(direction, (modifiers & Qt::ShiftModifier) != 0);
  }
}

void MapView::wheelEvent(QWheelEvent* event) {
  const QPointF cursor = event->position();
  const QPointF under = mapToScene(cursor.toPoint());
  const double to = std::clamp(zoom() * std::pow(1.0015, event->angleDelta().y()), kLeast, kMost);
  setTransform(QTransform::fromScale(to, to));
  pan_by((QPointF(mapFromScene(under)) - cursor).toPoint());
  fitted_ = false;
  emit looked();
  event->accept();
}

void MapView::pan_by(QPoint delta) {
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() + delta.x());
  verticalScrollBar()->setValue(verticalScrollBar()->value() + delta.y());
}

void MapView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::MiddleButton) {
    panning_ = true;
    panning_from_ = event->pos();
    setCursor(Qt::ClosedHandCursor);
    return;
  }
  if (drawing_ && event->button() == Qt::LeftButton) {
    drawn_to_ = event->pos();
    draw_to(node_at(event->pos()));
    viewport()->update();
    return;
  }
  QGraphicsView::mousePressEvent(event);
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
  if (panning_) {
    pan_by(panning_from_ - event->pos());
    panning_from_ = event->pos();
    fitted_ = false;
    emit looked();
    return;
  }
  if (drawing_) {
    drawn_to_ = event->pos();
    viewport()->update();
    return;
  }
  QGraphicsView::mouseMoveEvent(event);
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::MiddleButton) {
    panning_ = false;
    unsetCursor();
    return;
  }
  if (drawing_) return draw_to(node_at(event->pos()));
  QGraphicsView::mouseReleaseEvent(event);
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
  // By key it is about what is selected, wherever the mouse is.
  if (event->reason() == QContextMenuEvent::Keyboard) {
    const QList<QGraphicsItem*> picked = map_.selectedItems();
    const QPoint at = picked.isEmpty() ? viewport()->rect().center()
                                       : mapFromScene(picked.front()->sceneBoundingRect().center());
    emit menu_wanted(viewport()->mapToGlobal(at));
    return;
  }
  if (QGraphicsItem* item = itemAt(event->pos()); item != nullptr && !item->isSelected()) {
    map_.clearSelection();
    item->setSelected(true);
  }
  emit menu_wanted(event->globalPos());
}

void MapView::resizeEvent(QResizeEvent* event) {
  QGraphicsView::resizeEvent(event);
  if (fitted_) fit();
  emit looked();
}

void MapView::scrollContentsBy(int dx, int dy) {
  QGraphicsView::scrollContentsBy(dx, dy);
  viewport()->update();
}

}  // namespace holdfast::gui

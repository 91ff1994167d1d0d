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

namespace holdfast::gui {
namespace {

constexpr double kLeast = 0.02;
constexpr double kMost = 4;
constexpr double kFitMost = 1.5;  // a small network is not blown up further

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
  connect(&look, &Look::changed, this, [this] { viewport()->update(); });
  connect(&scene, &MapScene::redrawn, this, [this] { viewport()->update(); });
}

void MapView::fit() {
  const QRectF extent = map_.extent();
  fitInView(extent, Qt::KeepAspectRatio);
  const double room = std::min(1.0, kFitMost / zoom());
  if (zoom() * room < zoom()) {
    setTransform(QTransform::fromScale(kFitMost, kFitMost));
  }
  centerOn(extent.center());
  fitted_ = true;
  emit looked();
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
  if (viewport()->rect().adjusted(60, 60, -60, -60).contains(mapFromScene(at))) return;
  centerOn(at);
  fitted_ = false;
  emit looked();
}

void MapView::follow(const MapView& other) {
  setTransform(other.transform());
  centerOn(other.mapToScene(other.viewport()->rect().center()));
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
  draw_labels(*painter, map_, viewportTransform(), viewport()->rect(), look_.theme());
  painter->restore();
}

void MapView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return map_.select_towards({-1, 0});
    case Qt::Key_Right:
      return map_.select_towards({1, 0});
    case Qt::Key_Up:
      return map_.select_towards({0, -1});
    case Qt::Key_Down:
      return map_.select_towards({0, 1});
    default:
      QGraphicsView::keyPressEvent(event);
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
  QGraphicsView::mouseMoveEvent(event);
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::MiddleButton) {
    panning_ = false;
    unsetCursor();
    return;
  }
  QGraphicsView::mouseReleaseEvent(event);
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
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

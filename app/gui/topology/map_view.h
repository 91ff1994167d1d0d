#pragma once

// The map's window: zooms at the cursor, pans with the middle button, draws names over the scene.

#include <QGraphicsView>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

class MapScene;

class MapView : public QGraphicsView {
  Q_OBJECT

 public:
  MapView(MapScene& scene, const Look& look, QWidget* parent = nullptr);

  MapScene& map() const { return map_; }
  double zoom() const { return transform().m11(); }
  void fit();
  void zoom_by(double factor);
  void show_device(const QPointF& at);
  // Shows the same part as another view of the same network.
  void follow(const MapView& other);

 signals:
  void looked();  // another part is shown
  void menu_wanted(const QPoint& global);

 protected:
  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;

 private:
  void pan_by(QPoint delta);

  MapScene& map_;
  const Look& look_;
  QPoint panning_from_;
  bool panning_ = false;
  bool fitted_ = true;  // the whole network is shown: it stays so when the window grows
};

}  // namespace holdfast::gui

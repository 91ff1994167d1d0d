#pragma once

// The map's window: zooms at the cursor, pans with the middle button, draws names over the scene.

#include <QGraphicsView>

#include "app/gui/style/theme.h"
#include "model/ids.h"

namespace holdfast::gui {

class MapScene;
class NodeItem;

class MapView : public QGraphicsView {
  Q_OBJECT

 public:
  MapView(MapScene& scene, const Look& look, QWidget* parent = nullptr);

  MapScene& map() const { return map_; }
  double zoom() const { return transform().m11(); }
  void fit();
  // What lies over the view at these places covers no device when the whole network is shown.
  void keep_clear(const QList<QRect>& cards);
  bool is_fitted() const { return fitted_; }  // the whole network is shown, and stays so
  void zoom_by(double factor);
  void show_device(const QPointF& at);
  void centre_on(const QPointF& at);
  // Shows the same part as another view of the same network.
  void follow(const MapView& other);

  // What part is shown; and that part again.
  struct Part {
    bool fitted = true;
    QTransform zoom;
    QPointF centre;
  };
  Part part() const;
  void show_part(const Part& part);

  // While on, clicks on two devices, or a drag from one to the other, draw a link.
  void set_drawing(bool on);
  bool is_drawing() const { return drawing_; }

 signals:
  void looked();  // another part is shown
  void menu_wanted(const QPoint& global);
  void drawing_changed(bool on);
  void link_drawn(holdfast::DeviceId a, holdfast::DeviceId b);

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
  double fitting(const QSizeF& room) const;
  bool is_clear(const QRectF& room) const;
  void pan_by(QPoint delta);
  void press_arrow(QPointF direction, Qt::KeyboardModifiers modifiers);
  const NodeItem* node_at(QPoint at) const;
  void draw_to(const NodeItem* node);

  MapScene& map_;
  const Look& look_;
  QList<QRect> cards_;
  QPoint panning_from_;
  bool panning_ = false;
  bool fitted_ = true;
  bool drawing_ = false;
  const NodeItem* drawn_from_ = nullptr;
  QPoint drawn_to_;
};

}  // namespace holdfast::gui

#pragma once

// The whole network in a corner, with the part that is shown; a click goes there.

#include <QWidget>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

class MapView;

class Minimap : public QWidget {
  Q_OBJECT

 public:
  Minimap(MapView& view, const Look& look, QWidget* parent);

  QSize sizeHint() const override { return {168, 112}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  QTransform to_small() const;
  void go(QPointF at);

  MapView& view_;
  const Look& look_;
};

}  // namespace holdfast::gui

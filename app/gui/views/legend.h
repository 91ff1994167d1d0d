#pragma once

// What the lines and signs on the map mean, for the layer that is shown.

#include <QWidget>
#include <vector>

#include "app/gui/style/theme.h"
#include "app/gui/topology/map_scene.h"

namespace holdfast::gui {

class Legend : public QWidget {
 public:
  Legend(const Look& look, QWidget* parent);

  void set_layer(MapLayer layer);
  // Whether devices are marked as changed, and candidate links drawn.
  void set_preview(bool changed, bool candidates);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  enum class Mark {
    Active,
    Lost,
    Failed,
    Down,
    Standby,
    Bypass,
    Unpaired,
    Bundle,
    Etrunk,
    Adjacency,
    Link,
    DeadEnd,
    DualActive,
    Changed,
    Candidate
  };
  struct Entry {
    Mark mark;
    QString text;
  };
  std::vector<Entry> entries() const;
  void draw_mark(QPainter& painter, const QRectF& place, Mark mark) const;

  const Look& look_;
  MapLayer layer_ = MapLayer::Physical;
  bool changed_ = false;
  bool candidates_ = false;
};

}  // namespace holdfast::gui

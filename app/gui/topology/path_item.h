#pragma once

// The way that the told service's traffic takes, over the links: where it arrives as a broad line with
// arrows, where it is lost as a dashed one that ends at a bar.

#include <QGraphicsItem>
#include <vector>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

struct DrawnLeg {
  QPainterPath curve;  // in the direction of travel
  bool arrives = true;
  bool back = false;  // the other direction is taken as well
};

class PathItem : public QGraphicsItem {
 public:
  explicit PathItem(const Look& look);

  void set_legs(std::vector<DrawnLeg> legs);
  // Below what the layer shows.
  void set_pale(bool pale);

  QRectF boundingRect() const override { return bounds_; }
  QPainterPath shape() const override { return {}; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  const Look& look_;
  std::vector<DrawnLeg> legs_;
  QRectF bounds_;
  bool pale_ = false;
};

}  // namespace holdfast::gui

#pragma once

// Something that joins two devices on the map: a link, an adjacency, an E-Trunk, PWs.

#include <QGraphicsItem>

#include "app/gui/models/map_state.h"
#include "app/gui/style/theme.h"
#include "app/gui/topology/strand_kind.h"

namespace holdfast::gui {

class StrandItem : public QGraphicsItem {
 public:
  enum { Type = UserType + 2 };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // `link`: position in the map's links, of links and bundles.
  StrandItem(StrandKind kind, DeviceId a, DeviceId b, std::size_t link, const Look& look);

  StrandKind kind() const { return kind_; }
  DeviceId a() const { return a_; }
  DeviceId b() const { return b_; }
  std::size_t link() const { return link_; }

  // Between these points, bowed by so much at its middle (to the left, seen from the first).
  void set_ends(QPointF a, QPointF b, double bow);
  QPointF at(double part) const { return curve_.pointAtPercent(part); }
  const QPainterPath& curve() const { return curve_; }  // from a to b

  // Where along the curve the sign of a failure stands, 0 to 1.
  void set_sign_at(double part) { sign_at_ = part; }
  double sign_at() const { return sign_at_; }

  void set_state(LinkState state);
  LinkState state() const { return state_; }
  void set_faint(bool on);
  bool is_faint() const { return faint_; }
  void set_label(const QString& label) { label_ = label; }
  const QString& label() const { return label_; }  // said at its middle
  // Said at its ends, where there is room.
  void set_ports(const QString& a, const QString& b) { a_port_ = a, b_port_ = b; }
  const QString& a_port() const { return a_port_; }
  const QString& b_port() const { return b_port_; }
  void set_tint(const QColor& tint) { tint_ = tint; }

  int type() const override { return Type; }
  QRectF boundingRect() const override { return bounds_; }
  QPainterPath shape() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  QPen pen(double detail) const;

  StrandKind kind_;
  DeviceId a_;
  DeviceId b_;
  std::size_t link_;
  const Look& look_;
  QPainterPath curve_;
  QRectF bounds_;
  LinkState state_ = LinkState::Up;
  bool faint_ = false;
  double sign_at_ = 0.5;
  QString label_;
  QString a_port_;
  QString b_port_;
  QColor tint_;
};

// A curve of two points, bowed at its middle.
QPainterPath bowed(QPointF a, QPointF b, double bow);

}  // namespace holdfast::gui

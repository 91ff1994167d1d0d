#pragma once

// A device on the map. Its outline tells the role, a badge the state.

#include <QGraphicsItem>

#include "app/gui/models/map_state.h"
#include "app/gui/models/roles.h"
#include "app/gui/style/theme.h"

namespace holdfast::gui {

class NodeItem : public QGraphicsItem {
 public:
  enum { Type = UserType + 1 };

  NodeItem(const session::MapNode& node, const Look& look);

  DeviceId device() const { return device_; }
  const QString& name() const { return name_; }
  const QString& role() const { return role_; }
  const NodeState& state() const { return state_; }
  void set_state(const NodeState& state);
  // Lines of a story or a trace speak of it.
  void set_spotlight(bool on);
  // What is previewed changes its configuration.
  void set_changed(bool on);
  bool is_changed() const { return changed_; }
  void set_faint(bool on);
  bool is_faint() const { return faint_; }

  int type() const override { return Type; }
  QRectF boundingRect() const override;
  QPainterPath shape() const override { return outline_; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  void paint_glyph(QPainter& painter, const QColor& color) const;
  void paint_badge(QPainter& painter, Badge badge, QPointF at, double detail) const;

  DeviceId device_;
  QString name_;
  QString role_;
  const Look& look_;
  QPainterPath outline_;
  NodeState state_;
  bool spotlight_ = false;
  bool changed_ = false;
  bool faint_ = false;
};

// The outline of a role's symbol, around the origin.
QPainterPath role_outline(const QString& role, double size);

// The sign for a mark; None when the node is well.
Badge badge_of(const NodeState& state);

}  // namespace holdfast::gui

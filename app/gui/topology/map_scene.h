#pragma once

// The network as a scene: devices, what joins them on the chosen layer, and the way of the told service.

#include <QGraphicsScene>
#include <QHash>
#include <optional>
#include <vector>

#include "app/gui/models/map_state.h"
#include "app/gui/models/workspace.h"
#include "app/gui/style/theme.h"
#include "app/gui/topology/arrangement.h"
#include "app/gui/topology/strand_kind.h"

namespace holdfast::gui {

class NodeItem;
class PathItem;
class StrandItem;

enum class MapLayer { Physical, Trunks, Igp, Pws, Service };

// What is previewed over the network as it is.
struct MapPreview {
  struct Link {
    DeviceId a;
    DeviceId b;
    bool current = false;  // else one beside which it is judged
    bool operator==(const Link&) const = default;
  };
  std::vector<DeviceId> changed;
  std::vector<Link> links;
  bool operator==(const MapPreview&) const = default;
};

class MapScene : public QGraphicsScene {
  Q_OBJECT

 public:
  explicit MapScene(const Look& look, QObject* parent = nullptr);

  void set_study(const StudyPtr& study, const Positions& positions);
  void set_positions(const Positions& positions);
  Positions positions() const;
  void set_layer(MapLayer layer);
  MapLayer layer() const { return layer_; }
  void set_state(const MapState& state);
  // Only the legs of this way; nothing: of all.
  void set_way(std::optional<std::size_t> way);
  void set_preview(const MapPreview& preview);
  const MapPreview& preview() const { return preview_; }
  void set_spotlight(const std::vector<DeviceId>& devices);
  // Without telling anybody.
  void pick(const std::vector<DeviceId>& devices, const std::vector<std::size_t>& links);

  // Selects the device next to the one selected last in that direction, also or instead; without one, the
  // first.
  void select_towards(QPointF direction, bool also);
  // Of the links at the selected device, one after another.
  void select_next_link();
  void move_selected(QPointF by);

  const StudyPtr& study() const { return study_; }
  const std::vector<NodeItem*>& nodes() const { return nodes_; }
  std::vector<const StrandItem*> strands() const;  // those shown
  QRectF extent() const;                           // of everything, with some air

 signals:
  void picked(const std::vector<holdfast::DeviceId>& devices, const std::vector<std::size_t>& links);
  void moved(const holdfast::gui::Positions& before, const holdfast::gui::Positions& after);
  void redrawn();  // positions or states have changed

 protected:
  void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
  void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
  void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;

 private:
  StrandItem* add_strand(StrandKind kind, DeviceId a, DeviceId b, std::size_t link);
  void build_links();
  void build_overlay();
  void add_adjacencies();
  void add_etrunks();
  void add_pws();
  bool is_member(std::size_t link) const;
  void show_layer();
  void show_preview();
  void place_strands();
  void place(const std::vector<StrandItem*>& strands, bool beside);
  double clear_bow(QPointF a, QPointF b) const;
  void place_signs();
  double bow_around(QPointF a, QPointF b) const;
  void draw_path();
  QPainterPath leg_curve(const PathLeg& leg) const;
  void told_selection();

  const Look& look_;
  StudyPtr study_;
  MapLayer layer_ = MapLayer::Physical;
  MapState state_;
  std::optional<std::size_t> way_;
  std::vector<NodeItem*> nodes_;      // by DeviceId
  std::vector<StrandItem*> links_;    // by position in the map's links
  std::vector<StrandItem*> overlay_;  // of the layer
  MapPreview preview_;
  std::vector<StrandItem*> candidates_;  // of the preview
  PathItem* path_ = nullptr;
  Positions pressed_;           // when the mouse went down
  NodeItem* walked_ = nullptr;  // where the keys have led to
};

}  // namespace holdfast::gui

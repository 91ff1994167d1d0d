#pragma once

// The map with its corner pieces; in split view the network before the failures beside the one after.

#include <QWidget>
#include <functional>

#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/style/theme.h"
#include "app/gui/topology/map_scene.h"
#include "app/gui/topology/position_file.h"

class QLabel;
class QSplitter;

namespace holdfast::gui {

class Legend;
class MapView;
class Minimap;

class MapPanel : public QWidget {
  Q_OBJECT

 public:
  MapPanel(Workspace& workspace, Selection& selection, WhatIf& what_if, History& history, const Look& look,
           QWidget* parent = nullptr);

  void set_layer(MapLayer layer);
  MapLayer layer() const { return after_.layer(); }
  // These can be undone. By hand: as the user has dragged devices.
  void arrange_as(Arrangement arrangement);
  void arrange_by_hand();
  void set_split(bool on);
  bool is_split() const;
  void set_way(std::optional<std::size_t> way);  // of the told service: only this one
  // What is previewed, on the map of the network as it is now; nothing: none is.
  void set_preview(const MapPreview& preview);
  MapView& view() { return *after_view_; }
  bool is_arranging() const { return lane_.busy(); }

 signals:
  void layer_changed(holdfast::gui::MapLayer layer);
  void arranged();
  void problem(const QString& what);
  void menu_wanted(const QPoint& global);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Places {
    Positions shown;
    Positions arranged;  // as Graphviz has them
    Arrangement base = Arrangement::Tiers;
    bool by_hand = false;
  };
  void load_study(bool again);
  void ask_places(Arrangement base, bool by_hand, std::function<void(Places)> done);
  void change_places(const QString& text, const Places& places);
  void take_places(const Places& places);
  void show_positions(const Positions& positions);
  void dragged(const Positions& before, const Positions& after);
  void keep_layout(const HandLayout& layout);
  std::vector<MapScene*> shown_scenes();
  void update_state();
  void show_selected();
  void orient();
  void place_corners();

  Workspace& workspace_;
  Selection& selection_;
  WhatIf& what_if_;
  History& history_;
  const Look& look_;
  MapScene before_;
  MapScene after_;
  MapView* before_view_;
  MapView* after_view_;
  QSplitter* splitter_;
  QLabel* before_title_;
  QLabel* after_title_;
  QLabel* hint_;
  Minimap* minimap_;
  Legend* legend_;
  Lane lane_;
  Places places_;
  std::optional<std::size_t> way_;  // of the told service
};

}  // namespace holdfast::gui

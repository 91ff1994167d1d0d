#pragma once

// The map with its corner pieces; in split view the network before the failures beside the one after.

#include <QWidget>

#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/style/theme.h"
#include "app/gui/topology/map_scene.h"

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
  void arrange_as(Arrangement arrangement);
  void set_split(bool on);
  bool is_split() const;
  void set_way(std::optional<std::size_t> way);  // of the told service: only this one
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
  void load_study(bool again);
  void take_positions(const Positions& positions);
  Positions with_dragged(Positions positions) const;
  void dragged(const Positions& before, const Positions& after);
  void keep_positions(const Positions& positions);
  void update_state();
  void show_selected();
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
  Minimap* minimap_;
  Legend* legend_;
  Lane lane_;
  Positions arranged_;  // as Graphviz has them
};

}  // namespace holdfast::gui

#pragma once

// What the window shows of a preview, and what it showed before, to which leaving leads back.

#include <QObject>
#include <optional>

#include "app/gui/models/repair_run.h"
#include "app/gui/models/selection.h"
#include "app/gui/topology/map_view.h"
#include "app/gui/views/actions.h"

namespace holdfast::gui {

class BottomTabs;
class ConfigPanes;
class MapPanel;

class Previews : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    Selection& selection;
    RepairRun& repair;
    MapPanel& map;
    ConfigPanes& config;
    BottomTabs& bottom;
    Actions& actions;
  };
  explicit Previews(const Parts& parts, QObject* parent = nullptr);

  void mend_all();
  void mend_problem();  // the current one
  void leave();

 signals:
  void problem(const QString& what);

 private:
  struct Kept {
    int tab = 0;
    bool wide = false;
    bool bottom = false;
    MapView::Part part;
    Selection::Kept selection;
  };
  void keep();
  void show_repair();
  void go_back();

  Parts parts_;
  std::optional<Kept> kept_;
};

}  // namespace holdfast::gui

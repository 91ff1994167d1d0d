#pragma once

// What the window shows of a preview, and what it showed before, to which leaving leads back.

#include <QObject>
#include <optional>

#include "app/gui/models/candidates.h"
#include "app/gui/models/failure_search.h"
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
    FailureSearch& failures;
    RepairRun& repair;
    Candidates& candidates;
    MapPanel& map;
    ConfigPanes& config;
    BottomTabs& bottom;
    Actions& actions;
  };
  explicit Previews(const Parts& parts, QObject* parent = nullptr);

  void mend_all();
  void mend_problem();  // the current one
  // Between the two selected devices; else between those that are clicked next.
  void draw_link();
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
  void join_repair();
  // As many failures at once as the last search looked at: what it has found is mended with the rest.
  std::optional<std::size_t> searched() const;
  void judge(DeviceId a, DeviceId b);
  void join_links();
  void keep();
  void show_any();
  void show_repair();
  void show_links();
  void go_back();

  Parts parts_;
  std::optional<Kept> kept_;
  bool shows_links_ = false;  // rather than the repair
};

}  // namespace holdfast::gui

#pragma once

// The lists below the map.

#include <QTabWidget>

#include "app/gui/models/candidates.h"
#include "app/gui/models/failure_search.h"
#include "app/gui/models/problems_model.h"
#include "app/gui/models/repair_run.h"
#include "app/gui/models/rows_model.h"
#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/models/workspace.h"
#include "app/gui/style/theme.h"

namespace holdfast::gui {

class CandidatePanel;
class FailurePanels;
class MapPanel;
class ProblemsPanel;
class RepairPanel;
class StoryPanels;

class BottomTabs : public QTabWidget {
  Q_OBJECT

 public:
  enum Tab { Problems, Timeline, Trace, Changes, Search, Weakest, Coverage, Messages, Repair, Links };

  struct Parts {
    Workspace& workspace;
    Selection& selection;
    WhatIf& what_if;
    FailureSearch& search;
    RepairRun& repair;
    Candidates& candidates;
    ProblemsModel& problems;
    MapPanel& map;
    const Look& look;
  };
  explicit BottomTabs(const Parts& parts, QWidget* parent = nullptr);

  // That of a preview is there only while there is one.
  void show_tab(Tab tab);
  ProblemsPanel& problems() { return *problems_; }
  StoryPanels& stories() { return *stories_; }
  FailurePanels& failures() { return *failures_; }
  RepairPanel& repair() { return *repair_; }
  CandidatePanel& candidates() { return *candidates_; }

 signals:
  void error_shown();

 private:
  void set_count(Tab tab, const QString& name, qsizetype count);
  void update_coverage();
  void count_problems();

  Parts parts_;
  ProblemsPanel* problems_;
  StoryPanels* stories_;
  FailurePanels* failures_;
  RepairPanel* repair_;
  CandidatePanel* candidates_;
  RowsModel coverage_rows_;
  qsizetype errors_ = 0;  // told so far
};

}  // namespace holdfast::gui

#pragma once

// The window: puts the parts together and joins their signals. What happens is up to them.

#include <QMainWindow>

#include "app/gui/models/candidates.h"
#include "app/gui/models/failure_search.h"
#include "app/gui/models/folder_watch.h"
#include "app/gui/models/history.h"
#include "app/gui/models/network_tree.h"
#include "app/gui/models/problems_model.h"
#include "app/gui/models/repair_run.h"
#include "app/gui/models/search_index.h"
#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/models/workspace.h"
#include "app/gui/style/theme.h"
#include "app/gui/views/actions.h"
#include "app/gui/views/window_state.h"

class QSplitter;

namespace holdfast::gui {

class BottomTabs;
class ConfigPanes;
class FileCommands;
class Inspector;
class MapPanel;
class Previews;
class SearchBox;
class TopBar;
class TreePanel;
class Welcome;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  void open(const QStringList& paths);

  Look& look() { return look_; }
  Workspace& workspace() { return workspace_; }
  Selection& selection() { return selection_; }
  WhatIf& what_if() { return what_if_; }
  MapPanel& map() { return *map_; }
  Actions& actions() { return actions_; }
  BottomTabs& bottom() { return *bottom_; }
  FileCommands& files() { return *files_; }
  SearchBox& search() { return *search_box_; }
  FailureSearch& failures() { return failures_; }
  RepairRun& repair() { return repair_; }
  Candidates& candidates() { return candidates_; }
  ConfigPanes& config() { return *config_; }

  // As it was left the last time; and keeps it so for the next.
  void restore_state();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void build();
  void join_workspace();
  void join_what_if();
  void join_edit_actions();
  void join_view_actions();
  void join_file_actions();
  void apply_look();
  void opened(bool again);
  void go_to(const SearchHit& hit);
  void set_wide(bool wide);
  void focus_part(int step);

  Look look_;
  Workspace workspace_;
  Selection selection_;
  History history_;
  WhatIf what_if_;
  NetworkTree tree_;
  ProblemsModel problems_;
  FailureSearch failures_;
  RepairRun repair_;
  Candidates candidates_;
  FolderWatch watch_;
  Lane index_lane_;
  WindowState state_;
  bool keeps_state_ = false;
  bool tree_gave_way_ = false;  // to wide configurations
  Actions actions_;

  TopBar* bar_ = nullptr;
  TreePanel* tree_panel_ = nullptr;
  MapPanel* map_ = nullptr;
  Inspector* inspector_ = nullptr;
  ConfigPanes* config_ = nullptr;
  BottomTabs* bottom_ = nullptr;
  FileCommands* files_ = nullptr;
  Previews* previews_ = nullptr;
  SearchBox* search_box_ = nullptr;
  Welcome* welcome_ = nullptr;
  QSplitter* across_ = nullptr;
  QSplitter* down_ = nullptr;
  QSplitter* right_ = nullptr;
};

}  // namespace holdfast::gui

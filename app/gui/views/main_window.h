#pragma once

// The window: puts the parts together and joins their signals. What happens is up to them.

#include <QMainWindow>

#include "app/gui/models/history.h"
#include "app/gui/models/network_tree.h"
#include "app/gui/models/problems_model.h"
#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/models/workspace.h"
#include "app/gui/style/theme.h"
#include "app/gui/views/actions.h"

class QSplitter;
class QTabWidget;

namespace holdfast::gui {

class ConfigPanes;
class Inspector;
class MapPanel;
class ProblemsPanel;
class TopBar;
class TreePanel;

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

 private:
  void build();
  void join_models();
  void join_actions();
  void apply_look();
  void opened(bool again);
  void fail_selected();
  void restore_selected();

  Look look_;
  Workspace workspace_;
  Selection selection_;
  History history_;
  WhatIf what_if_;
  NetworkTree tree_;
  ProblemsModel problems_;
  Actions actions_;

  TopBar* bar_ = nullptr;
  TreePanel* tree_panel_ = nullptr;
  MapPanel* map_ = nullptr;
  Inspector* inspector_ = nullptr;
  ConfigPanes* config_ = nullptr;
  ProblemsPanel* problems_panel_ = nullptr;
  QTabWidget* bottom_ = nullptr;
  QSplitter* across_ = nullptr;
  QSplitter* down_ = nullptr;
  QSplitter* right_ = nullptr;
};

}  // namespace holdfast::gui

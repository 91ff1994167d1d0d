#pragma once

// What is read from and written to files: networks, scenarios, pictures of the map.

#include <QMenu>
#include <QObject>
#include <functional>

#include "app/gui/models/repair_run.h"
#include "app/gui/models/what_if.h"
#include "app/gui/models/workspace.h"
#include "app/gui/style/theme.h"
#include "app/gui/views/window_state.h"

namespace holdfast::gui {

class MapPanel;
enum class RepairForm;

class FileCommands : public QObject {
  Q_OBJECT

 public:
  FileCommands(Workspace& workspace, WhatIf& what_if, MapPanel& map, const Look& look, QWidget* window);

  void ask_folder();
  void open(const QStringList& paths);
  void fill_recent(QMenu& menu);
  void ask_export();
  void export_map(const QString& path);
  void ask_save_scenario();
  bool save_scenario(const QString& path);
  void ask_open_scenario();
  // What `holdfast fix` writes.
  void ask_save_repair(const RepairPtr& repair, RepairForm form);
  bool save_repair(const session::Repair& repair, RepairForm form, const QString& path);

 private:
  void report(const QString& problem);

  Workspace& workspace_;
  WhatIf& what_if_;
  MapPanel& map_;
  const Look& look_;
  QWidget* window_;
  WindowState state_;
};

}  // namespace holdfast::gui

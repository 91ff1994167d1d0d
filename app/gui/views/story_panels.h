#pragma once

// What the chosen failures do: services that change, what happens step by step, and the ways hop by hop. All
// are linked to the map and to the configuration.

#include <QObject>
#include <QTimer>

#include "app/gui/models/rows_model.h"
#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/style/theme.h"

class QAction;
class QLabel;
class QToolButton;

namespace holdfast::gui {

class Choice;
class MapPanel;
class RowsPanel;

class StoryPanels : public QObject {
  Q_OBJECT

 public:
  StoryPanels(WhatIf& what_if, Selection& selection, MapPanel& map, const Look& look, QWidget* parent);

  QWidget* changes() const;
  QWidget* timeline() const;
  QWidget* trace() const;

  // Shows the step and the hop that speak of a configuration line.
  void point_at(DeviceId device, std::uint32_t line);
  void play();  // the timeline, step by step; once more: stop

 signals:
  void counted(int changes);  // services that change

 private:
  void build_changes(QWidget* parent);
  void build_timeline(QWidget* parent);
  void build_trace(QWidget* parent);
  void update_changes();
  void update_account();
  void update_trace();
  void step();
  void stop();
  void show_line(const Row& row);

  WhatIf& what_if_;
  Selection& selection_;
  MapPanel& map_;
  const Look& look_;
  RowsModel change_rows_;
  RowsModel timeline_rows_;
  RowsModel trace_rows_;
  RowsPanel* changes_ = nullptr;
  RowsPanel* timeline_ = nullptr;
  RowsPanel* trace_ = nullptr;
  QLabel* timeline_service_ = nullptr;
  QLabel* trace_service_ = nullptr;
  QToolButton* play_ = nullptr;
  Choice* moment_ = nullptr;
  QTimer steps_;
};

}  // namespace holdfast::gui

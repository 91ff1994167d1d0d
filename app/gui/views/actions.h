#pragma once

// Everything that can be done by key, menu or button, with its shortcut. What it does is joined by the
// window.

#include <QAction>
#include <QList>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

class Actions {
 public:
  Actions(QWidget* owner, const Look& look);

  QAction* open;
  QAction* reload;
  QAction* undo;
  QAction* redo;
  QAction* fail;
  QAction* restore;
  QAction* restore_all;
  QAction* fit;
  QAction* zoom_in;
  QAction* zoom_out;
  QAction* split;
  QAction* dark;
  QAction* left;
  QAction* right;
  QAction* bottom;
  QAction* search;
  QAction* filter;
  QAction* next_problem;
  QAction* previous_problem;
  QAction* copy_finding;
  QAction* clear;
  QAction* replay;
  QAction* find_failures;
  QAction* wide;
  QAction* export_map;
  QAction* save_scenario;
  QAction* open_scenario;
  QAction* recent;
  QAction* sheet;
  QAction* quit;
  QList<QAction*> layers;
  QAction* tiers;
  QAction* force;

  // In the order of the shortcuts sheet.
  const QList<QAction*>& all() const { return all_; }

 private:
  QAction* add(const QString& text, const QKeySequence& key);
  QAction* add(const QString& text, const QKeySequence& key, QIcon icon, bool checkable = false);

  QWidget* owner_;
  QList<QAction*> all_;
};

}  // namespace holdfast::gui

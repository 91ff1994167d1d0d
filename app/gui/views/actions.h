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
  QAction* next_part;
  QAction* previous_part;
  QAction* next_problem;
  QAction* previous_problem;
  QAction* copy_finding;
  QAction* clear;
  QAction* mend;
  QAction* mend_all;
  QAction* leave;
  QAction* draw_link;
  QAction* drop_link;
  QAction* replay;
  QAction* find_failures;
  QAction* wide;
  QAction* export_map;
  QAction* save_scenario;
  QAction* open_scenario;
  QAction* recent;
  QAction* sheet;
  QAction* quit;
  QList<QAction*> layers;  // by MapLayer
  QList<QAction*> lists;   // by BottomTabs::Tab
  QAction* tiers;
  QAction* force;
  QAction* by_hand;

  // The parts of the window that can be hidden.
  QList<QAction*> parts() const { return {left, bottom, right}; }
  // In the order of the shortcuts sheet.
  const QList<QAction*>& all() const { return all_; }
  // What an action does, whatever its text says now ("Undo Fail PE1").
  static QString says(const QAction& action);

 private:
  QAction* add(const QString& text, const QKeySequence& key);
  QAction* add(const QString& text, const QKeySequence& key, const QIcon& icon, bool checkable = false);

  QWidget* owner_;
  QList<QAction*> all_;
};

}  // namespace holdfast::gui

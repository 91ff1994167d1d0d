#pragma once

// The bar above the map: what is open, which layer is shown, and the actions used most.

#include <QWidget>

#include "app/gui/style/theme.h"
#include "app/gui/topology/map_scene.h"

class QAction;
class QButtonGroup;
class QLabel;
class QProgressBar;
class QToolButton;

namespace holdfast::gui {

class TopBar : public QWidget {
  Q_OBJECT

 public:
  TopBar(const Look& look, QWidget* parent = nullptr);

  void set_network(const QString& name, const QString& summary);
  void set_layer(MapLayer layer);
  void set_progress(const QString& stage, int done, int total);
  void end_progress();
  // Buttons for actions, from left to right; null: a gap.
  void add_actions(const QList<QAction*>& actions);

 signals:
  void layer_wanted(holdfast::gui::MapLayer layer);
  void search_wanted();

 private:
  QLabel* name_;
  QLabel* summary_;
  QButtonGroup* layers_;
  QLabel* stage_;
  QProgressBar* progress_;
  QWidget* actions_;
};

}  // namespace holdfast::gui

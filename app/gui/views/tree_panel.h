#pragma once

// The network as a tree, with a filter.

#include <QWidget>

#include "app/gui/models/network_tree.h"
#include "app/gui/models/selection.h"
#include "app/gui/models/tree_filter.h"
#include "app/gui/style/theme.h"

class QLineEdit;
class QTreeView;

namespace holdfast::gui {

class Choice;

class TreePanel : public QWidget {
  Q_OBJECT

 public:
  TreePanel(NetworkTree& tree, Selection& selection, const Look& look, QWidget* parent = nullptr);

  void focus_filter();

 private:
  void picked(const QModelIndex& index);
  void show_selected();
  void apply_filter();

  NetworkTree& tree_;
  Selection& selection_;
  TreeFilter* filter_;
  QTreeView* view_;
  QLineEdit* words_;
  Choice* kinds_;
};

}  // namespace holdfast::gui

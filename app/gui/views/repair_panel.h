#pragma once

// The preview of a repair: what changes on which device, in the order of the commands, and what is proven.

#include <QWidget>

#include "app/gui/models/repair_run.h"
#include "app/gui/models/rows_model.h"
#include "app/gui/models/selection.h"
#include "app/gui/style/theme.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace holdfast::gui {

class RowsPanel;

// What can be kept of a repair.
enum class RepairForm { Configurations, Commands, Rollback, Diff };

class RepairPanel : public QWidget {
  Q_OBJECT

 public:
  RepairPanel(RepairRun& run, Selection& selection, const Look& look, QWidget* parent = nullptr);

  RowsPanel& changes() { return *changes_; }
  RowsPanel& proof() { return *proof_; }
  QString said() const;  // above the lists

 signals:
  void save_wanted(holdfast::gui::RepairForm form);
  void left();

 private:
  void build_bar();
  void show_result();

  RepairRun& run_;
  Selection& selection_;
  RowsModel change_rows_;
  RowsModel proof_rows_;
  RowsPanel* changes_;
  RowsPanel* proof_;
  QLabel* said_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QPushButton* save_;
  QPushButton* leave_;
};

}  // namespace holdfast::gui

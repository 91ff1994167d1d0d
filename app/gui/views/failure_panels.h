#pragma once

// The search over sets of failures, its counterexamples, and the elements that it shows to be the weakest.

#include <QObject>

#include "app/gui/models/failure_search.h"
#include "app/gui/models/rows_model.h"
#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/style/theme.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace holdfast::gui {

class RowsPanel;

class FailurePanels : public QObject {
  Q_OBJECT

 public:
  FailurePanels(FailureSearch& search, WhatIf& what_if, Selection& selection, const Look& look,
                QWidget* parent);

  QWidget* search() const;
  QWidget* weakest() const;
  void start_or_stop();
  std::size_t k() const;  // failures at once, at most, as chosen

 signals:
  void replayed();

 private:
  void build_search(QWidget* parent);
  void build_weakest(QWidget* parent);
  void update();
  void replay(const Row& row);

  FailureSearch& search_;
  WhatIf& what_if_;
  Selection& selection_;
  const Look& look_;
  RowsModel found_rows_;
  RowsModel weakest_rows_;
  RowsPanel* found_ = nullptr;
  RowsPanel* weakest_ = nullptr;
  QSpinBox* k_ = nullptr;
  QPushButton* start_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QLabel* summary_ = nullptr;
};

}  // namespace holdfast::gui

#pragma once

// Candidate links beside each other: what each is worth, by service.

#include <QWidget>

#include "app/gui/models/candidates.h"
#include "app/gui/models/rows_model.h"
#include "app/gui/style/theme.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace holdfast::gui {

class RowsPanel;

class CandidatePanel : public QWidget {
  Q_OBJECT

 public:
  CandidatePanel(Candidates& candidates, const Look& look, QWidget* parent = nullptr);

  RowsPanel& list() { return *list_; }

 private:
  void show_all();

  Candidates& candidates_;
  RowsModel rows_;
  RowsPanel* list_;
  QLabel* said_;
  QProgressBar* progress_;
  QPushButton* drop_;
  QPushButton* drop_all_;
};

}  // namespace holdfast::gui

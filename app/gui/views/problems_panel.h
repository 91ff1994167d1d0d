#pragma once

// Findings, sortable and filtered; the next one by a key.

#include <QWidget>

#include "app/gui/models/problem_filter.h"
#include "app/gui/models/problems_model.h"
#include "app/gui/models/selection.h"
#include "app/gui/style/theme.h"

class QLineEdit;
class QToolButton;
class QTreeView;

namespace holdfast::gui {

class ProblemsPanel : public QWidget {
  Q_OBJECT

 public:
  ProblemsPanel(ProblemsModel& model, Selection& selection, const Look& look, QWidget* parent = nullptr);

  void next(int step);  // the one so many rows further, around the end
  void filter(const QString& words);
  const session::ReportedFinding* current() const;  // null: none is
  QString copied() const;                           // the current finding as text; empty: none is

 signals:
  void menu_wanted(const QPoint& global);  // about the current finding

 private:
  QToolButton* level_button(ProblemsModel::Level level, const QString& name);
  void count_levels();
  void picked(const QModelIndex& index);

  ProblemsModel& model_;
  Selection& selection_;
  const Look& look_;
  ProblemFilter* filter_;
  QTreeView* view_;
  QLineEdit* words_;
  std::vector<std::pair<QToolButton*, ProblemsModel::Level>> levels_;
};

}  // namespace holdfast::gui

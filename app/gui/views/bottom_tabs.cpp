#include "app/gui/views/bottom_tabs.h"

#include <QTabBar>
#include <QTreeView>

#include "app/gui/models/coverage_rows.h"
#include "app/gui/views/candidate_panel.h"
#include "app/gui/views/failure_panels.h"
#include "app/gui/views/lists.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/repair_panel.h"
#include "app/gui/views/rows_panel.h"
#include "app/gui/views/story_panels.h"

namespace holdfast::gui {

BottomTabs::BottomTabs(const Parts& parts, QWidget* parent)
    : QTabWidget(parent),
      parts_(parts),
      problems_(new ProblemsPanel(parts.problems, parts.selection, parts.look, this)),
      stories_(new StoryPanels(parts.what_if, parts.selection, parts.map, parts.look, this)),
      failures_(new FailurePanels(parts.search, parts.what_if, parts.selection, parts.look, this)),
      repair_(new RepairPanel(parts.repair, parts.selection, parts.look, this)),
      candidates_(new CandidatePanel(parts.candidates, parts.look, this)),
      coverage_rows_({tr("Device"), tr("Understood"), tr("Lines"), tr("Modelled"), tr("Irrelevant"),
                      tr("Partial"), tr("Unrecognised")}) {
  setDocumentMode(true);
  tabBar()->setExpanding(false);
  auto* coverage = new RowsPanel(coverage_rows_, {{0, 110, 80, 90, 90, 80, 110}, 0, false, true},
                                 tr("Coverage"), parts.look, this);
  connect(coverage, &RowsPanel::picked, this, [this](const Row& row) {
    if (row.line) parts_.selection.select_line(*row.line);
  });
  QTreeView* messages = new_list(parts.look, this);
  messages->setModel(&parts.workspace.messages());
  size_columns(*messages, {0, 320}, 0);

  addTab(problems_, tr("Problems"));
  addTab(stories_->timeline(), tr("What happens"));
  addTab(stories_->trace(), tr("Trace"));
  addTab(stories_->changes(), tr("Changes"));
  addTab(failures_->search(), tr("Failures"));
  addTab(failures_->weakest(), tr("Weakest links"));
  addTab(coverage, tr("Coverage"));
  addTab(messages, tr("Messages"));
  addTab(repair_, tr("Repair"));
  const auto show_repair = [this] {
    setTabVisible(Repair, parts_.repair.is_running() || parts_.repair.result() != nullptr);
  };
  connect(&parts.repair, &RepairRun::started, this, show_repair);
  connect(&parts.repair, &RepairRun::finished, this, show_repair);
  show_repair();
  addTab(candidates_, tr("Candidates"));
  const auto show_candidates = [this] { setTabVisible(Links, !parts_.candidates.all().empty()); };
  connect(&parts.candidates, &Candidates::changed, this, show_candidates);
  show_candidates();

  connect(stories_, &StoryPanels::counted, this,
          [this](int count) { set_count(Changes, tr("Changes"), count); });
  connect(&parts.workspace, &Workspace::opened, this, &BottomTabs::update_coverage);
  connect(&parts.problems, &QAbstractItemModel::modelReset, this, &BottomTabs::count_problems);
  // An error is shown at once, where it can be read; nothing waits for an answer.
  const auto count_messages = [this] {
    const qsizetype errors = parts_.workspace.messages().errors();
    set_count(Messages, tr("Messages"), errors);
    if (errors > errors_) {
      show_tab(Messages);
      emit error_shown();
    }
    errors_ = errors;
  };
  connect(&parts.workspace.messages(), &QAbstractItemModel::rowsInserted, this, count_messages);
  connect(&parts.workspace.messages(), &QAbstractItemModel::modelReset, this, count_messages);
}

void BottomTabs::show_tab(Tab tab) {
  if (isTabVisible(tab)) setCurrentIndex(tab);
}

void BottomTabs::set_count(Tab tab, const QString& name, qsizetype count) {
  setTabText(tab, count == 0 ? name : QStringLiteral("%1  %2").arg(name).arg(count));
}

void BottomTabs::count_problems() {
  set_count(Problems, tr("Problems"),
            parts_.problems.count(ProblemsModel::Level::Error) +
                parts_.problems.count(ProblemsModel::Level::Warning));
}

void BottomTabs::update_coverage() {
  coverage_rows_.set_rows(holdfast::gui::coverage_rows(*parts_.workspace.study()));
}

}  // namespace holdfast::gui

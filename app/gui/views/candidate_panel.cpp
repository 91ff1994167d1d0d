#include "app/gui/views/candidate_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>

#include "app/gui/models/text.h"
#include "app/gui/views/rows_panel.h"

namespace holdfast::gui {

CandidatePanel::CandidatePanel(Candidates& candidates, const Look& look, QWidget* parent)
    : QWidget(parent),
      candidates_(candidates),
      rows_({tr("Candidate link, and the services that it changes"), tr("Survive"),
             tr("Smallest failure that shows it")}),
      list_(new RowsPanel(rows_, {{0, 130, 300}, 0, false, true}, tr("Candidate links"), look, this)),
      said_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      drop_(new QPushButton(tr("Drop"), this)),
      drop_all_(new QPushButton(tr("Drop all"), this)) {
  setFocusProxy(list_);
  said_->setProperty("faint", true);
  progress_->setFixedWidth(160);
  progress_->setTextVisible(false);
  drop_->setToolTip(tr("Drop the selected candidate (Del)"));
  QHBoxLayout* bar = list_->bar();
  bar->addWidget(said_, 1);
  bar->addWidget(progress_);
  bar->addWidget(drop_);
  bar->addWidget(drop_all_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(list_);
  connect(list_, &RowsPanel::picked, this, [this](const Row& row) { candidates_.show(row.key); });
  connect(drop_, &QPushButton::clicked, this, [this] { candidates_.drop(candidates_.current()); });
  connect(drop_all_, &QPushButton::clicked, &candidates, &Candidates::drop_all);
  connect(&candidates, &Candidates::changed, this, &CandidatePanel::show_all);
  connect(&candidates, &Candidates::progressed, this, [this](int done, int total) {
    progress_->setMaximum(total);
    progress_->setValue(done);
  });
  show_all();
}

void CandidatePanel::show_all() {
  const bool judging = candidates_.is_judging();
  const CandidateEntry* shown = candidates_.shown();
  progress_->setVisible(judging);
  progress_->setMaximum(0);
  drop_->setEnabled(shown != nullptr);
  said_->setText(tr("Its lines stand in the configurations; draw another one (N) to compare"));
  rows_.set_rows(candidate_rows(candidates_));
  if (shown != nullptr && list_->list()->currentIndex().row() < 0)
    list_->list()->setCurrentIndex(rows_.index(static_cast<int>(candidates_.current()), 0));
}

}  // namespace holdfast::gui

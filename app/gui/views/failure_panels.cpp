#include "app/gui/views/failure_panels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "app/gui/models/text.h"
#include "app/gui/views/rows_panel.h"

namespace holdfast::gui {

FailurePanels::FailurePanels(FailureSearch& search, WhatIf& what_if, Selection& selection, const Look& look,
                             QWidget* parent)
    : QObject(parent),
      search_(search),
      what_if_(what_if),
      selection_(selection),
      look_(look),
      found_rows_({tr("What fails"), tr("Service"), tr("Outcome"), tr("Rules")}),
      weakest_rows_({tr("Element"), tr("Lost avoidably"), tr("No way left")}) {
  build_search(parent);
  build_weakest(parent);
  connect(&search, &FailureSearch::started, this, &FailurePanels::update);
  connect(&search, &FailureSearch::finished, this, &FailurePanels::update);
  connect(&search, &FailureSearch::progressed, this, [this](int done, int total) {
    progress_->setMaximum(total);
    progress_->setValue(done);
  });
  update();
}

QWidget* FailurePanels::search() const {
  return found_;
}
QWidget* FailurePanels::weakest() const {
  return weakest_;
}

void FailurePanels::build_search(QWidget* parent) {
  found_ =
      new RowsPanel(found_rows_, {{0, 250, 150, 110}, 0, true, false}, tr("Failure search"), look_, parent);
  k_ = new QSpinBox(found_);
  k_->setRange(0, 4);
  k_->setValue(2);
  k_->setAccessibleName(tr("Failures at once"));
  k_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  k_->setFixedWidth(44);
  start_ = new QPushButton(found_);
  progress_ = new QProgressBar(found_);
  progress_->setFixedWidth(160);
  progress_->setTextVisible(false);
  summary_ = new QLabel(found_);
  summary_->setProperty("faint", true);
  QHBoxLayout* bar = found_->bar();
  bar->addWidget(new QLabel(tr("Failures at once"), found_));
  bar->addWidget(k_);
  bar->addWidget(start_);
  bar->addWidget(progress_);
  bar->addWidget(summary_);
  bar->addStretch(1);
  connect(start_, &QPushButton::clicked, this, &FailurePanels::start_or_stop);
  connect(found_, &RowsPanel::picked, this, &FailurePanels::replay);
}

void FailurePanels::build_weakest(QWidget* parent) {
  weakest_ =
      new RowsPanel(weakest_rows_, {{0, 130, 130}, 0, true, false}, tr("Weakest links"), look_, parent);
  weakest_->set_empty_text(
      tr("The failure search ranks elements by the services that their loss takes down"));
  connect(weakest_, &RowsPanel::picked, this, [this](const Row& row) {
    what_if_.set_failed({ElementId(row.key)}, tr("Fail the weakest link"));
    emit replayed();
  });
}

void FailurePanels::start_or_stop() {
  if (search_.is_running()) {
    search_.cancel();
  } else {
    search_.start(k());
  }
}

std::size_t FailurePanels::k() const {
  return static_cast<std::size_t>(k_->value());
}

void FailurePanels::update() {
  const bool running = search_.is_running();
  start_->setText(running ? tr("Cancel") : tr("Search"));
  progress_->setVisible(running);
  progress_->setValue(0);
  summary_->setVisible(!running);
  const FailuresPtr& result = search_.result();
  found_rows_.set_rows(result ? counterexample_rows(*result) : std::vector<Row>());
  weakest_rows_.set_rows(result ? holdfast::gui::weakest_rows(*result) : std::vector<Row>());
  if (!result) {
    summary_->clear();
    found_->set_empty_text(running
                               ? tr("Searching…")
                               : tr("Looks for sets of failures that lose a service although a way is left"));
    return;
  }
  found_->set_empty_text(tr("No set of at most %1 loses a service that still has a way")
                             .arg(counted(static_cast<qsizetype>(result->k), tr("failure"))));
  const QLocale english(QLocale::English);
  summary_->setText(tr("up to %1 of %2 elements at once, %3 evaluations")
                        .arg(result->k)
                        .arg(english.toString(static_cast<qulonglong>(result->elements)),
                             english.toString(static_cast<qulonglong>(result->evaluations))));
}

void FailurePanels::replay(const Row& row) {
  std::size_t service = 0;
  const session::Counterexample* it = counterexample(*search_.result(), row.key, &service);
  if (it == nullptr) return;
  FailureSet failed = it->elements;
  std::ranges::sort(failed);
  what_if_.set_failed(failed, tr("Replay a counterexample"));
  const auto& services = what_if_.study()->services();
  const auto at =
      std::ranges::find(services, search_.result()->services[service].id, &session::ServiceView::id);
  if (at != services.end()) selection_.select_service(static_cast<std::size_t>(at - services.begin()));
  emit replayed();
}

}  // namespace holdfast::gui

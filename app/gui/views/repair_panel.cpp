#include "app/gui/views/repair_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>

#include "app/gui/models/text.h"
#include "app/gui/views/rows_panel.h"
#include "app/report/repair.h"

namespace holdfast::gui {

RepairPanel::RepairPanel(RepairRun& run, Selection& selection, const Look& look, QWidget* parent)
    : QWidget(parent),
      run_(run),
      selection_(selection),
      change_rows_({tr("Commands, device by device, in their order")}),
      proof_rows_({tr("Findings, and what becomes of them")}),
      changes_(new RowsPanel(change_rows_, {{0}, 0, false, true}, tr("Changes of the repair"), look, this)),
      proof_(new RowsPanel(proof_rows_, {{0}, 0, false, true}, tr("What the repair mends"), look, this)),
      said_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)),
      save_(new QPushButton(tr("Save…"), this)),
      leave_(new QPushButton(tr("Leave"), this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_bar();
  auto* lists = new QSplitter(Qt::Horizontal, this);
  lists->addWidget(changes_);
  lists->addWidget(proof_);
  lists->setSizes({500, 500});
  lists->setHandleWidth(1);
  lists->setChildrenCollapsible(false);
  column->addWidget(lists, 1);
  setFocusProxy(changes_);
  connect(changes_, &RowsPanel::picked, this,
          [this](const Row& row) { selection_.select_device(DeviceId(row.key)); });
  connect(proof_, &RowsPanel::picked, this, [this](const Row& row) {
    if (row.line) selection_.select_line(*row.line);
  });
  connect(&run, &RepairRun::started, this, &RepairPanel::show_result);
  connect(&run, &RepairRun::finished, this, &RepairPanel::show_result);
  connect(&run, &RepairRun::progressed, this, [this](int done, int total) {
    progress_->setMaximum(total);
    progress_->setValue(done);
    said_->setText(tr("Mending: %1 of %2").arg(done).arg(total));
  });
  show_result();
}

void RepairPanel::build_bar() {
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(12, 6, 8, 6);
  bar->setSpacing(6);
  said_->setWordWrap(true);
  progress_->setFixedWidth(160);
  progress_->setTextVisible(false);
  leave_->setToolTip(tr("Back to the network as it is"));
  bar->addWidget(said_, 1);
  for (QWidget* widget : QList<QWidget*>{progress_, cancel_, save_, leave_})
    bar->addWidget(widget, 0, Qt::AlignTop);
  static_cast<QVBoxLayout*>(layout())->addLayout(bar);
  auto* menu = new QMenu(save_);
  const auto add = [&](const QString& text, RepairForm form) {
    connect(menu->addAction(text), &QAction::triggered, this, [this, form] { emit save_wanted(form); });
  };
  add(tr("Changed configurations, as copies in a folder…"), RepairForm::Configurations);
  add(tr("Commands, step by step…"), RepairForm::Commands);
  add(tr("Rollback…"), RepairForm::Rollback);
  add(tr("Unified diff…"), RepairForm::Diff);
  save_->setMenu(menu);
  connect(cancel_, &QPushButton::clicked, &run_, &RepairRun::cancel);
  connect(leave_, &QPushButton::clicked, this, &RepairPanel::left);
}

QString RepairPanel::said() const {
  return said_->text();
}

void RepairPanel::show_result() {
  const bool running = run_.is_running();
  const RepairPtr& repair = run_.result();
  progress_->setVisible(running);
  progress_->setMaximum(0);
  cancel_->setVisible(running);
  save_->setVisible(repair && !repair->files.empty());
  leave_->setVisible(!running);
  change_rows_.set_rows(repair ? repair_rows(*repair) : std::vector<Row>());
  proof_rows_.set_rows(repair ? proof_rows(*repair) : std::vector<Row>());
  changes_->set_empty_text(running ? tr("Looking for the least change…") : tr("Nothing would change"));
  proof_->set_empty_text(running ? tr("Each change is read and checked again") : QString());
  QString said = running ? tr("Mending…") : QString();
  if (repair) {
    said = shown(report::repair_summary(*repair));
    if (!repair->steps.empty()) {
      said += QStringLiteral("; ") + shown(report::repair_proof(*repair)) + QStringLiteral("; ") +
              shown(report::repair_least(*repair));
    }
  }
  said_->setText(said);
}

}  // namespace holdfast::gui

#include "app/gui/views/story_panels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>

#include "app/gui/models/text.h"
#include "app/gui/models/what_if_rows.h"
#include "app/gui/style/icons.h"
#include "app/gui/views/choice.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/rows_panel.h"

namespace holdfast::gui {
namespace {

constexpr int kStepPause = 1100;  // ms between the steps of a replay

}  // namespace

StoryPanels::StoryPanels(WhatIf& what_if, Selection& selection, MapPanel& map, const Look& look,
                         QWidget* parent)
    : QObject(parent),
      what_if_(what_if),
      selection_(selection),
      map_(map),
      look_(look),
      change_rows_({tr("Service"), tr("Before"), tr("After")}),
      timeline_rows_({tr("What happens"), QString(), tr("Device"), tr("Line")}),
      trace_rows_({tr("Hop"), tr("Device"), tr("Line")}) {
  build_changes(parent);
  build_timeline(parent);
  build_trace(parent);
  steps_.setInterval(kStepPause);
  connect(&steps_, &QTimer::timeout, this, &StoryPanels::step);
  connect(&selection, &Selection::changed, this, [this] {
    if (selection_.kind() == Selection::Kind::Device && selection_.devices().size() == 1)
      trace_->point_at(selection_.devices().front());
  });
  connect(&what_if, &WhatIf::impact_changed, this, &StoryPanels::update_changes);
  connect(&what_if, &WhatIf::account_changed, this, &StoryPanels::update_account);
  update_changes();
  update_account();
}

QWidget* StoryPanels::changes() const {
  return changes_;
}
QWidget* StoryPanels::timeline() const {
  return timeline_;
}
QWidget* StoryPanels::trace() const {
  return trace_;
}

void StoryPanels::build_changes(QWidget* parent) {
  changes_ =
      new RowsPanel(change_rows_, {{0, 180, 220}, 0, true, false}, tr("Services that change"), look_, parent);
  connect(changes_, &RowsPanel::picked, this, [this](const Row& row) { selection_.select_service(row.key); });
}

void StoryPanels::build_timeline(QWidget* parent) {
  timeline_ =
      new RowsPanel(timeline_rows_, {{0, 140, 110, 130}, 0, false, true}, tr("What happens"), look_, parent);
  timeline_->set_empty_text(tr("Fail something (F), or select a service, to see what happens"));
  play_ = new QToolButton(timeline_);
  play_->setIcon(icon(Glyph::Play, look_));
  play_->setToolTip(tr("Replay step by step (P)"));
  timeline_service_ = new QLabel(timeline_);
  timeline_->bar()->addWidget(play_);
  timeline_->bar()->addWidget(timeline_service_);
  timeline_->bar()->addStretch(1);
  connect(play_, &QToolButton::clicked, this, &StoryPanels::play);
  connect(timeline_, &RowsPanel::picked, this, &StoryPanels::show_line);
}

void StoryPanels::build_trace(QWidget* parent) {
  trace_ = new RowsPanel(trace_rows_, {{0, 110, 140}, 0, false, true}, tr("Path trace"), look_, parent);
  trace_->set_empty_text(tr("Select a service to follow its traffic"));
  moment_ = new Choice({tr("After the failures"), tr("Before")}, tr("Which moment is traced"), look_, trace_);
  trace_service_ = new QLabel(trace_);
  trace_->bar()->addWidget(trace_service_);
  trace_->bar()->addStretch(1);
  trace_->bar()->addWidget(moment_);
  connect(moment_, &QComboBox::currentIndexChanged, this, &StoryPanels::update_trace);
  connect(trace_, &RowsPanel::picked, this, [this](const Row& row) {
    if (moment_->currentIndex() == 0) map_.set_way(row.key);
    show_line(row);
  });
}

void StoryPanels::point_at(DeviceId device, std::uint32_t line) {
  timeline_->point_at(device, line);
  trace_->point_at(device, line);
}

void StoryPanels::show_line(const Row& row) {
  if (row.line) selection_.select_line(*row.line);
}

void StoryPanels::update_changes() {
  const StudyPtr& study = what_if_.study();
  change_rows_.set_rows(study ? holdfast::gui::change_rows(*study, what_if_.impact()) : std::vector<Row>());
  changes_->set_empty_text(what_if_.failed().empty()
                               ? tr("Nothing has failed: select a device or a link and press F")
                               : tr("No service changes"));
  emit counted(change_rows_.rowCount());
}

void StoryPanels::update_account() {
  stop();
  const session::ServiceAccount* account = what_if_.account();
  const bool told = account != nullptr && what_if_.study();
  const QString name = told ? shown(account->change.id) : QString();
  timeline_service_->setText(name);
  trace_service_->setText(name);
  play_->setEnabled(told);
  timeline_rows_.set_rows(told ? holdfast::gui::timeline_rows(*what_if_.study(), *account)
                               : std::vector<Row>());
  update_trace();
}

void StoryPanels::update_trace() {
  map_.set_way(std::nullopt);
  const session::ServiceAccount* account = what_if_.account();
  if (account == nullptr || !what_if_.study()) {
    trace_rows_.set_rows({});
    return;
  }
  const bool after = moment_->currentIndex() == 0;
  trace_rows_.set_rows(
      holdfast::gui::trace_rows(*what_if_.study(), after ? account->after : account->before));
}

void StoryPanels::play() {
  if (steps_.isActive()) {
    stop();
    return;
  }
  if (timeline_rows_.rowCount() == 0) return;
  timeline_->list()->setCurrentIndex({});
  play_->setIcon(icon(Glyph::Stop, look_));
  steps_.start();
  step();
}

void StoryPanels::step() {
  timeline_->select_step(1);
  if (timeline_->at_end()) stop();
}

void StoryPanels::stop() {
  steps_.stop();
  play_->setIcon(icon(Glyph::Play, look_));
}

}  // namespace holdfast::gui

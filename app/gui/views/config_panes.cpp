#include "app/gui/views/config_panes.h"

#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/gui/models/text.h"
#include "app/gui/views/config_view.h"

namespace holdfast::gui {
namespace {

constexpr int kSideBySide = 560;  // width from which two configurations stand beside each other

}  // namespace

ConfigPanes::ConfigPanes(Selection& selection, const Look& look, QWidget* parent)
    : QWidget(parent), selection_(selection), splitter_(new QSplitter(Qt::Vertical, this)) {
  for (Pane& pane : panes_) {
    pane = make_pane(look);
    splitter_->addWidget(pane.frame);
    pane.frame->hide();
  }
  splitter_->setChildrenCollapsible(false);
  setFocusProxy(panes_.front().view);
  empty_ = new QLabel(tr("Select a device, a link or a problem\nto read its configuration"), this);
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setProperty("faint", true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(empty_, 1);
  column->addWidget(splitter_, 1);
  splitter_->hide();
  connect(&selection, &Selection::lines_changed, this, &ConfigPanes::show_lines);
}

ConfigPanes::Pane ConfigPanes::make_pane(const Look& look) {
  Pane pane;
  pane.frame = new QWidget(splitter_);
  pane.title = new QLabel(pane.frame);
  pane.title->setContentsMargins(12, 6, 12, 6);
  pane.title->setTextFormat(Qt::RichText);
  pane.view = new ConfigView(look, pane.frame);
  connect(pane.view, &ConfigView::line_clicked, this, &ConfigPanes::line_clicked);
  connect(pane.view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ConfigPanes::scroll_alike);
  auto* column = new QVBoxLayout(pane.frame);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(pane.title);
  column->addWidget(pane.view, 1);
  return pane;
}

int ConfigPanes::shown_panes() const {
  return static_cast<int>(
      std::ranges::count_if(panes_, [](const Pane& it) { return !it.frame->isHidden(); }));
}

void ConfigPanes::show_change(std::shared_ptr<const ShownChange> change) {
  change_ = std::move(change);
  for (Pane& pane : panes_) pane.view->show_device(nullptr, {});
  show_lines();
}

void ConfigPanes::scroll_alike(int value) {
  if (!alike_) return;
  for (Pane& pane : panes_) pane.view->verticalScrollBar()->setValue(value);
}

// Whether what is selected takes part in the change.
bool ConfigPanes::show_changed() {
  if (!change_) return false;
  DeviceId device = change_->devices.front();
  if (!selection_.lines().empty()) device = selection_.lines().front().device;
  if (std::ranges::find(change_->devices, device) == change_->devices.end()) return false;
  alike_ = !change_->together;
  for (std::size_t i = 0; i < panes_.size(); ++i) {
    const bool used = alike_ || i < change_->devices.size();
    panes_[i].frame->setVisible(used);
    if (used) show_side(panes_[i], alike_ ? device : change_->devices[i], !alike_ || i == 1);
  }
  empty_->hide();
  splitter_->show();
  scroll_alike(panes_.back().view->verticalScrollBar()->value());
  return true;
}

void ConfigPanes::show_side(Pane& pane, DeviceId device, bool after) {
  pane.view->show_side(device, session::compared_lines(*change_->before, *change_->after, device),
                       after ? ConfigView::Side::After : ConfigView::Side::Before);
  set_title(pane, device, after ? change_->done : tr("as it is"));
}

void ConfigPanes::show_lines() {
  if (study_ != selection_.study()) change_.reset();
  if (study_ != selection_.study()) {
    study_ = selection_.study();
    for (Pane& pane : panes_) pane.view->show_device(nullptr, {});
  }
  if (show_changed()) return;
  if (change_ || std::exchange(alike_, false)) {
    for (Pane& pane : panes_) pane.view->show_device(nullptr, {});
  }
  std::vector<DeviceId> devices;
  for (const rules::Evidence& line : selection_.lines()) {
    if (line.device.valid() && std::ranges::find(devices, line.device) == devices.end())
      devices.push_back(line.device);
  }
  for (std::size_t i = 0; i < panes_.size(); ++i) {
    const bool used = i < devices.size();
    panes_[i].frame->setVisible(used);
    if (used) show_in(panes_[i], devices[i]);
  }
  empty_->setVisible(devices.empty());
  splitter_->setVisible(!devices.empty());
  for (Pane& pane : panes_) {
    if (!pane.frame->isHidden()) pane.view->mark(selection_.lines());
  }
}

void ConfigPanes::show_in(Pane& pane, DeviceId device) {
  if (pane.view->device() != device) pane.view->show_device(study_, device);
  set_title(pane, device,
            shown(study_->network().sources.path(study_->network()[device].file)).section(u'/', -1));
}

void ConfigPanes::set_title(Pane& pane, DeviceId device, const QString& soft) {
  pane.title->setText(QStringLiteral("<b>%1</b>&nbsp; <span style='color:gray'>%2</span>")
                          .arg(shown(*study_->network()[device].name).toHtmlEscaped(), soft.toHtmlEscaped()));
}

void ConfigPanes::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  splitter_->setOrientation(width() >= kSideBySide ? Qt::Horizontal : Qt::Vertical);
}

}  // namespace holdfast::gui

#include "app/gui/views/top_bar.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "app/gui/style/icons.h"

namespace holdfast::gui {
namespace {

constexpr int kNameMost = 200;  // a long name does not make the window wide

}  // namespace

TopBar::TopBar(const Look& look, QWidget* parent)
    : QWidget(parent),
      name_(new QLabel(this)),
      summary_(new QLabel(this)),
      layers_(new QButtonGroup(this)),
      stage_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      actions_(new QWidget(this)) {
  setProperty("bar", true);
  setAttribute(Qt::WA_StyledBackground);
  setFixedHeight(46);
  name_->setProperty("heading", true);
  summary_->setProperty("faint", true);
  stage_->setProperty("faint", true);
  progress_->setFixedWidth(90);
  progress_->setTextVisible(false);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 0, 8, 0);
  row->setSpacing(10);
  row->addWidget(name_);
  row->addWidget(summary_);
  row->addWidget(stage_);
  row->addWidget(progress_);
  row->addStretch(1);
  auto* layers = new QHBoxLayout;
  layers->setSpacing(2);
  const QStringList names = {tr("Physical"), tr("Trunks"), tr("IGP"), tr("PWs"), tr("Service")};
  const QStringList tips = {tr("Links (1)"), tr("Eth-Trunks and E-Trunks (2)"), tr("IGP and LDP (3)"),
                            tr("All PWs (4)"), tr("The selected service alone (5)")};
  for (int i = 0; i < names.size(); ++i) {
    auto* button = new QToolButton(this);
    button->setText(names[i]);
    button->setToolTip(tips[i]);
    button->setCheckable(true);
    button->setChecked(i == 0);
    layers_->addButton(button, i);
    layers->addWidget(button);
  }
  row->addLayout(layers);
  row->addStretch(1);
  auto* search = new QToolButton(this);
  search->setText(tr("Search"));
  search->setIcon(icon(Glyph::Search, look));
  search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  search->setToolTip(tr("Find anything (Ctrl+K)"));
  row->addWidget(search);
  auto* buttons = new QHBoxLayout(actions_);
  buttons->setContentsMargins(0, 0, 0, 0);
  buttons->setSpacing(2);
  row->addWidget(actions_);
  connect(search, &QToolButton::clicked, this, &TopBar::search_wanted);
  connect(layers_, &QButtonGroup::idClicked, this,
          [this](int id) { emit layer_wanted(static_cast<MapLayer>(id)); });
  end_progress();
}

void TopBar::set_network(const QString& name, const QString& summary) {
  name_->setText(name_->fontMetrics().elidedText(name, Qt::ElideMiddle, kNameMost));
  name_->setToolTip(name);
  summary_->setText(summary);
}

void TopBar::set_layer(MapLayer layer) {
  layers_->button(static_cast<int>(layer))->setChecked(true);
}

void TopBar::set_progress(const QString& stage, int done, int total) {
  summary_->hide();
  stage_->setText(stage);
  stage_->show();
  progress_->setMaximum(total);
  progress_->setValue(done);
  progress_->show();
}

void TopBar::end_progress() {
  stage_->hide();
  progress_->hide();
  summary_->show();
}

void TopBar::add_actions(const QList<QAction*>& actions) {
  for (QAction* action : actions) {
    if (action == nullptr) {
      static_cast<QHBoxLayout*>(actions_->layout())->addSpacing(8);
      continue;
    }
    auto* button = new QToolButton(actions_);
    button->setDefaultAction(action);
    button->setIconSize({16, 16});
    button->setProperty("quiet", true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    actions_->layout()->addWidget(button);
  }
}

}  // namespace holdfast::gui

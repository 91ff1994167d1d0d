#include "app/gui/views/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/gui/models/text.h"
#include "app/gui/topology/map_view.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/inspector.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/top_bar.h"
#include "app/gui/views/tree_panel.h"

namespace holdfast::gui {

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), what_if_(history_), actions_(this, look_) {
  setWindowTitle(QStringLiteral("Holdfast"));
  build();
  join_models();
  join_actions();
  apply_look();
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
  bar_ = new TopBar(look_, this);
  bar_->add_actions({actions_.open, nullptr, actions_.undo, actions_.redo, nullptr, actions_.fail,
                     actions_.restore, nullptr, actions_.fit, actions_.split, nullptr, actions_.left,
                     actions_.bottom, actions_.right, nullptr, actions_.dark});
  tree_panel_ = new TreePanel(tree_, selection_, look_, this);
  map_ = new MapPanel(workspace_, selection_, what_if_, history_, look_, this);
  inspector_ = new Inspector(selection_, what_if_, look_, this);
  config_ = new ConfigPanes(selection_, look_, this);
  problems_panel_ = new ProblemsPanel(problems_, selection_, look_, this);
  bottom_ = new QTabWidget(this);
  bottom_->setDocumentMode(true);
  bottom_->addTab(problems_panel_, tr("Problems"));

  right_ = new QSplitter(Qt::Vertical, this);
  right_->addWidget(inspector_);
  right_->addWidget(config_);
  right_->setSizes({260, 400});
  right_->setChildrenCollapsible(false);
  down_ = new QSplitter(Qt::Vertical, this);
  down_->addWidget(map_);
  down_->addWidget(bottom_);
  down_->setStretchFactor(0, 1);
  down_->setSizes({560, 210});
  down_->setChildrenCollapsible(false);
  across_ = new QSplitter(Qt::Horizontal, this);
  across_->addWidget(tree_panel_);
  across_->addWidget(down_);
  across_->addWidget(right_);
  across_->setStretchFactor(1, 1);
  across_->setSizes({230, 700, 350});
  across_->setChildrenCollapsible(false);
  for (QSplitter* splitter : {right_, down_, across_}) splitter->setHandleWidth(1);

  auto* middle = new QWidget(this);
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(across_, 1);
  setCentralWidget(middle);
  bar_->set_network(tr("Holdfast"), tr("open a folder of configurations, or drop one here"));
}

void MainWindow::join_models() {
  connect(&workspace_, &Workspace::progressed, bar_, &TopBar::set_progress);
  connect(&workspace_, &Workspace::finished, bar_, &TopBar::end_progress);
  connect(&workspace_, &Workspace::opened, this, &MainWindow::opened);
  connect(&workspace_, &Workspace::checked, this, [this] {
    problems_.set_findings(workspace_.findings());
    tree_.set_findings(workspace_.findings());
  });
  connect(&selection_, &Selection::service_changed, this, [this] { what_if_.follow(selection_.service()); });
  connect(&what_if_, &WhatIf::warmed, this, [this] { tree_.set_outcomes(what_if_.outcomes()); });
  connect(&what_if_, &WhatIf::impact_changed, this, [this] {
    std::vector<Outcome> outcomes = what_if_.outcomes();
    if (outcomes.empty()) return;
    for (const session::ServiceImpact& it : what_if_.impact().services) outcomes[it.service] = it.after;
    tree_.set_outcomes(std::move(outcomes));
  });
  const auto error = [this](const QString& what) {
    workspace_.messages().add({Message::Kind::Error, {}, what});
  };
  connect(map_, &MapPanel::problem, this, error);
  connect(&what_if_, &WhatIf::problem, this, error);
  connect(map_, &MapPanel::layer_changed, bar_, &TopBar::set_layer);
  connect(bar_, &TopBar::layer_wanted, map_, &MapPanel::set_layer);
  connect(&look_, &Look::changed, this, &MainWindow::apply_look);
  connect(&history_, &History::changed, this, [this] {
    actions_.undo->setEnabled(history_.can_undo());
    actions_.redo->setEnabled(history_.can_redo());
    actions_.undo->setText(tr("Undo %1").arg(history_.undo_text()).trimmed());
    actions_.redo->setText(tr("Redo %1").arg(history_.redo_text()).trimmed());
  });
  history_.clear();
}

void MainWindow::join_actions() {
  const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
  on(actions_.open, [this] {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open folder"), workspace_.folder());
    if (!folder.isEmpty()) open({folder});
  });
  on(actions_.reload, [this] { workspace_.reload(); });
  on(actions_.undo, [this] { history_.undo(); });
  on(actions_.redo, [this] { history_.redo(); });
  on(actions_.fail, &MainWindow::fail_selected);
  on(actions_.restore, &MainWindow::restore_selected);
  on(actions_.restore_all, [this] { what_if_.restore_all(); });
  on(actions_.fit, [this] { map_->view().fit(); });
  on(actions_.zoom_in, [this] { map_->view().zoom_by(1.25); });
  on(actions_.zoom_out, [this] { map_->view().zoom_by(0.8); });
  on(actions_.tiers, [this] { map_->arrange_as(Arrangement::Tiers); });
  on(actions_.force, [this] { map_->arrange_as(Arrangement::Force); });
  on(actions_.filter, [this] { tree_panel_->focus_filter(); });
  on(actions_.next_problem, [this] { problems_panel_->next(1); });
  on(actions_.previous_problem, [this] { problems_panel_->next(-1); });
  on(actions_.copy_finding, [this] { QApplication::clipboard()->setText(problems_panel_->copied()); });
  on(actions_.clear, [this] {
    selection_.clear();
    selection_.drop_service();
  });
  for (int i = 0; i < actions_.layers.size(); ++i)
    on(actions_.layers[i], [this, i] { map_->set_layer(static_cast<MapLayer>(i)); });
  connect(actions_.split, &QAction::toggled, map_, &MapPanel::set_split);
  connect(actions_.dark, &QAction::toggled, &look_, &Look::set_dark);
  connect(actions_.left, &QAction::toggled, tree_panel_, &QWidget::setVisible);
  connect(actions_.right, &QAction::toggled, right_, &QWidget::setVisible);
  connect(actions_.bottom, &QAction::toggled, bottom_, &QWidget::setVisible);
}

void MainWindow::apply_look() {
  qApp->setPalette(look_.theme().palette());
  setStyleSheet(look_.theme().style_sheet());
}

void MainWindow::open(const QStringList& paths) {
  workspace_.open(paths);
}

void MainWindow::opened(bool again) {
  const StudyPtr& study = workspace_.study();
  problems_.set_findings({});
  tree_.set_study(study);
  selection_.set_study(study);
  what_if_.set_study(study, again);
  const QFileInfo info(workspace_.paths().front());
  bar_->set_network(
      info.fileName(),
      tr("%1, %2").arg(counted(static_cast<qsizetype>(study->map().nodes.size()), tr("device")),
                       counted(static_cast<qsizetype>(study->services().size()), tr("service"))));
  setWindowTitle(info.fileName() + QStringLiteral(" – Holdfast"));
}

void MainWindow::fail_selected() {
  what_if_.fail(selection_.elements());
}

void MainWindow::restore_selected() {
  what_if_.restore(selection_.elements());
}

}  // namespace holdfast::gui

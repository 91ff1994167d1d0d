#include "app/gui/views/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/gui/models/text.h"
#include "app/gui/topology/map_view.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/element_menu.h"
#include "app/gui/views/failure_panels.h"
#include "app/gui/views/file_commands.h"
#include "app/gui/views/inspector.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/previews.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/repair_panel.h"
#include "app/gui/views/search_box.h"
#include "app/gui/views/shortcut_sheet.h"
#include "app/gui/views/story_panels.h"
#include "app/gui/views/top_bar.h"
#include "app/gui/views/tree_panel.h"
#include "app/gui/views/welcome.h"

namespace holdfast::gui {
namespace {

// Widths.
constexpr int kTree = 232;
constexpr int kOneConfiguration = 360;
constexpr int kTwoConfigurations = 640;
constexpr int kMapLeast = 640;

}  // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), what_if_(history_), actions_(this, look_) {
  setWindowTitle(QStringLiteral("Holdfast"));
  setAcceptDrops(true);
  build();
  join_workspace();
  join_what_if();
  join_edit_actions();
  join_view_actions();
  join_file_actions();
  apply_look();
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
  bar_ = new TopBar(look_, this);
  bar_->add_actions(
      {actions_.open, actions_.export_map, nullptr,          actions_.undo,     actions_.redo,
       nullptr,       actions_.fail,       actions_.restore, actions_.mend_all, actions_.draw_link,
       nullptr,       actions_.fit,        actions_.split,   actions_.wide,     nullptr,
       actions_.left, actions_.bottom,     actions_.right,   nullptr,           actions_.dark,
       actions_.sheet});
  tree_panel_ = new TreePanel(tree_, selection_, look_, this);
  map_ = new MapPanel(workspace_, selection_, what_if_, history_, look_, this);
  inspector_ = new Inspector(selection_, what_if_, look_, this);
  config_ = new ConfigPanes(selection_, look_, this);
  bottom_ = new BottomTabs(
      {workspace_, selection_, what_if_, failures_, repair_, candidates_, problems_, *map_, look_}, this);
  files_ = new FileCommands(workspace_, what_if_, *map_, look_, this);
  previews_ =
      new Previews({selection_, failures_, repair_, candidates_, *map_, *config_, *bottom_, actions_}, this);

  right_ = new QSplitter(Qt::Vertical, this);
  right_->addWidget(inspector_);
  right_->addWidget(config_);
  right_->setSizes({260, 400});
  down_ = new QSplitter(Qt::Vertical, this);
  down_->addWidget(map_);
  down_->addWidget(bottom_);
  down_->setStretchFactor(0, 1);
  down_->setSizes({560, 216});
  across_ = new QSplitter(Qt::Horizontal, this);
  across_->addWidget(tree_panel_);
  across_->addWidget(down_);
  across_->addWidget(right_);
  across_->setStretchFactor(1, 1);
  across_->setSizes({kTree, 700, kOneConfiguration});
  for (QSplitter* splitter : {right_, down_, across_}) {
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
  }

  auto* middle = new QWidget(this);
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(across_, 1);
  setCentralWidget(middle);
  search_box_ = new SearchBox(look_, middle);
  bar_->set_network(tr("Holdfast"), QString());
  welcome_ = new Welcome(state_.recent(), map_);
}

void MainWindow::join_workspace() {
  connect(&workspace_, &Workspace::progressed, bar_, &TopBar::set_progress);
  connect(&workspace_, &Workspace::finished, bar_, &TopBar::end_progress);
  connect(&workspace_, &Workspace::opened, this, &MainWindow::opened);
  connect(&workspace_, &Workspace::checked, this, [this] {
    problems_.set_findings(workspace_.findings());
    tree_.set_findings(workspace_.findings());
  });
  connect(&watch_, &FolderWatch::changed, &workspace_, &Workspace::reload);
  const auto error = [this](const QString& what) {
    workspace_.messages().add({Message::Kind::Error, {}, what});
  };
  connect(bottom_, &BottomTabs::error_shown, this, [this] { actions_.bottom->setChecked(true); });
  connect(map_, &MapPanel::problem, this, error);
  connect(&what_if_, &WhatIf::problem, this, error);
  connect(&failures_, &FailureSearch::problem, this, error);
  connect(&repair_, &RepairRun::problem, this, error);
  connect(&candidates_, &Candidates::problem, this, error);
  connect(previews_, &Previews::problem, this, error);
}

void MainWindow::join_what_if() {
  connect(&selection_, &Selection::service_changed, this, [this] { what_if_.follow(selection_.service()); });
  connect(&what_if_, &WhatIf::warmed, this, [this] { tree_.set_outcomes(what_if_.outcomes()); });
  connect(&what_if_, &WhatIf::impact_changed, this, [this] {
    std::vector<Outcome> outcomes = what_if_.outcomes();
    if (outcomes.empty()) return;
    for (const session::ServiceImpact& it : what_if_.impact().services) outcomes[it.service] = it.after;
    tree_.set_outcomes(std::move(outcomes));
  });
  connect(&bottom_->failures(), &FailurePanels::replayed, map_, [this] { map_->view().fit(); });
  connect(search_box_, &SearchBox::chosen, this, &MainWindow::go_to);
  connect(config_, &ConfigPanes::line_clicked, &bottom_->stories(), &StoryPanels::point_at);
}

void MainWindow::join_edit_actions() {
  const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
  on(actions_.undo, [this] { history_.undo(); });
  on(actions_.redo, [this] { history_.redo(); });
  on(actions_.fail, [this] { what_if_.fail(selection_.elements()); });
  on(actions_.restore, [this] { what_if_.restore(selection_.elements()); });
  on(actions_.restore_all, [this] { what_if_.restore_all(); });
  on(actions_.replay, [this] {
    bottom_->show_tab(BottomTabs::Timeline);
    bottom_->stories().play();
  });
  on(actions_.find_failures, [this] {
    bottom_->show_tab(BottomTabs::Search);
    bottom_->failures().start_or_stop();
  });
  on(actions_.next_problem, [this] {
    bottom_->show_tab(BottomTabs::Problems);
    bottom_->problems().next(1);
  });
  on(actions_.previous_problem, [this] {
    bottom_->show_tab(BottomTabs::Problems);
    bottom_->problems().next(-1);
  });
  on(actions_.copy_finding, [this] { QApplication::clipboard()->setText(bottom_->problems().copied()); });
  on(actions_.clear, [this] {
    if (map_->view().is_drawing()) return map_->view().set_drawing(false);
    selection_.clear();
    selection_.drop_service();
  });
  connect(&history_, &History::changed, this, [this] {
    actions_.undo->setEnabled(history_.can_undo());
    actions_.redo->setEnabled(history_.can_redo());
    actions_.undo->setText(tr("Undo %1").arg(history_.undo_text()).trimmed());
    actions_.redo->setText(tr("Redo %1").arg(history_.redo_text()).trimmed());
  });
  history_.clear();
}

void MainWindow::join_view_actions() {
  const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
  on(actions_.fit, [this] { map_->view().fit(); });
  on(actions_.zoom_in, [this] { map_->view().zoom_by(1.25); });
  on(actions_.zoom_out, [this] { map_->view().zoom_by(0.8); });
  on(actions_.tiers, [this] { map_->arrange_as(Arrangement::Tiers); });
  on(actions_.force, [this] { map_->arrange_as(Arrangement::Force); });
  on(actions_.by_hand, [this] { map_->arrange_by_hand(); });
  on(actions_.search, [this] { search_box_->pop_up(); });
  on(actions_.filter, [this] {
    actions_.left->setChecked(true);
    tree_panel_->focus_filter();
  });
  on(actions_.next_part, [this] { focus_part(1); });
  on(actions_.previous_part, [this] { focus_part(-1); });
  for (int i = 0; i < actions_.lists.size(); ++i) {
    on(actions_.lists[i], [this, i] {
      actions_.bottom->setChecked(true);
      bottom_->show_tab(static_cast<BottomTabs::Tab>(i));
      bottom_->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    });
  }
  on(actions_.sheet, [this] { ShortcutSheet(actions_.all(), this).exec(); });
  for (int i = 0; i < actions_.layers.size(); ++i)
    on(actions_.layers[i], [this, i] { map_->set_layer(static_cast<MapLayer>(i)); });
  connect(actions_.split, &QAction::toggled, map_, &MapPanel::set_split);
  connect(actions_.wide, &QAction::toggled, this, &MainWindow::set_wide);
  connect(actions_.dark, &QAction::toggled, &look_, &Look::set_dark);
  connect(actions_.left, &QAction::toggled, tree_panel_, &QWidget::setVisible);
  connect(actions_.right, &QAction::toggled, right_, &QWidget::setVisible);
  connect(actions_.bottom, &QAction::toggled, bottom_, &QWidget::setVisible);
  connect(map_, &MapPanel::layer_changed, bar_, &TopBar::set_layer);
  connect(bar_, &TopBar::layer_wanted, map_, &MapPanel::set_layer);
  connect(bar_, &TopBar::search_wanted, search_box_, &SearchBox::pop_up);
  connect(&look_, &Look::changed, this, &MainWindow::apply_look);
}

void MainWindow::join_file_actions() {
  const auto on = [this](QAction* action, auto what) { connect(action, &QAction::triggered, this, what); };
  on(actions_.open, [this] { files_->ask_folder(); });
  connect(welcome_, &Welcome::open_wanted, actions_.open, &QAction::trigger);
  connect(welcome_, &Welcome::chosen, this, [this](const QString& folder) { open({folder}); });
  on(actions_.reload, [this] { workspace_.reload(); });
  on(actions_.export_map, [this] { files_->ask_export(); });
  on(actions_.save_scenario, [this] { files_->ask_save_scenario(); });
  on(actions_.open_scenario, [this] { files_->ask_open_scenario(); });
  on(actions_.recent, [this] {
    QMenu menu(this);
    files_->fill_recent(menu);
    menu.exec(bar_->mapToGlobal(QPoint(12, bar_->height())));
  });
  on(actions_.quit, [this] { close(); });
  connect(&bottom_->repair(), &RepairPanel::save_wanted, this,
          [this](RepairForm form) { files_->ask_save_repair(repair_.result(), form); });
  connect(&bottom_->problems(), &ProblemsPanel::menu_wanted, this, [this](const QPoint& at) {
    QMenu menu(this);
    menu.addActions({actions_.mend, actions_.mend_all});
    menu.addSeparator();
    menu.addAction(actions_.copy_finding);
    menu.exec(at);
  });
  connect(map_, &MapPanel::menu_wanted, this, [this](const QPoint& at) {
    if (selection_.study()) ElementMenu(selection_, what_if_, actions_, this).exec(at);
  });
}

void MainWindow::apply_look() {
  qApp->setPalette(look_.theme().palette());
  setStyleSheet(look_.theme().style_sheet());
}

void MainWindow::open(const QStringList& paths) {
  files_->open(paths);
}

void MainWindow::opened(bool again) {
  const StudyPtr& study = workspace_.study();
  welcome_->setVisible(study->map().nodes.empty());
  welcome_->set_note(tr("No configuration was found in %1.").arg(workspace_.paths().join(u' ')));
  problems_.set_findings({});
  tree_.set_study(study);
  selection_.set_study(study);
  what_if_.set_study(study, again);
  failures_.set_study(study);
  repair_.set_study(study);
  candidates_.set_study(study);
  watch_.watch(workspace_.paths(), *study);
  index_lane_.replace(
      [study](const std::atomic<bool>&) { return std::make_shared<const SearchIndex>(study); },
      [this](const std::shared_ptr<const SearchIndex>& index) { search_box_->set_index(index); });
  const QFileInfo info(workspace_.paths().front());
  bar_->set_network(
      info.fileName(),
      tr("%1, %2").arg(counted(static_cast<qsizetype>(study->map().nodes.size()), tr("device")),
                       counted(static_cast<qsizetype>(study->services().size()), tr("service"))));
  setWindowTitle(info.fileName() + QStringLiteral(" – Holdfast"));
}

void MainWindow::go_to(const SearchHit& hit) {
  switch (hit.kind) {
    case SearchHit::Kind::Device:
      selection_.select_device(hit.device);
      break;
    case SearchHit::Kind::Interface:
    case SearchHit::Kind::Address:
      selection_.select_interface({hit.device, hit.interface});
      break;
    case SearchHit::Kind::Vsi:
      selection_.select_line({hit.device, hit.where, {}});
      break;
    case SearchHit::Kind::Service:
    case SearchHit::Kind::VcId:
      selection_.select_service(hit.service);
      break;
    case SearchHit::Kind::Rule:
      bottom_->show_tab(BottomTabs::Problems);
      bottom_->problems().filter(hit.text.section(u' ', 0, 0));
      break;
  }
}

void MainWindow::set_wide(bool wide) {
  const int width = across_->width();
  const int right = wide ? std::max(kTwoConfigurations, width / 2) : kOneConfiguration;
  if (wide) {
    actions_.right->setChecked(true);
    // Where there is no room for all, the tree makes some until the configurations are narrow again.
    tree_gave_way_ = !tree_panel_->isHidden() && width - tree_panel_->width() - right < kMapLeast;
    if (tree_gave_way_) actions_.left->setChecked(false);
  } else if (std::exchange(tree_gave_way_, false)) {
    actions_.left->setChecked(true);
  }
  const int tree = tree_panel_->isHidden() ? 0 : kTree;
  across_->setSizes({tree, width - tree - right, right});
}

void MainWindow::focus_part(int step) {
  const QList<QWidget*> parts = {tree_panel_, map_, bottom_->currentWidget(), inspector_, config_};
  const QWidget* now = QApplication::focusWidget();
  const auto at = std::ranges::find_if(parts, [now](const QWidget* part) {
    return now != nullptr && (part == now || part->isAncestorOf(now));
  });
  const auto count = parts.size();
  qsizetype i = at == parts.end() ? (step > 0 ? -1 : count) : at - parts.begin();
  for (qsizetype tried = 0; tried < count; ++tried) {
    i = (i + step + count) % count;
    if (!parts[i]->isVisible()) continue;
    parts[i]->setFocus(Qt::ShortcutFocusReason);
    return;
  }
}

void MainWindow::restore_state() {
  keeps_state_ = true;
  if (!state_.restore(*this, {across_, down_, right_}, actions_.parts())) resize(1440, 900);
  actions_.dark->setChecked(state_.dark());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (keeps_state_) {
    actions_.wide->setChecked(false);
    state_.keep(*this, {across_, down_, right_}, actions_.parts(), look_.is_dark());
  }
  QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  }
  open(paths);
}

}  // namespace holdfast::gui

#include "app/gui/views/map_panel.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/gui/models/text.h"
#include "app/gui/topology/map_view.h"
#include "app/gui/topology/minimap.h"
#include "app/gui/topology/node_item.h"
#include "app/gui/topology/position_file.h"
#include "app/gui/views/legend.h"

namespace holdfast::gui {
namespace {

constexpr int kSeconds = 20;  // that Graphviz may take
constexpr int kAir = 12;

QLabel* corner_title(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setProperty("floating", true);
  label->setContentsMargins(10, 4, 10, 4);
  label->hide();
  return label;
}

}  // namespace

MapPanel::MapPanel(Workspace& workspace, Selection& selection, WhatIf& what_if, History& history,
                   const Look& look, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      selection_(selection),
      what_if_(what_if),
      history_(history),
      look_(look),
      before_(look),
      after_(look),
      before_view_(new MapView(before_, look)),
      after_view_(new MapView(after_, look)),
      splitter_(new QSplitter(Qt::Horizontal, this)),
      before_title_(corner_title(tr("Before"), before_view_)),
      after_title_(corner_title(tr("After"), after_view_)),
      minimap_(new Minimap(*after_view_, look, after_view_)),
      legend_(new Legend(look, after_view_)) {
  splitter_->addWidget(before_view_);
  splitter_->addWidget(after_view_);
  splitter_->setChildrenCollapsible(false);
  before_view_->hide();
  after_view_->setAccessibleName(tr("Map"));
  after_view_->installEventFilter(this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(splitter_);

  connect(&workspace, &Workspace::opened, this, &MapPanel::load_study);
  connect(&what_if, &WhatIf::failed_changed, this, &MapPanel::update_state);
  connect(&what_if, &WhatIf::account_changed, this, &MapPanel::update_state);
  connect(&selection, &Selection::changed, this, &MapPanel::show_selected);
  connect(&lane_, &Lane::failed, this, &MapPanel::problem);
  for (MapScene* scene : {&before_, &after_}) {
    connect(scene, &MapScene::picked, &selection, &Selection::select_elements);
    connect(scene, &MapScene::moved, this, &MapPanel::dragged);
  }
  for (MapView* view : {before_view_, after_view_})
    connect(view, &MapView::menu_wanted, this, &MapPanel::menu_wanted);
  connect(after_view_, &MapView::looked, this, [this] {
    if (is_split()) before_view_->follow(*after_view_);
  });
}

void MapPanel::load_study(bool again) {
  const StudyPtr study = workspace_.study();
  // The same network read once more keeps its places until the new ones are known.
  Positions places = in_columns(study->map());
  if (again && after_.study()) {
    for (std::size_t i = 0; i < study->map().nodes.size(); ++i) {
      for (const NodeItem* node : after_.nodes()) {
        if (node->name() == shown(study->map().nodes[i].name)) places[i] = node->pos();
      }
    }
  }
  for (MapScene* scene : {&before_, &after_}) scene->set_study(study, places);
  if (!again) after_view_->fit();
  arrange_as(suitable(study->map()));
}

void MapPanel::arrange_as(Arrangement arrangement) {
  const StudyPtr study = workspace_.study();
  if (!study) return;
  lane_.replace(
      [study, arrangement](const std::atomic<bool>& cancel) {
        return arrange(study->map(), arrangement, kSeconds, cancel);
      },
      [this, study](const Arranged& result) {
        if (study != workspace_.study()) return;
        if (!result.problem.isEmpty()) emit problem(result.problem);
        arranged_ = result.positions;
        take_positions(with_dragged(arranged_));
        after_view_->fit();
        emit arranged();
      });
}

Positions MapPanel::with_dragged(Positions positions) const {
  const NamedPositions kept = read_positions(workspace_.folder());
  for (const session::MapNode& node : workspace_.study()->map().nodes) {
    const auto at = kept.find(shown(node.name));
    if (at != kept.end()) positions[node.device.index] = *at;
  }
  return positions;
}

void MapPanel::take_positions(const Positions& positions) {
  for (MapScene* scene : {&before_, &after_}) scene->set_positions(positions);
}

void MapPanel::dragged(const Positions& before, const Positions& after) {
  history_.push(
      tr("Move"),
      [this, before] {
        take_positions(before);
        keep_positions(before);
      },
      [this, after] {
        take_positions(after);
        keep_positions(after);
      });
}

void MapPanel::keep_positions(const Positions& positions) {
  NamedPositions kept = read_positions(workspace_.folder());
  for (const session::MapNode& node : workspace_.study()->map().nodes) {
    const std::size_t i = node.device.index;
    if (positions[i] != arranged_[i]) {
      kept.insert(shown(node.name), positions[i]);
    } else {
      kept.remove(shown(node.name));
    }
  }
  if (!write_positions(workspace_.folder(), kept))
    emit problem(tr("positions cannot be kept in %1").arg(workspace_.folder()));
}

void MapPanel::update_state() {
  const StudyPtr& study = what_if_.study();
  if (!study || after_.study() != study) return;
  before_.set_state(map_state(*study, what_if_.failed(), what_if_.account(), Moment::Before));
  after_.set_state(map_state(*study, what_if_.failed(), what_if_.account(), Moment::After));
}

void MapPanel::show_selected() {
  if (!selection_.study() || after_.study() != selection_.study()) return;
  for (MapScene* scene : {&before_, &after_}) {
    scene->set_spotlight({});
    if (selection_.kind() == Selection::Kind::Finding || selection_.kind() == Selection::Kind::Line) {
      scene->pick({}, {});
      scene->set_spotlight(selection_.devices());
    } else {
      scene->pick(selection_.devices(), selection_.links());
    }
  }
  if (selection_.devices().size() == 1) {
    after_view_->show_device(after_.nodes()[selection_.devices().front().index]->pos());
  }
}

void MapPanel::set_way(std::optional<std::size_t> way) {
  for (MapScene* scene : {&before_, &after_}) scene->set_way(way);
}

void MapPanel::set_layer(MapLayer layer) {
  for (MapScene* scene : {&before_, &after_}) scene->set_layer(layer);
  legend_->set_layer(layer);
  place_corners();
  emit layer_changed(layer);
}

void MapPanel::set_split(bool on) {
  before_view_->setVisible(on);
  before_title_->setVisible(on);
  after_title_->setVisible(on);
  const int half = width() / 2;
  splitter_->setSizes({half, half});
  after_view_->fit();
  place_corners();
}

bool MapPanel::is_split() const {
  return !before_view_->isHidden();
}

void MapPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place_corners();
}

bool MapPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) place_corners();
  return QWidget::eventFilter(watched, event);
}

void MapPanel::place_corners() {
  const QSize room = after_view_->size();
  minimap_->move(room.width() - minimap_->width() - kAir, room.height() - minimap_->height() - kAir);
  minimap_->setVisible(room.width() > 460 && room.height() > 300);
  legend_->adjustSize();
  legend_->move(kAir, room.height() - legend_->height() - kAir);
  for (QLabel* title : {before_title_, after_title_}) {
    title->adjustSize();
    title->move(kAir, kAir);
  }
}

}  // namespace holdfast::gui

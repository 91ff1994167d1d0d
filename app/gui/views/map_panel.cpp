#include "app/gui/views/map_panel.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/models/text.h"
#include "app/gui/topology/map_view.h"
#include "app/gui/topology/minimap.h"
#include "app/gui/topology/node_item.h"
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
      hint_(corner_title(tr("A candidate link: click one device, then the other (Esc: none)"), after_view_)),
      minimap_(new Minimap(*after_view_, look, after_view_)),
      legend_(new Legend(look, after_view_)) {
  splitter_->addWidget(before_view_);
  splitter_->addWidget(after_view_);
  splitter_->setChildrenCollapsible(false);
  before_view_->hide();
  after_view_->setAccessibleName(tr("Map"));
  before_view_->setAccessibleName(tr("Map before the failures"));
  setFocusProxy(after_view_);
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
  connect(after_view_, &MapView::drawing_changed, this, [this](bool on) {
    hint_->setVisible(on);
    place_corners();
  });
  connect(after_view_, &MapView::looked, this, [this] {
    if (is_split()) before_view_->follow(*after_view_);
  });
}

void MapPanel::load_study(bool again) {
  const StudyPtr study = workspace_.study();
  after_view_->set_drawing(false);
  // The same network read once more keeps its places until the new ones are known.
  Positions places = in_columns(study->map());
  if (again && after_.study()) {
    QHash<QString, QPointF> old;
    for (const NodeItem* node : after_.nodes()) old.insert(node->name(), node->pos());
    for (std::size_t i = 0; i < study->map().nodes.size(); ++i) {
      const auto at = old.find(shown(study->map().nodes[i].name));
      if (at != old.end()) places[i] = *at;
    }
  } else {
    const HandLayout hand = read_positions(workspace_.folder());
    places_.base = hand.base.value_or(suitable(study->map()));
    places_.by_hand = !hand.empty();
  }
  places_.shown = places_.arranged = places;
  way_.reset();
  for (MapScene* scene : shown_scenes()) scene->set_study(study, places);
  set_preview({});
  if (!again) after_view_->fit();
  ask_places(places_.base, places_.by_hand, [this](const Places& found) { take_places(found); });
}

void MapPanel::arrange_as(Arrangement arrangement) {
  ask_places(arrangement, false, [this](const Places& found) { change_places(tr("Arrange"), found); });
}

void MapPanel::arrange_by_hand() {
  if (!workspace_.study()) return;
  const HandLayout hand = read_positions(workspace_.folder());
  ask_places(hand.base.value_or(suitable(workspace_.study()->map())), true,
             [this](const Places& found) { change_places(tr("Arrange by hand"), found); });
}

void MapPanel::ask_places(Arrangement base, bool by_hand, std::function<void(Places)> done) {
  const StudyPtr study = workspace_.study();
  if (!study) return;
  lane_.replace(
      [study, base](const std::atomic<bool>& cancel) {
        return arrange(study->map(), base, kSeconds, cancel);
      },
      [this, study, base, by_hand, done = std::move(done)](const Arranged& result) {
        if (study != workspace_.study()) return;
        if (!result.problem.isEmpty()) emit problem(result.problem);
        Places found{result.positions, result.positions, base, by_hand};
        const HandLayout hand = by_hand ? read_positions(workspace_.folder()) : HandLayout();
        for (const session::MapNode& node : study->map().nodes) {
          const auto at = hand.dragged.find(shown(node.name));
          if (at != hand.dragged.end()) found.shown[node.device.index] = *at;
        }
        done(std::move(found));
        emit arranged();
      });
}

void MapPanel::change_places(const QString& text, const Places& places) {
  history_.push(
      text, [this, before = places_] { take_places(before); }, [this, places] { take_places(places); });
}

void MapPanel::take_places(const Places& places) {
  places_ = places;
  show_positions(places.shown);
  if (after_view_->is_fitted()) after_view_->fit();
}

void MapPanel::show_positions(const Positions& positions) {
  places_.shown = positions;
  for (MapScene* scene : shown_scenes()) scene->set_positions(positions);
}

void MapPanel::dragged(const Positions& before, const Positions& after) {
  const HandLayout old = read_positions(workspace_.folder());
  HandLayout now{places_.base, places_.by_hand ? old.dragged : NamedPositions()};
  for (const session::MapNode& node : workspace_.study()->map().nodes) {
    const std::size_t i = node.device.index;
    if (after[i] != places_.arranged[i]) {
      now.dragged.insert(shown(node.name), after[i]);
    } else {
      now.dragged.remove(shown(node.name));
    }
  }
  const auto move = [this](const Positions& to, bool by_hand, const HandLayout& layout) {
    show_positions(to);
    places_.by_hand = by_hand;
    keep_layout(layout);
  };
  history_.push(
      tr("Move"), [move, before, was = places_.by_hand, old] { move(before, was, old); },
      [move, after, now] { move(after, true, now); });
}

void MapPanel::keep_layout(const HandLayout& layout) {
  if (!write_positions(workspace_.folder(), layout))
    emit problem(tr("positions cannot be kept in %1").arg(workspace_.folder()));
}

void MapPanel::update_state() {
  const StudyPtr& study = what_if_.study();
  if (!study || after_.study() != study) return;
  for (MapScene* scene : shown_scenes()) {
    const Moment moment = scene == &before_ ? Moment::Before : Moment::After;
    scene->set_state(map_state(*study, what_if_.failed(), what_if_.account(), moment));
  }
}

void MapPanel::show_selected() {
  if (!selection_.study() || after_.study() != selection_.study()) return;
  for (MapScene* scene : shown_scenes()) {
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
  way_ = way;
  for (MapScene* scene : shown_scenes()) scene->set_way(way);
}

void MapPanel::set_preview(const MapPreview& preview) {
  after_.set_preview(preview);
  legend_->set_preview(!preview.changed.empty(), !preview.links.empty());
  place_corners();
}

void MapPanel::set_layer(MapLayer layer) {
  for (MapScene* scene : shown_scenes()) scene->set_layer(layer);
  legend_->set_layer(layer);
  place_corners();
  emit layer_changed(layer);
}

// The scene of the time before is empty while it is not shown.
std::vector<MapScene*> MapPanel::shown_scenes() {
  return is_split() ? std::vector{&before_, &after_} : std::vector{&after_};
}

void MapPanel::set_split(bool on) {
  before_view_->setVisible(on);
  before_.set_study(on ? workspace_.study() : nullptr, places_.shown);
  if (on) {
    before_.set_layer(after_.layer());
    before_.set_way(way_);
    update_state();
    show_selected();
  }
  before_title_->setVisible(on);
  after_title_->setVisible(on);
  orient();
  after_view_->fit();
  place_corners();
}

// Beside each other or one above the other: as the network is shown larger.
void MapPanel::orient() {
  const QSizeF network = after_.extent().size();
  const QSizeF room = size();
  const double beside = std::min(room.width() / 2 / network.width(), room.height() / network.height());
  const double above = std::min(room.width() / network.width(), room.height() / 2 / network.height());
  const Qt::Orientation wanted = above > beside ? Qt::Vertical : Qt::Horizontal;
  if (splitter_->orientation() == wanted && splitter_->sizes().value(0) > 0) return;
  splitter_->setOrientation(wanted);
  splitter_->setSizes({1000, 1000});
}

bool MapPanel::is_split() const {
  return !before_view_->isHidden();
}

void MapPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (is_split()) orient();
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
  QList<QRect> cards{legend_->geometry()};
  if (!minimap_->isHidden()) cards.append(minimap_->geometry());
  after_view_->keep_clear(cards);
  for (QLabel* title : {before_title_, after_title_}) {
    title->adjustSize();
    title->move(kAir, kAir);
  }
  hint_->adjustSize();
  hint_->move((room.width() - hint_->width()) / 2, kAir);
}

}  // namespace holdfast::gui

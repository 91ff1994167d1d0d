#include "app/gui/topology/map_scene.h"

#include <QGraphicsSceneMouseEvent>
#include <QLineF>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <map>

#include "app/gui/models/text.h"
#include "app/gui/topology/node_item.h"
#include "app/gui/topology/path_item.h"
#include "app/gui/topology/strand_item.h"

namespace holdfast::gui {
namespace {

constexpr double kFan = 16;            // between parallel strands
constexpr std::size_t kBowMost = 150;  // devices up to which strands go around others
constexpr std::size_t kNone = StrandItem::kNone;

std::pair<DeviceId, DeviceId> pair_of(const StrandItem& strand) {
  return std::minmax(strand.a(), strand.b());
}

StrandKind kind_of(const session::MapPw& pw) {
  if (!pw.paired) return StrandKind::PwUnpaired;
  if (pw.role == "secondary" || pw.role == "backup") return StrandKind::PwStandby;
  if (pw.role.ends_with("bypass")) return StrandKind::PwBypass;
  return StrandKind::PwPrimary;
}

}  // namespace

MapScene::MapScene(const Look& look, QObject* parent) : QGraphicsScene(parent), look_(look) {
  // Every device moves at once when an arrangement is found; an index would be made anew for each.
  setItemIndexMethod(QGraphicsScene::NoIndex);
  connect(&look, &Look::changed, this, [this] { build_overlay(); });
  connect(this, &QGraphicsScene::selectionChanged, this, &MapScene::told_selection);
}

void MapScene::set_study(const StudyPtr& study, const Positions& positions) {
  const QSignalBlocker quiet(this);
  clear();
  nodes_.clear();
  walked_ = nullptr;
  links_.clear();
  overlay_.clear();
  candidates_.clear();
  preview_ = {};
  study_ = study;
  state_ = {};
  way_.reset();
  path_ = new PathItem(look_);
  addItem(path_);
  if (study_) {
    for (const session::MapNode& node : study_->map().nodes) {
      nodes_.push_back(new NodeItem(node, look_));
      addItem(nodes_.back());
    }
    build_links();
  }
  set_positions(positions);
  build_overlay();
}

void MapScene::set_positions(const Positions& positions) {
  for (std::size_t i = 0; i < nodes_.size() && i < positions.size(); ++i) nodes_[i]->setPos(positions[i]);
  place_strands();
  setSceneRect(extent().adjusted(-4000, -4000, 4000, 4000));
  emit redrawn();
}

Positions MapScene::positions() const {
  Positions result;
  for (const NodeItem* node : nodes_) result.push_back(node->pos());
  return result;
}

QRectF MapScene::extent() const {
  QRectF result;
  for (const NodeItem* node : nodes_) {
    result |= QRectF(node->pos() - QPointF(kNodeSize, kNodeSize), QSizeF(2 * kNodeSize, 2.2 * kNodeSize));
  }
  return result.isEmpty() ? QRectF(-200, -150, 400, 300) : result;
}

StrandItem* MapScene::add_strand(StrandKind kind, DeviceId a, DeviceId b, std::size_t link) {
  auto* strand = new StrandItem(kind, a, b, link, look_);
  addItem(strand);
  return strand;
}

void MapScene::build_links() {
  const auto& links = study_->map().links;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const session::MapLink& link = links[i];
    StrandItem* strand =
        add_strand(link.bundle ? StrandKind::Bundle : StrandKind::Link, link.a.device, link.b.device, i);
    const auto name = [&](PortRef port) {
      return short_interface(shown(study_->network()[port.device][port.interface].name));
    };
    strand->set_ports(name(link.a), name(link.b));
    strand->setToolTip(element_words(link.name));
    links_.push_back(strand);
  }
}

void MapScene::set_layer(MapLayer layer) {
  if (layer_ == layer) return;
  layer_ = layer;
  build_overlay();
}

void MapScene::set_state(const MapState& state) {
  state_ = state;
  for (std::size_t i = 0; i < nodes_.size() && i < state.nodes.size(); ++i)
    nodes_[i]->set_state(state.nodes[i]);
  for (std::size_t i = 0; i < links_.size() && i < state.links.size(); ++i)
    links_[i]->set_state(state.links[i]);
  if (layer_ == MapLayer::Service) {
    build_overlay();
  } else {
    show_layer();
    draw_path();
    emit redrawn();
  }
}

void MapScene::set_way(std::optional<std::size_t> way) {
  way_ = way;
  draw_path();
}

void MapScene::set_preview(const MapPreview& preview) {
  if (preview_ == preview || !study_) return;
  preview_ = preview;
  show_preview();
  place_strands();
  emit redrawn();
}

void MapScene::show_preview() {
  for (NodeItem* node : nodes_)
    node->set_changed(std::ranges::find(preview_.changed, node->device()) != preview_.changed.end());
  qDeleteAll(candidates_);
  candidates_.clear();
  for (const MapPreview::Link& it : preview_.links) {
    StrandItem* strand = add_strand(StrandKind::Candidate, it.a, it.b, kNone);
    strand->set_faint(!it.current);
    candidates_.push_back(strand);
  }
}

void MapScene::set_spotlight(const std::vector<DeviceId>& devices) {
  for (NodeItem* node : nodes_)
    node->set_spotlight(std::ranges::find(devices, node->device()) != devices.end());
}

void MapScene::pick(const std::vector<DeviceId>& devices, const std::vector<std::size_t>& links) {
  const QSignalBlocker quiet(this);
  clearSelection();
  for (const DeviceId device : devices) nodes_[device.index]->setSelected(true);
  for (const std::size_t link : links) links_[link]->setSelected(true);
}

void MapScene::told_selection() {
  std::vector<DeviceId> devices;
  std::vector<std::size_t> links;
  for (const QGraphicsItem* item : selectedItems()) {
    if (const auto* node = qgraphicsitem_cast<const NodeItem*>(item)) devices.push_back(node->device());
    if (const auto* strand = qgraphicsitem_cast<const StrandItem*>(item)) {
      if (strand->link() != kNone) links.push_back(strand->link());
    }
  }
  std::ranges::sort(devices);
  std::ranges::sort(links);
  emit picked(devices, links);
}

void MapScene::select_towards(QPointF direction, bool also) {
  const auto selected = [](const NodeItem* node) { return node->isSelected(); };
  const auto at = walked_ != nullptr && walked_->isSelected() ? std::ranges::find(nodes_, walked_)
                                                              : std::ranges::find_if(nodes_, selected);
  NodeItem* best = nullptr;
  double nearest = 1e12;
  for (NodeItem* node : nodes_) {
    if (at == nodes_.end()) {
      best = node;
      break;
    }
    const QPointF way = node->pos() - (*at)->pos();
    const double along = QPointF::dotProduct(way, direction);
    const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
    if (along < 1 || aside > along * 2 || along + aside * 2 >= nearest) continue;
    nearest = along + aside * 2;
    best = node;
  }
  if (best == nullptr) return;
  if (!also) {
    const QSignalBlocker quiet(this);
    clearSelection();
  }
  walked_ = best;
  best->setSelected(true);
}

void MapScene::select_next_link() {
  const auto at = std::ranges::find_if(nodes_, [](const NodeItem* node) { return node->isSelected(); });
  if (at != nodes_.end()) walked_ = *at;
  if (walked_ == nullptr) return;
  std::vector<StrandItem*> around;
  for (StrandItem* strand : links_) {
    if (strand->isVisible() && (strand->a() == walked_->device() || strand->b() == walked_->device()))
      around.push_back(strand);
  }
  if (around.empty()) return;
  auto next = std::ranges::find_if(around, [](const StrandItem* strand) { return strand->isSelected(); });
  next = next == around.end() || std::next(next) == around.end() ? around.begin() : std::next(next);
  {
    const QSignalBlocker quiet(this);
    clearSelection();
  }
  (*next)->setSelected(true);
}

void MapScene::move_selected(QPointF by) {
  const Positions before = positions();
  for (NodeItem* node : nodes_) {
    if (node->isSelected()) node->moveBy(by.x(), by.y());
  }
  if (positions() != before) emit moved(before, positions());
}

std::vector<const StrandItem*> MapScene::strands() const {
  std::vector<const StrandItem*> result;
  for (const auto* list : {&links_, &overlay_, &candidates_}) {
    for (const StrandItem* strand : *list) {
      if (strand->isVisible()) result.push_back(strand);
    }
  }
  return result;
}

void MapScene::build_overlay() {
  qDeleteAll(overlay_);
  overlay_.clear();
  if (!study_) return;
  switch (layer_) {
    case MapLayer::Trunks:
      add_etrunks();
      break;
    case MapLayer::Igp:
      add_adjacencies();
      break;
    case MapLayer::Pws:
    case MapLayer::Service:
      add_pws();
      break;
    case MapLayer::Physical:
      break;
  }
  show_layer();
  place_strands();
  emit redrawn();
}

void MapScene::add_etrunks() {
  for (const session::MapEtrunk& it : study_->map().etrunks) {
    StrandItem* strand = add_strand(StrandKind::Etrunk, it.a, it.b, kNone);
    strand->set_label(QStringLiteral("E-Trunk %1").arg(it.id));
    overlay_.push_back(strand);
  }
}

void MapScene::add_adjacencies() {
  const Theme& theme = look_.theme();
  const QColor tints[] = {theme.active,  theme.good,    theme.dual_active,
                          theme.warning, theme.standby, theme.failed};
  std::map<std::string, std::size_t> areas;
  for (const session::MapAdjacency& it : study_->map().adjacencies) {
    const std::size_t area = areas.try_emplace(it.area, areas.size()).first->second;
    StrandItem* strand = add_strand(StrandKind::Adjacency, it.a.device, it.b.device, kNone);
    strand->set_tint(tints[area % std::size(tints)]);
    const QString cost = it.cost_ab == it.cost_ba ? QString::number(it.cost_ab)
                                                  : QStringLiteral("%1/%2").arg(it.cost_ab).arg(it.cost_ba);
    strand->set_label(it.ldp ? cost + QStringLiteral(" LDP") : cost);
    strand->setToolTip(shown(it.area) + QStringLiteral(", cost ") + cost);
    overlay_.push_back(strand);
  }
}

// PWs of one kind between the same two devices are one strand.
void MapScene::add_pws() {
  struct Group {
    std::size_t count = 0;
    QString vc_id;
  };
  std::map<std::tuple<StrandKind, DeviceId, DeviceId>, Group> groups;
  const auto add = [&](const session::MapPw& pw) {
    if (pw.a == pw.b) return;
    const auto [a, b] = std::minmax(pw.a, pw.b);
    Group& group = groups[{kind_of(pw), a, b}];
    ++group.count;
    group.vc_id = shown(pw.vc_id);
  };
  const auto& pws = study_->map().pws;
  if (layer_ == MapLayer::Pws) {
    for (const session::MapPw& pw : pws) add(pw);
  } else {
    for (const std::size_t pw : state_.pws) add(pws[pw]);
  }
  for (const auto& [key, group] : groups) {
    const auto& [kind, a, b] = key;
    StrandItem* strand = add_strand(kind, a, b, kNone);
    strand->set_label(group.count > 1 ? QStringLiteral("%1 PWs").arg(group.count)
                                      : QStringLiteral("VC %1").arg(group.vc_id));
    overlay_.push_back(strand);
  }
}

// Whether the link is one of an Eth-Trunk's.
bool MapScene::is_member(std::size_t link) const {
  const auto at = [this](PortRef port) {
    return study_->network()[port.device][port.interface].member_of.has_value();
  };
  const session::MapLink& it = study_->map().links[link];
  return at(it.a) || at(it.b);
}

void MapScene::show_layer() {
  const bool plain = layer_ == MapLayer::Physical;
  for (StrandItem* strand : links_) {
    const bool bundle = strand->kind() == StrandKind::Bundle;
    const bool alone = bundle && study_->map().links[strand->link()].element.valid();
    strand->setVisible(!bundle || alone || layer_ == MapLayer::Trunks);
    const bool in_trunk = layer_ == MapLayer::Trunks && (bundle || is_member(strand->link()));
    strand->set_faint(!plain && !in_trunk);
    strand->set_tint(in_trunk && !bundle ? look_.theme().active : QColor());
  }
  std::vector<bool> used(nodes_.size(), layer_ != MapLayer::Service || !path_);
  for (const PathLeg& leg : state_.legs) used[leg.from.index] = used[leg.to.index] = true;
  for (const std::size_t pw : state_.pws)
    used[study_->map().pws[pw].a.index] = used[study_->map().pws[pw].b.index] = true;
  for (NodeItem* node : nodes_) node->set_faint(!used[node->device().index]);
}

void MapScene::place_strands() {
  std::vector<StrandItem*> links = links_;
  links.insert(links.end(), candidates_.begin(), candidates_.end());
  place(links, false);
  place_signs();
  const bool beside = layer_ == MapLayer::Trunks || layer_ == MapLayer::Pws || layer_ == MapLayer::Service;
  place(overlay_, beside);
  draw_path();
}

// Strands between the same two devices lie beside each other; `beside` keeps them off the straight line.
void MapScene::place(const std::vector<StrandItem*>& strands, bool beside) {
  std::map<std::pair<DeviceId, DeviceId>, std::vector<StrandItem*>> by_pair;
  for (StrandItem* strand : strands) {
    if (strand->kind() != StrandKind::Bundle || strand->isVisible())
      by_pair[pair_of(*strand)].push_back(strand);
  }
  for (const auto& [pair, group] : by_pair) {
    const QPointF a = nodes_[pair.first.index]->pos();
    const QPointF b = nodes_[pair.second.index]->pos();
    const double base = beside ? clear_bow(a, b) : bow_around(a, b);
    const double middle = static_cast<double>(group.size() - 1) / 2;
    for (std::size_t i = 0; i < group.size(); ++i) {
      const double bow = beside ? base + std::copysign(static_cast<double>(i) * kFan, base)
                                : base + (static_cast<double>(i) - middle) * kFan;
      const bool forward = group[i]->a() == pair.first;
      group[i]->set_ends(forward ? a : b, forward ? b : a, forward ? bow : -bow);
    }
  }
}

// The bow that keeps furthest from other devices and from the links of the told way.
double MapScene::clear_bow(QPointF a, QPointF b) const {
  if (nodes_.size() > kBowMost) return 26;
  double best = 26;
  double widest = -1;
  for (const double bow : {26.0, -26.0, 52.0, -52.0, 84.0, -84.0}) {
    const QPainterPath curve = bowed(a, b, bow);
    double room = 46;  // more is no better
    for (const double at : {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}) {
      const QPointF point = curve.pointAtPercent(at);
      for (const NodeItem* node : nodes_) {
        if (node->pos() != a && node->pos() != b) room = std::min(room, QLineF(point, node->pos()).length());
      }
      for (const PathLeg& leg : state_.legs) {
        if (leg.link == PathLeg::kNoLink) continue;
        for (const double part : {0.15, 0.3, 0.45, 0.6, 0.75, 0.9})
          room = std::min(room, 1.6 * QLineF(point, links_[leg.link]->at(part)).length());
      }
    }
    if (room > widest + 3) {
      widest = room;
      best = bow;
    }
  }
  return best;
}

// The sign of a failure stands where no other link crosses.
void MapScene::place_signs() {
  if (nodes_.size() > kBowMost) return;
  for (StrandItem* strand : links_) {
    double best = 0.5;
    double widest = -1;
    for (const double part : {0.5, 0.36, 0.64}) {
      double nearest = 1e9;
      for (const StrandItem* other : links_) {
        if (other == strand || !other->isVisible()) continue;
        for (const double at : {0.3, 0.4, 0.5, 0.6, 0.7})
          nearest = std::min(nearest, QLineF(strand->at(part), other->at(at)).length());
      }
      if (nearest > widest + 12) {
        widest = nearest;
        best = part;
      }
    }
    strand->set_sign_at(best);
  }
}

// How far a strand has to bow so that it does not cross a third device.
double MapScene::bow_around(QPointF a, QPointF b) const {
  if (nodes_.size() > kBowMost) return 0;
  const QPointF along = b - a;
  const double length = std::hypot(along.x(), along.y());
  if (length < 1) return 0;
  const QPointF unit = along / length;
  double bow = 0;
  for (const NodeItem* node : nodes_) {
    const QPointF to = node->pos() - a;
    const double forth = QPointF::dotProduct(to, unit);
    if (forth < kNodeSize * 0.6 || forth > length - kNodeSize * 0.6) continue;
    const double aside = to.x() * unit.y() - to.y() * unit.x();
    if (std::abs(aside) > kNodeSize * 0.72) continue;
    bow = std::copysign(kNodeSize * 1.5, aside <= 0 ? 1 : -1);
  }
  return bow;
}

QPainterPath MapScene::leg_curve(const PathLeg& leg) const {
  if (leg.link == PathLeg::kNoLink)
    return bowed(nodes_[leg.from.index]->pos(), nodes_[leg.to.index]->pos(), 30);
  const StrandItem* strand = links_[leg.link];
  return strand->a() == leg.from ? strand->curve() : strand->curve().toReversed();
}

void MapScene::draw_path() {
  if (path_ == nullptr) return;
  struct Taken {
    PathLeg leg;
    bool back = false;
  };
  std::map<std::tuple<std::size_t, DeviceId, DeviceId, bool>, Taken> taken;
  for (const PathLeg& leg : state_.legs) {
    if (!leg.from.valid() || !leg.to.valid() || leg.from == leg.to) continue;
    if (way_ && leg.way != *way_) continue;
    const auto back = taken.find({leg.link, leg.to, leg.from, leg.arrives});
    if (back != taken.end()) {
      back->second.back = true;
    } else {
      taken.try_emplace({leg.link, leg.from, leg.to, leg.arrives}, Taken{leg, false});
    }
  }
  std::vector<DrawnLeg> legs;
  // Lost ways first: where another one arrives over the same link, that is seen.
  for (const bool arrives : {false, true}) {
    for (const auto& [key, it] : taken) {
      if (it.leg.arrives == arrives) legs.push_back({leg_curve(it.leg), arrives, it.back});
    }
  }
  path_->set_pale(layer_ == MapLayer::Trunks || layer_ == MapLayer::Igp);
  path_->set_legs(std::move(legs));
}

void MapScene::mousePressEvent(QGraphicsSceneMouseEvent* event) {
  pressed_ = positions();
  QGraphicsScene::mousePressEvent(event);
}

void MapScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event) {
  QGraphicsScene::mouseMoveEvent(event);
  if ((event->buttons() & Qt::LeftButton) && mouseGrabberItem() != nullptr) {
    place_strands();
    emit redrawn();
  }
}

void MapScene::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
  QGraphicsScene::mouseReleaseEvent(event);
  const Positions now = positions();
  if (!pressed_.empty() && now != pressed_) emit moved(pressed_, now);
  pressed_.clear();
}

}  // namespace holdfast::gui

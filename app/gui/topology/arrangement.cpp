#include "app/gui/topology/arrangement.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRectF>
#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <fmt/format.h>
#include <map>
#include <string>

namespace holdfast::gui {
namespace {

using session::MapLink;
using session::NetworkMap;

constexpr std::size_t kUnfolded = 24;    // devices up to which a network unfolds
constexpr std::size_t kTiersSuit = 120;  // devices up to which columns are readable
constexpr double kUnitsPerInch = 100;
constexpr double kApart = 130;  // scene units between devices without links

int role_tier(const std::string& role) {
  static constexpr auto kOrder = std::to_array<std::string_view>({"CE", "UPE", "PE", "SPE", "P", "NPE"});
  return static_cast<int>(std::ranges::find(kOrder, role) - kOrder.begin());
}

std::vector<std::vector<std::uint32_t>> neighbours(const NetworkMap& map) {
  std::vector<std::vector<std::uint32_t>> result(map.nodes.size());
  for (const MapLink& link : map.links) {
    result[link.a.device.index].push_back(link.b.device.index);
    result[link.b.device.index].push_back(link.a.device.index);
  }
  return result;
}

// Where a piece of the network begins: the outermost device with the outermost neighbour.
std::uint32_t anchor(const NetworkMap& map, const std::vector<std::vector<std::uint32_t>>& near,
                     const std::vector<int>& tiers) {
  std::uint32_t best = 0;
  std::tuple<int, int, std::size_t> best_rank{1000, 1000, 1000};
  for (std::uint32_t i = 0; i < tiers.size(); ++i) {
    if (tiers[i] >= 0) continue;
    int next = 100;
    for (const std::uint32_t other : near[i]) next = std::min(next, role_tier(map.nodes[other].role));
    const std::tuple rank{role_tier(map.nodes[i].role), next, near[i].size()};
    if (rank < best_rank) {
      best_rank = rank;
      best = i;
    }
  }
  return best;
}

void spread(std::uint32_t from, const std::vector<std::vector<std::uint32_t>>& near,
            std::vector<int>& tiers) {
  std::deque<std::uint32_t> open{from};
  tiers[from] = 0;
  while (!open.empty()) {
    const std::uint32_t at = open.front();
    open.pop_front();
    for (const std::uint32_t next : near[at]) {
      if (tiers[next] >= 0) continue;
      tiers[next] = tiers[at] + 1;
      open.push_back(next);
    }
  }
}

std::vector<bool> linked(const NetworkMap& map) {
  std::vector<bool> result(map.nodes.size(), false);
  for (const MapLink& link : map.links) {
    if (link.a.device != link.b.device) result[link.a.device.index] = result[link.b.device.index] = true;
  }
  return result;
}

std::string tiers_text(const NetworkMap& map) {
  const std::vector<int> tiers = tiers_of(map);
  const std::vector<bool> drawn = linked(map);
  std::map<int, std::string> columns;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    if (drawn[i]) columns[tiers[i]] += fmt::format(" n{};", i);
  }
  std::string text =
      "graph g { rankdir=LR; nodesep=0.75; ranksep=1.35; splines=line; node [shape=box, fixedsize=true, "
      "width=0.5, height=0.7];\n";
  for (const auto& [tier, members] : columns) {
    text += fmt::format("{{ rank=same; t{} [style=invis, width=0.01, height=0.01];{} }}\n", tier, members);
  }
  for (auto it = columns.begin(); it != columns.end() && std::next(it) != columns.end(); ++it) {
    text += fmt::format("t{} -- t{} [style=invis, weight=0];\n", it->first, std::next(it)->first);
  }
  for (const MapLink& link : map.links) {
    std::uint32_t a = link.a.device.index;
    std::uint32_t b = link.b.device.index;
    if (tiers[b] < tiers[a]) std::swap(a, b);
    text += fmt::format("n{} -- n{};\n", a, b);
  }
  return text + "}\n";
}

std::string force_text(const NetworkMap& map) {
  std::string text =
      "graph g { overlap=prism; overlap_scaling=-4; sep=\"+14\"; K=1.1; start=7; node [shape=box, "
      "fixedsize=true, "
      "width=0.7, height=0.7];\n";
  const std::vector<bool> drawn = linked(map);
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    if (drawn[i]) text += fmt::format("n{};\n", i);
  }
  for (const MapLink& link : map.links) {
    if (link.a.device != link.b.device)
      text += fmt::format("n{} -- n{};\n", link.a.device.index, link.b.device.index);
  }
  return text + "}\n";
}

// Devices without links: in rows as wide as the rest, below it.
void stand_alone(const std::vector<bool>& drawn, Positions& positions) {
  const auto alone = static_cast<std::size_t>(std::ranges::count(drawn, false));
  if (alone == 0) return;
  QRectF rest;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i]) rest |= QRectF(positions[i] - QPointF(1, 1), QSizeF(2, 2));
  }
  const auto square = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(alone) * 1.6)));
  const auto across = std::max(square, static_cast<std::size_t>(rest.width() / kApart) + 1);
  const std::size_t columns = std::min(alone, across);
  const double left = rest.center().x() - static_cast<double>(columns - 1) / 2 * kApart;
  std::size_t placed = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i]) continue;
    const std::size_t row = placed / columns + 1;
    positions[i] = {left + static_cast<double>(placed % columns) * kApart,
                    rest.bottom() + static_cast<double>(row) * kApart};
    ++placed;
  }
}

void centre(Positions& positions) {
  if (positions.empty()) return;
  QPointF low = positions.front();
  QPointF high = low;
  for (const QPointF& it : positions) {
    low = {std::min(low.x(), it.x()), std::min(low.y(), it.y())};
    high = {std::max(high.x(), it.x()), std::max(high.y(), it.y())};
  }
  for (QPointF& it : positions) it -= (low + high) / 2;
}

}  // namespace

std::vector<int> tiers_of(const NetworkMap& map) {
  std::vector<int> tiers(map.nodes.size(), -1);
  if (map.nodes.size() <= kUnfolded) {
    const auto near = neighbours(map);
    while (std::ranges::find(tiers, -1) != tiers.end()) spread(anchor(map, near, tiers), near, tiers);
    return tiers;
  }
  for (std::size_t i = 0; i < tiers.size(); ++i) tiers[i] = role_tier(map.nodes[i].role);
  return tiers;
}

Arrangement suitable(const NetworkMap& map) {
  return map.nodes.size() <= kTiersSuit ? Arrangement::Tiers : Arrangement::Force;
}

Positions in_columns(const NetworkMap& map) {
  const std::vector<int> tiers = tiers_of(map);
  std::map<int, std::vector<std::size_t>> columns;
  for (std::size_t i = 0; i < tiers.size(); ++i) columns[tiers[i]].push_back(i);
  Positions result(map.nodes.size());
  double x = 0;
  for (const auto& [tier, members] : columns) {
    constexpr std::size_t kRows = 40;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t rows = std::min(members.size(), kRows);
      const double y = (static_cast<double>(i % kRows) - static_cast<double>(rows - 1) / 2) * 110;
      const std::size_t column = i / kRows;
      result[members[i]] = {x + static_cast<double>(column) * 90, y};
    }
    const std::size_t further_columns = members.size() / kRows;
    x += 180 + static_cast<double>(further_columns) * 90;
  }
  centre(result);
  return result;
}

QByteArray graph_text(const NetworkMap& map, Arrangement arrangement) {
  return QByteArray::fromStdString(arrangement == Arrangement::Tiers ? tiers_text(map) : force_text(map));
}

std::optional<Positions> parse_plain(const QByteArray& plain, std::size_t nodes, std::size_t drawn) {
  Positions positions(nodes);
  std::size_t found = 0;
  for (const QByteArray& line : plain.split('\n')) {
    const QList<QByteArray> words = line.split(' ');
    if (words.size() < 4 || words[0] != "node" || !words[1].startsWith('n')) continue;
    const qulonglong index = words[1].mid(1).toULongLong();
    if (index >= nodes) return std::nullopt;
    positions[index] = {words[2].toDouble() * kUnitsPerInch, -words[3].toDouble() * kUnitsPerInch};
    ++found;
  }
  if (found != drawn) return std::nullopt;
  return positions;
}

Arranged arrange(const NetworkMap& map, Arrangement arrangement, int seconds,
                 const std::atomic<bool>& cancel) {
  const auto by_hand = [&](const QString& problem) { return Arranged{in_columns(map), problem}; };
  QProcess graphviz;
  graphviz.start(arrangement == Arrangement::Tiers ? QStringLiteral("dot") : QStringLiteral("sfdp"),
                 {QStringLiteral("-Tplain")});
  if (!graphviz.waitForStarted())
    return by_hand(QStringLiteral("Graphviz (dot) is not installed: devices stand in columns by role"));
  graphviz.write(graph_text(map, arrangement));
  graphviz.closeWriteChannel();
  QElapsedTimer clock;
  clock.start();
  while (!graphviz.waitForFinished(50)) {
    if (graphviz.state() == QProcess::NotRunning) break;
    if (!cancel.load() && clock.elapsed() < seconds * 1000LL) continue;
    graphviz.kill();
    graphviz.waitForFinished(1000);
    return by_hand(QStringLiteral("the layout took too long: devices stand in columns by role"));
  }
  const std::vector<bool> drawn = linked(map);
  const auto count = static_cast<std::size_t>(std::ranges::count(drawn, true));
  if (auto positions = parse_plain(graphviz.readAllStandardOutput(), map.nodes.size(), count)) {
    stand_alone(drawn, *positions);
    centre(*positions);
    return {std::move(*positions), {}};
  }
  return by_hand(QStringLiteral("Graphviz gave no layout: devices stand in columns by role"));
}

}  // namespace holdfast::gui

#pragma once

// Where devices stand on the map, found by Graphviz.

#include <QByteArray>
#include <QPointF>
#include <QString>
#include <atomic>
#include <optional>
#include <vector>

#include "app/session/study.h"

namespace holdfast::gui {

enum class Arrangement { Tiers, Force };

// By DeviceId, in the scene's units (a device's symbol is kNodeSize wide).
using Positions = std::vector<QPointF>;

inline constexpr double kNodeSize = 44;

// Tiers are columns. Small networks unfold from one customer edge to the other; large ones stand by role: CE,
// UPE, PE, SPE, P, NPE.
std::vector<int> tiers_of(const session::NetworkMap& map);

// What suits a network of that size.
Arrangement suitable(const session::NetworkMap& map);

// Graphviz text of the devices that have links; nodes are called n0, n1, … by DeviceId.
QByteArray graph_text(const session::NetworkMap& map, Arrangement arrangement);

// From `-Tplain`, which names `drawn` of the nodes; nothing where one is missing.
std::optional<Positions> parse_plain(const QByteArray& plain, std::size_t nodes, std::size_t drawn);

// Columns by tier, without any regard for links: at once.
Positions in_columns(const session::NetworkMap& map);

// Runs Graphviz, at most `seconds`; blocks. Devices without links stand in rows below the others. Without it,
// or when it takes longer, devices stand in rows by tier, and `problem` says why.
struct Arranged {
  Positions positions;
  QString problem;
};
Arranged arrange(const session::NetworkMap& map, Arrangement arrangement, int seconds,
                 const std::atomic<bool>& cancel);

}  // namespace holdfast::gui

#pragma once

// The layout by hand: where the user has dragged devices to, by host name, in a side file beside the
// configurations. Hidden, so that no reader takes it for a configuration.

#include <QHash>
#include <QPointF>
#include <QString>
#include <optional>

#include "app/gui/topology/arrangement.h"

namespace holdfast::gui {

using NamedPositions = QHash<QString, QPointF>;

inline constexpr const char* kPositionFile = ".holdfast-positions.json";

struct HandLayout {
  std::optional<Arrangement> base;  // where devices stand that were not dragged; none: as suits the network
  NamedPositions dragged;

  bool empty() const { return dragged.isEmpty(); }
};

// Empty when there is none, or when it cannot be read.
HandLayout read_positions(const QString& folder);

// False: it could not be written. Without positions the file goes away.
bool write_positions(const QString& folder, const HandLayout& layout);

}  // namespace holdfast::gui

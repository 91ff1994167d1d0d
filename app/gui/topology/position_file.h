#pragma once

// Where the user has dragged devices to: a side file beside the configurations, by host name. Hidden, so that
// no reader takes it for a configuration.

#include <QHash>
#include <QPointF>
#include <QString>

namespace holdfast::gui {

using NamedPositions = QHash<QString, QPointF>;

inline constexpr const char* kPositionFile = ".holdfast-positions.json";

// Empty when there is none, or when it cannot be read.
NamedPositions read_positions(const QString& folder);

// False: it could not be written. Without positions the file goes away.
bool write_positions(const QString& folder, const NamedPositions& positions);

}  // namespace holdfast::gui

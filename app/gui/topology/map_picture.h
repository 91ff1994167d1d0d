#pragma once

// The map as a file: PNG, SVG or PDF, by the name's ending.

#include <QString>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

class MapScene;

// What went wrong; empty: it is written.
QString write_picture(const MapScene& scene, const Theme& theme, const QFont& font, const QString& path);

}  // namespace holdfast::gui

#pragma once

// The small signs that tell a state by shape as well as by colour: in lists, on the map, in its legend.

#include <QPainter>

#include "app/gui/models/roles.h"
#include "app/gui/style/theme.h"

namespace holdfast::gui {

// Centred in the square `place`.
void draw_badge(QPainter& painter, const QRectF& place, Badge badge, const Theme& theme);

QColor badge_color(Badge badge, const Theme& theme);

}  // namespace holdfast::gui

#pragma once

// The ground of what floats over the window: a rounded card.

#include <QPainter>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

void draw_card(QPainter& painter, const QRect& place, const Theme& theme);

}  // namespace holdfast::gui

#pragma once

// Names on the map, drawn over it at one size whatever the zoom. Each is put where it covers neither a device
// nor another name; what finds no room is left out, the least important first.

#include <QPainter>
#include <QTransform>
#include <vector>

#include "app/gui/topology/map_scene.h"

namespace holdfast::gui {

struct PlacedLabel {
  QString text;
  QRectF place;
};

// `to_device` maps the scene onto the painter's units; only what lies in `visible` is named. Returns what was
// put where.
std::vector<PlacedLabel> draw_labels(QPainter& painter, const MapScene& scene, const QTransform& to_device,
                                     const QRectF& visible, const Theme& theme);

}  // namespace holdfast::gui

#pragma once

// Data roles that all models of the desktop share.

#include <QtCore/qnamespace.h>

namespace holdfast::gui {

enum ItemRole : int {
  SortRole = Qt::UserRole + 1,
  BadgeRole,   // Badge: what stands for the item's state
  DetailRole,  // QString: said after the text, fainter
  MatchRole,   // QString: all that a filter looks at
};

enum class Badge : int {
  None,
  Error,
  Warning,
  Info,
  Good,
  Unknown,
  Lost,     // no way left
  DeadEnd,  // lost although there is a way
  DualActive,
  Flapping,
  Moved,
  Failed,
  Changed,  // by what is previewed
};

}  // namespace holdfast::gui

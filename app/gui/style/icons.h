#pragma once

// The program's icons, drawn as lines on a grid of 16, in the colour of the text around them.

#include <QIcon>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

enum class Glyph {
  Open,
  Undo,
  Redo,
  Fit,
  ZoomIn,
  ZoomOut,
  Search,
  Moon,
  Split,
  Play,
  Stop,
  Tree,
  Panel,
  Bottom,
  Export,
  Reload,
  Fail,
  Restore,
  Columns,
  Help,
  Mend,
  Link,
};

QIcon icon(Glyph glyph, const Look& look);

}  // namespace holdfast::gui

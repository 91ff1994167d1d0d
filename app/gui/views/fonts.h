#pragma once

#include <QFont>

namespace holdfast::gui {

// The first installed of a few typefaces that read well on screens; else the desktop's own.
QFont text_font();
QFont code_font();

}  // namespace holdfast::gui

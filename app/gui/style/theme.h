#pragma once

// Colours of the desktop. States use the palette of Okabe and Ito, which colour-blind eyes tell apart; every
// state has a shape of its own as well.

#include <QColor>
#include <QObject>
#include <QPalette>
#include <QString>

namespace holdfast::gui {

struct Theme {
  bool dark = false;
  // Surfaces, from the back to the front, and lines between them.
  QColor canvas, panel, raised, border;
  QColor text, text_soft, text_faint;
  QColor accent, on_accent, hover, selection;
  // Severities.
  QColor error, warning, info, good;
  // States on the map.
  QColor active, standby, failed, down, dead_end, dual_active, unknown, link;
  // Roles of devices: fill of the symbol; its outline is `outline`.
  QColor ce, upe, pe, spe, npe, core, outline;
  // Configuration text.
  QColor keyword, name, number, address, comment, mark, mark_line;

  static const Theme& light();
  static const Theme& dark_theme();

  QPalette palette() const;
  QString style_sheet() const;
  QColor role_fill(const QString& role) const;
};

// The theme in force; views redraw when it changes.
class Look : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  const Theme& theme() const { return *theme_; }
  bool is_dark() const { return theme_->dark; }
  void set_dark(bool dark);

 signals:
  void changed();

 private:
  const Theme* theme_ = &Theme::light();
};

// `over` mixed onto `under`: 0 is all under, 1 all over.
QColor mixed(const QColor& under, const QColor& over, double part);

}  // namespace holdfast::gui

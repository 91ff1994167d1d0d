#include "app/gui/style/theme.h"

namespace holdfast::gui {
namespace {

Theme make_light() {
  Theme t;
  t.canvas = QColor("#f7f8fa");
  t.panel = QColor("#ffffff");
  t.raised = QColor("#ffffff");
  t.border = QColor("#e3e6ea");
  t.text = QColor("#1c2127");
  t.text_soft = QColor("#57606a");
  t.text_faint = QColor("#8a939d");
  t.accent = QColor("#2f6fb0");
  t.on_accent = QColor("#ffffff");
  t.hover = QColor("#f0f2f5");
  t.selection = QColor("#e1ecf7");
  t.error = QColor("#c2410c");
  t.warning = QColor("#b7791f");
  t.info = QColor("#2f6fb0");
  t.good = QColor("#00805d");
  t.active = QColor("#0072b2");
  t.standby = QColor("#56a0cc");
  t.failed = QColor("#d55e00");
  t.down = QColor("#a3abb5");
  t.dead_end = QColor("#d55e00");
  t.dual_active = QColor("#b0508c");
  t.unknown = QColor("#c98a00");
  t.link = QColor("#b3bbc5");
  t.ce = QColor("#ffffff");
  t.upe = QColor("#e4f0f8");
  t.pe = QColor("#e3ecf8");
  t.spe = QColor("#e1f3ec");
  t.npe = QColor("#f7eaf2");
  t.core = QColor("#f5f0e2");
  t.outline = QColor("#5b6773");
  t.keyword = QColor("#1f4e87");
  t.name = QColor("#1c2127");
  t.number = QColor("#8a4b08");
  t.address = QColor("#00705a");
  t.comment = QColor("#9aa3ad");
  t.mark = QColor("#d55e00");
  t.mark_line = QColor("#fdf1e6");
  return t;
}

Theme make_dark() {
  Theme t;
  t.dark = true;
  t.canvas = QColor("#101216");
  t.panel = QColor("#16191e");
  t.raised = QColor("#1d2127");
  t.border = QColor("#272c34");
  t.text = QColor("#e4e7eb");
  t.text_soft = QColor("#a3acb7");
  t.text_faint = QColor("#717b87");
  t.accent = QColor("#6aaee6");
  t.on_accent = QColor("#0f1216");
  t.hover = QColor("#20252c");
  t.selection = QColor("#20364a");
  t.error = QColor("#f0803c");
  t.warning = QColor("#e6b450");
  t.info = QColor("#6aaee6");
  t.good = QColor("#35c296");
  t.active = QColor("#4aa8e8");
  t.standby = QColor("#4d83a8");
  t.failed = QColor("#f0803c");
  t.down = QColor("#59626d");
  t.dead_end = QColor("#f0803c");
  t.dual_active = QColor("#e08cbc");
  t.unknown = QColor("#e6b450");
  t.link = QColor("#4c5560");
  t.ce = QColor("#20252c");
  t.upe = QColor("#182c3b");
  t.pe = QColor("#1b2a40");
  t.spe = QColor("#17322a");
  t.npe = QColor("#34222e");
  t.core = QColor("#322c1b");
  t.outline = QColor("#97a3b0");
  t.keyword = QColor("#83b8e8");
  t.name = QColor("#e4e7eb");
  t.number = QColor("#e0b080");
  t.address = QColor("#62cfa9");
  t.comment = QColor("#67717d");
  t.mark = QColor("#f0803c");
  t.mark_line = QColor("#33261b");
  return t;
}

}  // namespace

const Theme& Theme::light() {
  static const Theme theme = make_light();
  return theme;
}

const Theme& Theme::dark_theme() {
  static const Theme theme = make_dark();
  return theme;
}

QPalette Theme::palette() const {
  QPalette result;
  result.setColor(QPalette::Window, panel);
  result.setColor(QPalette::WindowText, text);
  result.setColor(QPalette::Base, panel);
  result.setColor(QPalette::AlternateBase, hover);
  result.setColor(QPalette::Text, text);
  result.setColor(QPalette::PlaceholderText, text_faint);
  result.setColor(QPalette::Button, raised);
  result.setColor(QPalette::ButtonText, text);
  result.setColor(QPalette::Highlight, selection);
  result.setColor(QPalette::HighlightedText, text);
  result.setColor(QPalette::ToolTipBase, raised);
  result.setColor(QPalette::ToolTipText, text);
  result.setColor(QPalette::Link, accent);
  result.setColor(QPalette::Mid, border);
  result.setColor(QPalette::Dark, border);
  result.setColor(QPalette::Light, raised);
  result.setColor(QPalette::Disabled, QPalette::Text, text_faint);
  result.setColor(QPalette::Disabled, QPalette::ButtonText, text_faint);
  result.setColor(QPalette::Disabled, QPalette::WindowText, text_faint);
  return result;
}

QColor Theme::role_fill(const QString& role) const {
  if (role == u"CE") return ce;
  if (role == u"UPE") return upe;
  if (role == u"PE") return pe;
  if (role == u"SPE") return spe;
  if (role == u"NPE") return npe;
  return core;
}

void Look::set_dark(bool dark) {
  const Theme* wanted = dark ? &Theme::dark_theme() : &Theme::light();
  if (wanted == theme_) return;
  theme_ = wanted;
  emit changed();
}

QColor mixed(const QColor& under, const QColor& over, double part) {
  const auto mix = [part](int a, int b) { return static_cast<int>(a + (b - a) * part + 0.5); };
  return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

}  // namespace holdfast::gui

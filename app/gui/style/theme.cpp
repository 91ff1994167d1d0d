#include "app/gui/style/theme.h"

#include <cmath>

namespace holdfast::gui {
namespace {

struct Shade {
  QColor Theme::*of;
  const char* light;
  const char* dark;
};

constexpr Shade kShades[] = {
    {&Theme::canvas, "#f7f8fa", "#101216"},      {&Theme::panel, "#ffffff", "#16191e"},
    {&Theme::raised, "#ffffff", "#1d2127"},      {&Theme::border, "#e3e6ea", "#272c34"},
    {&Theme::text, "#1c2127", "#e4e7eb"},        {&Theme::text_soft, "#57606a", "#a3acb7"},
    {&Theme::text_faint, "#6b7580", "#8a95a1"},  {&Theme::accent, "#2f6fb0", "#6aaee6"},
    {&Theme::on_accent, "#ffffff", "#0f1216"},   {&Theme::hover, "#f0f2f5", "#20252c"},
    {&Theme::selection, "#e1ecf7", "#20364a"},   {&Theme::error, "#c2410c", "#f0803c"},
    {&Theme::warning, "#b7791f", "#e6b450"},     {&Theme::info, "#2f6fb0", "#6aaee6"},
    {&Theme::good, "#00805d", "#35c296"},        {&Theme::active, "#0072b2", "#4aa8e8"},
    {&Theme::standby, "#56a0cc", "#4d83a8"},     {&Theme::failed, "#d55e00", "#f0803c"},
    {&Theme::down, "#a3abb5", "#59626d"},        {&Theme::dead_end, "#d55e00", "#f0803c"},
    {&Theme::dual_active, "#b0508c", "#e08cbc"}, {&Theme::unknown, "#c98a00", "#e6b450"},
    {&Theme::link, "#b3bbc5", "#4c5560"},        {&Theme::ce, "#ffffff", "#20252c"},
    {&Theme::upe, "#e4f0f8", "#182c3b"},         {&Theme::pe, "#e3ecf8", "#1b2a40"},
    {&Theme::spe, "#e1f3ec", "#17322a"},         {&Theme::npe, "#f7eaf2", "#34222e"},
    {&Theme::core, "#f5f0e2", "#322c1b"},        {&Theme::outline, "#5b6773", "#97a3b0"},
    {&Theme::keyword, "#1f4e87", "#83b8e8"},     {&Theme::name, "#1c2127", "#e4e7eb"},
    {&Theme::number, "#8a4b08", "#e0b080"},      {&Theme::address, "#00705a", "#62cfa9"},
    {&Theme::comment, "#737d88", "#7d8894"},     {&Theme::mark, "#d55e00", "#f0803c"},
    {&Theme::mark_line, "#fdf1e6", "#33261b"},
};

Theme made(bool dark) {
  Theme theme;
  theme.dark = dark;
  for (const Shade& shade : kShades) theme.*shade.of = QColor(QLatin1String(dark ? shade.dark : shade.light));
  return theme;
}

}  // namespace

const Theme& Theme::light() {
  static const Theme theme = made(false);
  return theme;
}

const Theme& Theme::dark_theme() {
  static const Theme theme = made(true);
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
  const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
  return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

}  // namespace holdfast::gui

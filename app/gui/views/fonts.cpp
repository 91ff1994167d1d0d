#include "app/gui/views/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace holdfast::gui {
namespace {

QString installed(const QStringList& wanted) {
  const QStringList families = QFontDatabase::families();
  for (const QString& family : wanted) {
    if (families.contains(family)) return family;
  }
  return {};
}

}  // namespace

QFont text_font() {
  QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
  const QString family =
      installed({QStringLiteral("Inter"), QStringLiteral("Cantarell"), QStringLiteral("Noto Sans"),
                 QStringLiteral("Segoe UI"), QStringLiteral("DejaVu Sans")});
  if (!family.isEmpty()) font.setFamily(family);
  font.setPixelSize(13);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

QFont code_font() {
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  const QString family = installed({QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono"),
                                    QStringLiteral("DejaVu Sans Mono")});
  if (!family.isEmpty()) font.setFamily(family);
  font.setPixelSize(12);
  font.setHintingPreference(QFont::PreferNoHinting);
  font.setStyleHint(QFont::Monospace);
  // Ligatures would hide what a line really says.
  font.setStyleStrategy(QFont::PreferAntialias);
  return font;
}

}  // namespace holdfast::gui

#include "app/gui/views/window_state.h"

#include <QAction>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace holdfast::gui {
namespace {

QSettings settings() {
  return {QSettings::IniFormat, QSettings::UserScope, QStringLiteral("holdfast"), QStringLiteral("desktop")};
}

QString splitter_key(qsizetype number) {
  return QStringLiteral("window/splitter%1").arg(number);
}

QString part_key(qsizetype number) {
  return QStringLiteral("window/part%1").arg(number);
}

}  // namespace

void WindowState::keep(const QMainWindow& window, const QList<QSplitter*>& splitters,
                       const QList<QAction*>& parts, bool dark) const {
  QSettings store = settings();
  store.setValue(QStringLiteral("window/geometry"), window.saveGeometry());
  for (qsizetype i = 0; i < splitters.size(); ++i) store.setValue(splitter_key(i), splitters[i]->saveState());
  for (qsizetype i = 0; i < parts.size(); ++i) store.setValue(part_key(i), parts[i]->isChecked());
  store.setValue(QStringLiteral("look/dark"), dark);
}

bool WindowState::restore(QMainWindow& window, const QList<QSplitter*>& splitters,
                          const QList<QAction*>& parts) const {
  const QSettings store = settings();
  const QByteArray geometry = store.value(QStringLiteral("window/geometry")).toByteArray();
  if (geometry.isEmpty()) return false;
  window.restoreGeometry(geometry);
  for (qsizetype i = 0; i < splitters.size(); ++i)
    splitters[i]->restoreState(store.value(splitter_key(i)).toByteArray());
  for (qsizetype i = 0; i < parts.size(); ++i) parts[i]->setChecked(store.value(part_key(i), true).toBool());
  return true;
}

bool WindowState::dark() const {
  return settings().value(QStringLiteral("look/dark")).toBool();
}

QStringList WindowState::recent() const {
  return settings().value(QStringLiteral("recent")).toStringList();
}

void WindowState::add_recent(const QString& folder) const {
  QStringList folders = recent();
  folders.removeAll(folder);
  folders.prepend(folder);
  QSettings store = settings();
  store.setValue(QStringLiteral("recent"), folders.mid(0, kMostRecent));
}

}  // namespace holdfast::gui

#pragma once

// What the window remembers from one start to the next.

#include <QStringList>

class QMainWindow;
class QSplitter;

namespace holdfast::gui {

class WindowState {
 public:
  static constexpr int kMostRecent = 10;

  void keep(const QMainWindow& window, const QList<QSplitter*>& splitters, bool dark) const;
  // False: nothing was kept.
  bool restore(QMainWindow& window, const QList<QSplitter*>& splitters) const;
  bool dark() const;

  QStringList recent() const;  // folders, the last one first
  void add_recent(const QString& folder) const;
};

}  // namespace holdfast::gui

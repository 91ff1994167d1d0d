#pragma once

// What the window remembers from one start to the next.

#include <QStringList>

class QAction;
class QMainWindow;
class QSplitter;

namespace holdfast::gui {

class WindowState {
 public:
  static constexpr int kMostRecent = 10;

  // `parts`: checkable, whether each part of the window is shown.
  void keep(const QMainWindow& window, const QList<QSplitter*>& splitters, const QList<QAction*>& parts,
            bool dark) const;
  // False: nothing was kept.
  bool restore(QMainWindow& window, const QList<QSplitter*>& splitters, const QList<QAction*>& parts) const;
  bool dark() const;

  QStringList recent() const;  // folders, the last one first
  void add_recent(const QString& folder) const;
};

}  // namespace holdfast::gui

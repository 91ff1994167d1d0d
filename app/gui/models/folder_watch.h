#pragma once

// Tells when the files of the opened network change: once, after they have come to rest.

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "app/session/study.h"

namespace holdfast::gui {

class FolderWatch : public QObject {
  Q_OBJECT

 public:
  static constexpr int kRest = 400;        // ms without a change
  static constexpr int kMostFiles = 4000;  // of more only the folders are watched

  explicit FolderWatch(QObject* parent = nullptr);

  void watch(const QStringList& paths, const session::Study& study);

 signals:
  void changed();

 private:
  QFileSystemWatcher watcher_;
  QTimer rest_;
};

}  // namespace holdfast::gui

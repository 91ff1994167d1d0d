#include "app/gui/models/folder_watch.h"

#include <QFileInfo>
#include <QSet>

#include "app/gui/models/text.h"

namespace holdfast::gui {

FolderWatch::FolderWatch(QObject* parent) : QObject(parent) {
  rest_.setSingleShot(true);
  rest_.setInterval(kRest);
  connect(&rest_, &QTimer::timeout, this, &FolderWatch::changed);
  connect(&watcher_, &QFileSystemWatcher::fileChanged, &rest_, qOverload<>(&QTimer::start));
  // A side file that this program writes is hidden and changes the folder: that alone is nothing to read
  // again.
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this](const QString& folder) {
    if (QFileInfo(folder + QStringLiteral("/.holdfast-positions.json"))
            .lastModified()
            .msecsTo(QDateTime::currentDateTime()) < 2000)
      return;
    rest_.start();
  });
}

void FolderWatch::watch(const QStringList& paths, const session::Study& study) {
  if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
  if (!watcher_.directories().isEmpty()) watcher_.removePaths(watcher_.directories());
  QSet<QString> all(paths.begin(), paths.end());
  const SourceSet& sources = study.network().sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const QFileInfo file(shown(sources.path(static_cast<FileId>(i))));
    if (sources.size() <= kMostFiles) all.insert(file.filePath());
    all.insert(file.path());
  }
  for (const QString& path : paths) {
    const QFileInfo settings(path + QStringLiteral("/holdfast.yaml"));
    if (settings.exists()) all.insert(settings.filePath());
  }
  watcher_.addPaths(QStringList(all.begin(), all.end()));
}

}  // namespace holdfast::gui

#pragma once

// The opened network: reads, pairs and checks it on a worker, and tells when each is there.

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <memory>

#include "app/gui/models/lane.h"
#include "app/gui/models/messages.h"
#include "app/session/check.h"
#include "app/session/study.h"

namespace holdfast::gui {

using StudyPtr = std::shared_ptr<const session::Study>;
using FindingsPtr = std::shared_ptr<const session::CheckResult>;

class Workspace : public QObject {
  Q_OBJECT

 public:
  explicit Workspace(QObject* parent = nullptr);

  void open(const QStringList& paths);
  void reload();

  const QStringList& paths() const { return paths_; }
  // The folder of the first path; positions of devices are kept there.
  QString folder() const;
  const StudyPtr& study() const { return study_; }           // null: nothing is open
  const FindingsPtr& findings() const { return findings_; }  // null: not checked yet
  Messages& messages() { return messages_; }

 signals:
  void opening();
  void progressed(const QString& stage, int done, int total);
  void opened(bool again);  // `again`: the same paths, read once more
  void checked();
  void finished();

 private:
  void start(bool again);
  void take(const StudyPtr& study, bool again);
  session::Progress progress();

  QStringList paths_;
  StudyPtr study_;
  FindingsPtr findings_;
  Messages messages_;
  Lane lane_;
};

// Progress as a signal: at most twenty times a second. `tell` runs on the thread of `context`.
session::Progress throttled(QObject* context, std::function<void(const QString&, int, int)> tell);

}  // namespace holdfast::gui

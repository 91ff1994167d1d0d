#include "app/gui/models/workspace.h"

#include <QFileInfo>
#include <chrono>
#include <thread>
#include <utility>

#include "app/gui/models/text.h"
#include "app/session/load.h"

namespace holdfast::gui {
namespace {

StudyPtr read(const QStringList& paths, const session::Progress& progress, const std::atomic<bool>& cancel) {
  session::LoadOptions options;
  for (const QString& path : paths) options.paths.push_back(path.toStdString());
  options.jobs = std::thread::hardware_concurrency();
  options.progress = progress;
  options.cancel = &cancel;
  const auto snapshot = session::load(options);
  return std::make_shared<const session::Study>(snapshot);
}

FindingsPtr judge(const StudyPtr& study, const session::Progress& progress, const std::atomic<bool>& cancel) {
  session::CheckOptions options;
  options.jobs = std::thread::hardware_concurrency();
  options.progress = progress;
  options.cancel = &cancel;
  return std::make_shared<const session::CheckResult>(session::check(study->snapshot(), options));
}

}  // namespace

session::Progress throttled(QObject* context, std::function<void(const QString&, int, int)> tell) {
  using Clock = std::chrono::steady_clock;
  const auto last = std::make_shared<std::atomic<Clock::rep>>(0);
  return [context, tell = std::move(tell), last](const char* stage, std::size_t done, std::size_t total) {
    const Clock::rep now = Clock::now().time_since_epoch().count();
    Clock::rep before = last->load();
    const auto pause = std::chrono::duration_cast<Clock::duration>(std::chrono::milliseconds(50)).count();
    if (done != total && now - before < pause) return;
    if (!last->compare_exchange_strong(before, now)) return;
    QMetaObject::invokeMethod(
        context,
        [tell, text = QString::fromLatin1(stage), d = static_cast<int>(done), t = static_cast<int>(total)] {
          tell(text, d, t);
        },
        Qt::QueuedConnection);
  };
}

Workspace::Workspace(QObject* parent) : QObject(parent) {
  connect(&lane_, &Lane::failed, this, [this](const QString& what) {
    messages_.add({Message::Kind::Error, {}, QStringLiteral("internal error: ") + what});
    emit finished();
  });
}

void Workspace::open(const QStringList& paths) {
  paths_ = paths;
  start(false);
}

void Workspace::reload() {
  if (!paths_.isEmpty()) start(true);
}

QString Workspace::folder() const {
  if (paths_.isEmpty()) return {};
  const QFileInfo first(paths_.front());
  return first.isDir() ? first.absoluteFilePath() : first.absolutePath();
}

session::Progress Workspace::progress() {
  return throttled(
      this, [this](const QString& stage, int done, int total) { emit progressed(stage, done, total); });
}

void Workspace::start(bool again) {
  emit opening();
  lane_.replace([paths = paths_,
                 told = progress()](const std::atomic<bool>& cancel) { return read(paths, told, cancel); },
                [this, again](const StudyPtr& study) { take(study, again); });
}

void Workspace::take(const StudyPtr& study, bool again) {
  // Large networks take a while to go: the worker lets go of the old one last.
  const auto old =
      std::make_shared<std::pair<StudyPtr, FindingsPtr>>(std::exchange(study_, study), std::move(findings_));
  findings_.reset();
  messages_.clear();
  for (const session::InputProblem& problem : study_->snapshot()->problems) {
    const auto kind =
        problem.kind == session::InputProblem::Kind::Error ? Message::Kind::Error : Message::Kind::Note;
    QString place = shown(problem.path);
    if (problem.line > 0) place += u':' + QString::number(problem.line);
    messages_.add({kind, place, shown(problem.message)});
  }
  if (study_->network().devices.empty())
    messages_.add({Message::Kind::Error, paths_.join(u' '), tr("no configuration was found here")});
  for (const std::string& ambiguity : study_->map().ambiguities)
    messages_.add({Message::Kind::Note, {}, tr("unclear link: ") + shown(ambiguity)});
  emit opened(again);
  lane_.run(
      [study, old, told = progress()](const std::atomic<bool>& cancel) { return judge(study, told, cancel); },
      [this](const FindingsPtr& findings) {
        findings_ = findings;
        for (const std::string& fault : findings_->faults)
          messages_.add({Message::Kind::Error, {}, tr("internal error: ") + shown(fault)});
        emit checked();
        emit finished();
      });
}

}  // namespace holdfast::gui

#pragma once

// Mending findings on a worker, with progress; and the result as rows.

#include <QObject>
#include <memory>
#include <optional>

#include "app/gui/models/lane.h"
#include "app/gui/models/rows_model.h"
#include "app/gui/models/workspace.h"
#include "app/session/repair.h"

namespace holdfast::gui {

using RepairPtr = std::shared_ptr<const session::Repair>;

class RepairRun : public QObject {
  Q_OBJECT

 public:
  explicit RepairRun(QObject* parent = nullptr);

  void set_study(const StudyPtr& study);
  // Of these fingerprints; of none: every error and warning. With k, losses under so many failures at once
  // are mended, too, and the proof asks about them.
  void start(std::vector<std::string> findings, std::optional<std::size_t> k = {});
  void cancel();
  // Forgets the result.
  void drop();
  bool is_running() const { return running_; }
  const StudyPtr& study() const { return study_; }
  const RepairPtr& result() const { return result_; }  // null: none yet

 signals:
  void started();
  void progressed(int done, int total);
  void finished();  // the result has changed, or there will be none
  void problem(const QString& what);

 private:
  void take(const RepairPtr& result);

  StudyPtr study_;
  RepairPtr result_;
  bool running_ = false;
  Lane lane_;
};

// Devices, and below each its commands in the order in which they are typed. Keys are those of devices.
std::vector<Row> repair_rows(const session::Repair& repair);

// Findings that stay, those that go, and those that nobody asked to mend; below each why it stays, or what
// mends it.
std::vector<Row> proof_rows(const session::Repair& repair);

}  // namespace holdfast::gui

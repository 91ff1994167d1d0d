#pragma once

// The search over every set of at most k failures, on a worker, with progress; and its result as rows.

#include <QObject>
#include <memory>

#include "app/gui/models/lane.h"
#include "app/gui/models/rows_model.h"
#include "app/gui/models/workspace.h"
#include "app/session/failures.h"

namespace holdfast::gui {

using FailuresPtr = std::shared_ptr<const session::FailuresResult>;

class FailureSearch : public QObject {
  Q_OBJECT

 public:
  explicit FailureSearch(QObject* parent = nullptr);

  void set_study(const StudyPtr& study);
  void start(std::size_t k);
  void cancel();
  bool is_running() const { return running_; }
  const FailuresPtr& result() const { return result_; }  // null: none yet

 signals:
  void started();
  void progressed(int done, int total);
  void finished();
  void problem(const QString& what);

 private:
  StudyPtr study_;
  FailuresPtr result_;
  bool running_ = false;
  Lane lane_;
};

// Columns: what fails, service, what becomes of it, rules. One row for each story; the key is its position in
// all counterexamples, service by service. Losses that leave no way are left out: the ranking counts them.
std::vector<Row> counterexample_rows(const session::FailuresResult& result);
// The elements of the counterexample with that key.
const session::Counterexample* counterexample(const session::FailuresResult& result, std::size_t key,
                                              std::size_t* service = nullptr);

// Columns: element, services lost avoidably, services lost because no way is left. By single failures; the
// key is the element.
std::vector<Row> weakest_rows(const session::FailuresResult& result);

}  // namespace holdfast::gui

#pragma once

// Links that the user has drawn to see what they would be worth: judged on a worker, one after the other, and
// kept beside each other until they are dropped.

#include <QObject>
#include <memory>
#include <vector>

#include "app/gui/models/lane.h"
#include "app/gui/models/rows_model.h"
#include "app/gui/models/workspace.h"
#include "app/session/judged_link.h"

namespace holdfast::gui {

struct CandidateEntry {
  DeviceId a;
  DeviceId b;
  std::size_t k = 0;                                  // failures at once, at most
  std::shared_ptr<const session::JudgedLink> judged;  // null: not yet
};

class Candidates : public QObject {
  Q_OBJECT

 public:
  explicit Candidates(QObject* parent = nullptr);

  void set_study(const StudyPtr& study);
  // One that is there already is only shown.
  void add(DeviceId a, DeviceId b, std::size_t k);
  void drop(std::size_t position);
  void drop_all();
  void show(std::size_t position);

  const StudyPtr& study() const { return study_; }
  const std::vector<CandidateEntry>& all() const { return all_; }
  std::size_t current() const { return current_; }  // position; all().size(): none
  const CandidateEntry* shown() const { return current_ < all_.size() ? &all_[current_] : nullptr; }
  bool is_judging() const { return judging_; }

 signals:
  void changed();
  void progressed(int done, int total);
  void problem(const QString& what);

 private:
  void judge_next();
  void take(const std::shared_ptr<const session::JudgedLink>& judged);

  StudyPtr study_;
  std::vector<CandidateEntry> all_;
  std::size_t current_ = 0;
  bool judging_ = false;
  std::size_t asked_ = 0;                                  // the position that is being judged
  std::shared_ptr<const session::FailuresResult> before_;  // of the last k
  Lane lane_;
};

// Columns: link, survive more, survive less, smallest failure that shows it. Below a link the services that
// it changes, then what it needs and leaves open. Keys are positions.
std::vector<Row> candidate_rows(const Candidates& candidates);

}  // namespace holdfast::gui

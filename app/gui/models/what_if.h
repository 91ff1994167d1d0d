#pragma once

// The failures that the user has chosen, and what they do. Answers come from a worker whose engines stay
// warm; of several questions asked in a row only the last is answered. What becomes of services is told
// first, which of them go another way follows.

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

#include "app/gui/models/history.h"
#include "app/gui/models/lane.h"
#include "app/gui/models/workspace.h"
#include "app/session/live.h"

namespace holdfast::gui {

class WhatIf : public QObject {
  Q_OBJECT

 public:
  explicit WhatIf(History& history, QObject* parent = nullptr);
  ~WhatIf() override;

  // Failures of the same names are kept where the network is the same, read again.
  void set_study(const StudyPtr& study, bool again);

  const StudyPtr& study() const { return study_; }
  const FailureSet& failed() const { return failed_; }
  bool is_failed(ElementId id) const;

  void fail(const std::vector<ElementId>& elements);
  void restore(const std::vector<ElementId>& elements);
  void restore_all();
  void set_failed(const FailureSet& failed, const QString& text);

  // Which service is told; nothing: the one that fares worst.
  void follow(std::optional<std::size_t> service);

  const session::Impact& impact() const { return impact_; }
  const std::vector<Outcome>& outcomes() const {
    return outcomes_;
  }  // without failures; empty: not known yet
  const session::ServiceAccount* account() const { return account_.get(); }  // null: none is told

  // The failures as a scenario for `holdfast whatif --scenario`: what fails, and the outcomes found.
  QString scenario() const;
  // What was not understood of it; empty: taken.
  QString take_scenario(const QString& path);

 signals:
  void failed_changed();
  void impact_changed();
  void account_changed();
  void warmed();
  void problem(const QString& what);

 private:
  void apply(FailureSet failed);
  void ask();
  void tell();

  History& history_;
  StudyPtr study_;
  std::shared_ptr<session::LiveNetwork> live_;  // used on the lane only
  FailureSet failed_;
  session::Impact impact_;
  std::vector<Outcome> outcomes_;
  std::optional<std::size_t> followed_;
  std::unique_ptr<session::ServiceAccount> account_;
  Lane lane_;
  std::uint64_t question_ = 0;  // the last one asked
};

// Of the services that failures touch, the one to tell first.
std::optional<std::size_t> worst_service(const session::Impact& impact);

}  // namespace holdfast::gui

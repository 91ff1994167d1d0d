#include "app/gui/models/what_if.h"

#include <QFile>
#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>

#include "app/gui/models/scenario_text.h"
#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

QString names_of(const session::Study& study, const std::vector<ElementId>& elements) {
  if (elements.size() == 1) return element_words(study.element_name(elements.front()));
  return counted(static_cast<qsizetype>(elements.size()), QStringLiteral("element"));
}

}  // namespace

std::optional<std::size_t> worst_service(const session::Impact& impact) {
  const auto rank = [](const session::ServiceImpact& it) {
    return it.after == Outcome::Delivered ? (it.moved ? 1 : 0) : 2 + static_cast<int>(it.after);
  };
  const auto at = std::ranges::max_element(impact.services, {}, rank);
  return at == impact.services.end() ? std::nullopt : std::optional(at->service);
}

WhatIf::WhatIf(History& history, QObject* parent) : QObject(parent), history_(history) {
  connect(&lane_, &Lane::failed, this, &WhatIf::problem);
}

WhatIf::~WhatIf() = default;

void WhatIf::set_study(const StudyPtr& study, bool again) {
  FailureSet kept;
  if (again && study_) {
    for (const ElementId id : failed_) {
      const ElementId same = study->element_named(study_->element_name(id));
      if (same.valid()) kept.push_back(same);
    }
    std::ranges::sort(kept);
  }
  history_.clear();
  study_ = study;
  failed_ = std::move(kept);
  impact_ = {};
  outcomes_.clear();
  account_.reset();
  followed_.reset();
  ++question_;
  struct Warmed {
    std::shared_ptr<session::LiveNetwork> live;
    std::vector<Outcome> outcomes;
  };
  lane_.replace(
      [study, old = std::exchange(live_, nullptr)](const std::atomic<bool>& cancel) {
        const unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
        Warmed result{std::make_shared<session::LiveNetwork>(study, jobs), {}};
        result.live->warm({}, &cancel);
        result.outcomes = result.live->outcomes();
        return result;
      },
      [this](Warmed result) {
        live_ = std::move(result.live);
        outcomes_ = std::move(result.outcomes);
        emit warmed();
        ask();
      });
  emit failed_changed();
  emit impact_changed();
  emit account_changed();
}

bool WhatIf::is_failed(ElementId id) const {
  return std::ranges::binary_search(failed_, id);
}

void WhatIf::fail(const std::vector<ElementId>& elements) {
  FailureSet next = failed_;
  next.insert(next.end(), elements.begin(), elements.end());
  std::ranges::sort(next);
  next.erase(std::unique(next.begin(), next.end()), next.end());
  set_failed(next, tr("Fail %1").arg(study_ ? names_of(*study_, elements) : QString()));
}

void WhatIf::restore(const std::vector<ElementId>& elements) {
  FailureSet next;
  std::ranges::copy_if(failed_, std::back_inserter(next),
                       [&](ElementId id) { return std::ranges::find(elements, id) == elements.end(); });
  set_failed(next, tr("Restore %1").arg(study_ ? names_of(*study_, elements) : QString()));
}

void WhatIf::restore_all() {
  set_failed({}, tr("Restore everything"));
}

void WhatIf::set_failed(const FailureSet& failed, const QString& text) {
  if (failed == failed_ || !study_) return;
  history_.push(
      text, [this, before = failed_] { apply(before); }, [this, failed] { apply(failed); });
}

void WhatIf::apply(FailureSet failed) {
  failed_ = std::move(failed);
  emit failed_changed();
  ask();
}

void WhatIf::ask() {
  const std::uint64_t question = ++question_;
  if (failed_.empty()) {
    lane_.cancel();
    impact_ = {};
    emit impact_changed();
    tell();
    return;
  }
  if (!live_) return;  // asked again once it is warm
  const auto first = [this, question](const session::Impact& known) {
    QMetaObject::invokeMethod(
        this,
        [this, question, known] {
          if (question != question_) return;
          impact_ = known;
          emit impact_changed();
        },
        Qt::QueuedConnection);
  };
  lane_.replace([live = live_, failed = failed_,
                 first](const std::atomic<bool>& cancel) { return live->impact(failed, &cancel, first); },
                [this, question](session::Impact impact) {
                  if (question != question_ || impact.cancelled) return;
                  impact_ = std::move(impact);
                  emit impact_changed();
                  tell();
                });
}

void WhatIf::follow(std::optional<std::size_t> service) {
  followed_ = service;
  tell();
}

void WhatIf::tell() {
  const std::optional<std::size_t> service = followed_ ? followed_ : worst_service(impact_);
  if (!service || !live_) {
    account_.reset();
    emit account_changed();
    return;
  }
  lane_.run(
      [live = live_, failed = failed_, at = *service](const std::atomic<bool>&) {
        return std::make_shared<session::ServiceAccount>(live->account(at, failed));
      },
      [this, question = question_](const std::shared_ptr<session::ServiceAccount>& account) {
        if (question != question_) return;
        account_ = std::make_unique<session::ServiceAccount>(std::move(*account));
        emit account_changed();
      });
}

QString WhatIf::scenario() const {
  return study_ ? scenario_text(*study_, impact_, failed_) : QString();
}

QString WhatIf::take_scenario(const QString& path) {
  if (!study_) return tr("no network is open");
  const session::ScenarioFailures read = session::scenario_failures(*study_, path.toStdString());
  if (!read.problems.empty()) return shown(read.problems.front());
  set_failed(read.failed, tr("Open scenario"));
  return {};
}

}  // namespace holdfast::gui

#include "app/gui/models/failure_search.h"

#include <algorithm>
#include <map>
#include <thread>

#include "app/gui/models/badges.h"
#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

QString elements_words(const session::FailuresResult& result, const std::vector<ElementId>& elements) {
  if (elements.empty()) return QStringLiteral("nothing");
  QStringList names;
  for (const ElementId id : elements) names.append(element_words(result.names[id.index]));
  return names.join(QStringLiteral("  +  "));
}

}  // namespace

FailureSearch::FailureSearch(QObject* parent) : QObject(parent) {
  connect(&lane_, &Lane::failed, this, [this](const QString& what) {
    running_ = false;
    emit problem(what);
    emit finished();
  });
}

void FailureSearch::set_study(const StudyPtr& study) {
  lane_.cancel();
  study_ = study;
  result_.reset();
  running_ = false;
  emit finished();
}

void FailureSearch::start(std::size_t k) {
  if (!study_) return;
  running_ = true;
  emit started();
  lane_.replace(
      [study = study_, k,
       told = throttled(this,
                        [this](const QString&, int done, int total) {
                          if (running_) emit progressed(done, total);
                        })](const std::atomic<bool>& cancel) {
        session::FailureOptions options;
        options.k = k;
        options.jobs = std::max(1U, std::thread::hardware_concurrency());
        options.progress = told;
        options.cancel = &cancel;
        return std::make_shared<const session::FailuresResult>(
            session::find_failures(study->snapshot(), options));
      },
      [this](const FailuresPtr& result) {
        running_ = false;
        result_ = result;
        emit finished();
      });
}

void FailureSearch::cancel() {
  lane_.cancel();
  running_ = false;
  emit finished();
}

std::vector<Row> counterexample_rows(const session::FailuresResult& result) {
  std::vector<Row> rows;
  std::size_t key = 0;
  for (const session::ServiceFailureView& service : result.services) {
    for (std::size_t i = 0; i < service.counterexamples.size(); ++i, ++key) {
      const session::Counterexample& it = service.counterexamples[i];
      if (it.outcome == Outcome::LostUnavoidable || it.like != i) continue;
      Row row;
      row.key = key;
      row.badge = badge_of(it.outcome);
      QStringList rules;
      for (const std::string& code : it.rules) rules.append(shown(code));
      row.cells = {elements_words(result, it.elements), shown(service.id), outcome_words(it.outcome),
                   rules.join(QLatin1String(", "))};
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

const session::Counterexample* counterexample(const session::FailuresResult& result, std::size_t key,
                                              std::size_t* service) {
  for (std::size_t i = 0; i < result.services.size(); ++i) {
    const auto& list = result.services[i].counterexamples;
    if (key < list.size()) {
      if (service != nullptr) *service = i;
      return &list[key];
    }
    key -= list.size();
  }
  return nullptr;
}

std::vector<Row> weakest_rows(const session::FailuresResult& result) {
  struct Lost {
    std::size_t avoidably = 0;
    std::size_t unavoidably = 0;
  };
  std::map<ElementId, Lost> lost;
  for (const session::ServiceFailureView& service : result.services) {
    std::map<ElementId, bool> by_element;  // whether avoidably
    for (const session::Counterexample& it : service.counterexamples) {
      if (it.elements.size() != 1 || it.outcome == Outcome::Unknown) continue;
      bool& avoidably = by_element[it.elements.front()];
      avoidably = avoidably || it.outcome != Outcome::LostUnavoidable;
    }
    for (const auto& [element, avoidably] : by_element)
      ++(avoidably ? lost[element].avoidably : lost[element].unavoidably);
  }
  std::vector<Row> rows;
  for (const auto& [element, it] : lost) {
    Row row;
    row.key = element.index;
    row.badge = it.avoidably > 0 ? Badge::DeadEnd : Badge::Lost;
    row.cells = {element_words(result.names[element.index]), QString::number(it.avoidably),
                 QString::number(it.unavoidably)};
    row.sort = {static_cast<double>(element.index), static_cast<double>(it.avoidably),
                static_cast<double>(it.unavoidably)};
    rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, std::ranges::greater(),
                           [](const Row& row) { return std::pair(row.sort[1], row.sort[2]); });
  return rows;
}

}  // namespace holdfast::gui

#include "app/gui/models/candidates.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "app/gui/models/badges.h"
#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

using session::FailureLoss;
using session::ToleranceChange;

bool is_same(const CandidateEntry& it, DeviceId a, DeviceId b, std::size_t k) {
  return it.k == k && std::minmax(it.a, it.b) == std::minmax(a, b);
}

QString elements_words(const FailureLoss& loss) {
  if (loss.elements.empty()) return QObject::tr("nothing fails");
  QStringList names;
  for (const std::string& it : loss.elements) names.append(element_words(it));
  return names.join(QStringLiteral("  +  "));
}

// Sets after the first are counted.
Row service_row(const ToleranceChange& change, const std::vector<FailureLoss>& sets, const QString& what,
                Badge badge, std::size_t key) {
  Row row;
  QString smallest = elements_words(sets.front());
  if (sets.size() > 1) smallest += QObject::tr("  and %1 more").arg(sets.size() - 1);
  row.cells = {shown(change.service), what, smallest};
  row.badge = badge;
  row.key = key;
  return row;
}

Row remark_row(const QString& text, const QString& more, Badge badge, std::size_t key) {
  Row row;
  row.cells = {text, QString(), more};
  row.badge = badge;
  row.key = key;
  return row;
}

void add_services(const session::JudgedLink& judged, Row& row) {
  std::size_t more = 0;
  std::size_t less = 0;
  for (const ToleranceChange& it : judged.change.changes) {
    if (it.survives_less()) {
      ++less;
      row.children.push_back(service_row(it, it.lost, QObject::tr("less"), Badge::DeadEnd, row.key));
    }
    if (!it.gained.empty()) {
      ++more;
      row.children.push_back(service_row(it, it.gained, QObject::tr("more"), Badge::Good, row.key));
    }
  }
  row.badge = less > 0 ? Badge::DeadEnd : more > 0 ? Badge::Good : Badge::Lost;
  QStringList said;
  if (more > 0) said.append(QObject::tr("%1 more").arg(more));
  if (less > 0) said.append(QObject::tr("%1 less").arg(less));
  row.cells[1] = said.isEmpty() ? QObject::tr("no change") : said.join(QLatin1String(", "));
}

void add_remarks(const session::JudgedLink& judged, Row& row) {
  for (const session::ReportedFinding& it : judged.brings) {
    row.children.push_back(remark_row(QObject::tr("brings %1").arg(shown(it.finding.rule->code)),
                                      shown(it.finding.message), badge_of(it.finding.severity), row.key));
  }
  for (const std::string& it : judged.link.remarks)
    row.children.push_back(remark_row(QObject::tr("left open"), shown(it), Badge::Unknown, row.key));
}

QString name_of(const session::Study& study, DeviceId device) {
  return shown(*study.network()[device].name);
}

}  // namespace

Candidates::Candidates(QObject* parent) : QObject(parent) {
  connect(&lane_, &Lane::failed, this, [this](const QString& what) {
    judging_ = false;
    drop(asked_);
    emit problem(tr("internal error: ") + what);
  });
}

void Candidates::set_study(const StudyPtr& study) {
  study_ = study;
  drop_all();
}

void Candidates::add(DeviceId a, DeviceId b, std::size_t k) {
  if (!study_ || a == b) return;
  const auto same = std::ranges::find_if(all_, [&](const auto& it) { return is_same(it, a, b, k); });
  current_ = static_cast<std::size_t>(same - all_.begin());
  if (same == all_.end()) all_.push_back({a, b, k, nullptr});
  emit changed();
  judge_next();
}

void Candidates::drop(std::size_t position) {
  if (position >= all_.size()) return;
  if (judging_ && position <= asked_) {
    // Positions move: what is being judged is asked for again.
    lane_.cancel();
    judging_ = false;
  }
  CandidateEntry old = std::move(all_[position]);
  all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(position));
  if (current_ > position || current_ >= all_.size()) current_ = current_ == 0 ? 0 : current_ - 1;
  emit changed();
  lane_.run([old = std::move(old)](const std::atomic<bool>&) { return 0; }, [](int) {});
  judge_next();
}

void Candidates::drop_all() {
  lane_.cancel();
  judging_ = false;
  // Their snapshots take a while to go: the worker lets go of them, after those who have shown them.
  auto old = std::make_pair(std::exchange(all_, {}), std::exchange(before_, nullptr));
  current_ = 0;
  emit changed();
  lane_.run([old = std::move(old)](const std::atomic<bool>&) { return 0; }, [](int) {});
}

void Candidates::show(std::size_t position) {
  if (position >= all_.size() || position == current_) return;
  current_ = position;
  emit changed();
}

void Candidates::judge_next() {
  if (judging_) return;
  const auto next = std::ranges::find(all_, nullptr, &CandidateEntry::judged);
  if (next == all_.end()) return;
  judging_ = true;
  asked_ = static_cast<std::size_t>(next - all_.begin());
  const bool known = before_ && before_->k == next->k;
  lane_.run(
      [study = study_, it = *next, before = known ? before_ : nullptr,
       told = throttled(this,
                        [this](const QString&, int done, int total) {
                          if (judging_) emit progressed(done, total);
                        })](const std::atomic<bool>& cancel) {
        session::FailureOptions options;
        options.k = it.k;
        options.jobs = std::max(1U, std::thread::hardware_concurrency());
        options.progress = told;
        options.cancel = &cancel;
        return std::make_shared<const session::JudgedLink>(
            session::judge_link(study->snapshot(), it.a, it.b, options, before));
      },
      [this](const std::shared_ptr<const session::JudgedLink>& judged) { take(judged); });
}

void Candidates::take(const std::shared_ptr<const session::JudgedLink>& judged) {
  judging_ = false;
  const std::string refused = judged->link.problem;
  if (refused.empty()) {
    before_ = judged->before;
    all_[asked_].judged = judged;
    emit changed();
  } else {
    drop(asked_);
    emit problem(tr("no link: %1").arg(holdfast::gui::shown(refused)));
  }
  judge_next();
}

std::vector<Row> candidate_rows(const Candidates& candidates) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < candidates.all().size(); ++i) {
    const CandidateEntry& it = candidates.all()[i];
    Row row;
    row.key = i;
    row.heading = true;
    row.detail = QObject::tr("up to %1").arg(counted(static_cast<qsizetype>(it.k), QObject::tr("failure")));
    row.cells = {
        QStringLiteral("%1 – %2").arg(name_of(*candidates.study(), it.a), name_of(*candidates.study(), it.b)),
        QString(), QString()};
    if (it.judged) {
      row.cells[2] = element_words(it.judged->link.name);
      add_services(*it.judged, row);
      add_remarks(*it.judged, row);
    } else {
      row.badge = Badge::Unknown;
      row.cells[1] = QObject::tr("is being judged…");
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace holdfast::gui

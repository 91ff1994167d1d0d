#include "app/gui/models/repair_run.h"

#include <algorithm>
#include <set>
#include <thread>
#include <utility>

#include "app/gui/models/badges.h"
#include "app/gui/models/text.h"
#include "model/redact.h"

namespace holdfast::gui {
namespace {

using session::ReportedFinding;

bool touches(const session::RepairStep& step, DeviceId device) {
  return std::ranges::any_of(step.commands,
                             [device](const rules::DeviceCommands& it) { return it.device == device; });
}

// The codes of what the device's commands mend.
QString mends(const session::Repair& repair, DeviceId device) {
  QStringList codes;
  for (const session::RepairStep& step : repair.steps) {
    if (!touches(step, device)) continue;
    for (const ReportedFinding& it : step.mends) {
      const QString code = shown(it.finding.rule->code);
      if (!codes.contains(code)) codes.append(code);
    }
  }
  return codes.join(QLatin1String(", "));
}

Row plain(const QString& text, std::size_t key) {
  Row row;
  row.cells = {text};
  row.key = key;
  return row;
}

Row finding_row(const ReportedFinding& it, const QString& becomes, Badge badge) {
  const rules::Evidence& line = it.finding.evidence.front();
  Row row = plain(shown(it.finding.rule->code) + QStringLiteral("  ") + shown(it.finding.message),
                  line.device.index);
  row.badge = badge;
  row.line = line;
  row.children.push_back(plain(becomes, row.key));
  row.children.back().line = line;
  return row;
}

}  // namespace

RepairRun::RepairRun(QObject* parent) : QObject(parent) {
  connect(&lane_, &Lane::failed, this, [this](const QString& what) {
    running_ = false;
    emit finished();
    emit problem(tr("internal error: ") + what);
  });
}

void RepairRun::set_study(const StudyPtr& study) {
  lane_.cancel();
  study_ = study;
  running_ = false;
  drop();
}

void RepairRun::start(std::vector<std::string> findings, std::optional<std::size_t> k) {
  if (!study_) return;
  // A large network takes a while to go: the worker lets go of the old one, after those who have shown it.
  RepairPtr old = std::exchange(result_, nullptr);
  running_ = true;
  emit started();
  lane_.replace(
      [study = study_, findings = std::move(findings), k, old = std::move(old),
       told = throttled(this,
                        [this](const QString& stage, int done, int total) {
                          if (running_ && stage == u"mending") emit progressed(done, total);
                        })](const std::atomic<bool>& cancel) {
        session::RepairOptions options;
        options.only = findings;
        options.check.k = k;
        options.check.jobs = std::max(1U, std::thread::hardware_concurrency());
        options.check.progress = told;
        options.check.cancel = &cancel;
        return std::make_shared<const session::Repair>(session::repair(study->snapshot(), options));
      },
      [this](const RepairPtr& result) { take(result); });
}

void RepairRun::take(const RepairPtr& result) {
  running_ = false;
  const bool empty = result->steps.empty() && result->remaining.empty();
  if (!empty) result_ = result;
  emit finished();
  for (const auto* faults : {&result->before.faults, &result->after.faults}) {
    for (const std::string& fault : *faults) emit problem(tr("internal error: ") + shown(fault));
  }
  if (empty) emit problem(tr("there is nothing to mend"));
}

void RepairRun::cancel() {
  lane_.cancel();
  running_ = false;
  emit finished();
}

void RepairRun::drop() {
  RepairPtr old = std::exchange(result_, nullptr);
  emit finished();
  if (old) lane_.run([old = std::move(old)](const std::atomic<bool>&) { return 0; }, [](int) {});
}

std::vector<Row> repair_rows(const session::Repair& repair) {
  const Network& network = repair.before.snapshot->network;
  std::vector<Row> rows;
  for (const session::DeviceChange& change : repair.devices) {
    Row row = plain(shown(*network[change.device].name), change.device.index);
    row.heading = true;
    row.badge = Badge::Changed;
    row.detail = QObject::tr("mends %1").arg(mends(repair, change.device));
    QStringList asked;
    for (const std::string& it : change.asks_for) asked.append(shown(it));
    if (!asked.isEmpty()) row.detail += QObject::tr("; put in %1").arg(asked.join(QLatin1String(", ")));
    for (const std::string& command : change.commands)
      row.children.push_back(plain(shown(redact(command)), row.key));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> proof_rows(const session::Repair& repair) {
  std::vector<Row> rows;
  std::set<std::string> told;
  for (const session::Unmended& it : repair.remaining) {
    told.insert(it.reported.fingerprint);
    rows.push_back(finding_row(it.reported, QObject::tr("stays: %1").arg(shown(it.reason)),
                               badge_of(it.reported.finding.severity)));
  }
  for (const session::RepairStep& step : repair.steps) {
    for (const ReportedFinding& it : step.mends)
      rows.push_back(finding_row(it, QObject::tr("mended: %1").arg(shown(step.summary)), Badge::Good));
  }
  for (const ReportedFinding& it : repair.after.findings) {
    if (told.contains(it.fingerprint)) continue;
    rows.push_back(
        finding_row(it, QObject::tr("stays: it was not to be mended"), badge_of(it.finding.severity)));
  }
  return rows;
}

}  // namespace holdfast::gui

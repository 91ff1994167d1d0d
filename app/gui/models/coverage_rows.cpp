#include "app/gui/models/coverage_rows.h"

#include <algorithm>

#include "app/gui/models/text.h"
#include "app/gui/models/what_if_rows.h"

namespace holdfast::gui {
namespace {

double understood(const Coverage& coverage) {
  if (coverage.lines == 0) return 100;
  return 100.0 * static_cast<double>(coverage.lines - coverage.unrecognised) /
         static_cast<double>(coverage.lines);
}

Row device_row(const session::Study& study, DeviceId id) {
  const Device& device = study.network()[id];
  const Coverage& it = device.reading.coverage;
  Row row;
  row.badge = it.unrecognised > 0 ? Badge::Unknown : Badge::Good;
  row.cells = {shown(*device.name), QString::number(understood(it), 'f', 1) + QStringLiteral(" %")};
  row.sort = {static_cast<double>(id.index), understood(it)};
  for (const std::uint64_t count : {it.lines, it.modelled, it.irrelevant, it.partial, it.unrecognised}) {
    row.cells.append(QString::number(count));
    row.sort.push_back(static_cast<double>(count));
  }
  row.line = rules::Evidence{id, {device.file, device.first_line, 0, 0}, {}};
  for (const UnreadLine& line : device.reading.unread) {
    Row below;
    below.line = rules::Evidence{id, line.where, {}};
    below.cells = {shown(line.text), place_words(study, *below.line)};
    below.detail = shown(line.view);
    if (line.suggestion) below.cells.append(QStringLiteral("%1?").arg(shown(*line.suggestion)));
    row.children.push_back(std::move(below));
  }
  return row;
}

}  // namespace

std::vector<Row> coverage_rows(const session::Study& study) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < study.network().devices.size(); ++i)
    rows.push_back(device_row(study, DeviceId(i)));
  std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.sort[1]; });
  return rows;
}

}  // namespace holdfast::gui

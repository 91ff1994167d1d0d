#include "app/gui/models/problem_filter.h"

#include <algorithm>

#include "app/gui/models/problems_model.h"
#include "app/gui/models/roles.h"

namespace holdfast::gui {

ProblemFilter::ProblemFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(SortRole);
}

void ProblemFilter::set_words(const QString& words) {
  words_ = words.split(u' ', Qt::SkipEmptyParts);
  invalidateFilter();
}

void ProblemFilter::show_level(int level, bool shown) {
  levels_[static_cast<std::size_t>(level)] = shown;
  invalidateFilter();
}

bool ProblemFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QModelIndex index = sourceModel()->index(row, 0, parent);
  if (!levels_[static_cast<std::size_t>(index.data(ProblemsModel::LevelRole).toInt())]) return false;
  const QString text = index.data(MatchRole).toString();
  return std::ranges::all_of(words_,
                             [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace holdfast::gui

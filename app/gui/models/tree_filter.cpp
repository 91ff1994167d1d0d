#include "app/gui/models/tree_filter.h"

#include <algorithm>

#include "app/gui/models/network_tree.h"
#include "app/gui/models/roles.h"

namespace holdfast::gui {

TreeFilter::TreeFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setRecursiveFilteringEnabled(true);
  setAutoAcceptChildRows(false);
}

void TreeFilter::set_words(const QString& words) {
  words_ = words.split(u' ', Qt::SkipEmptyParts);
  setAutoAcceptChildRows(!words_.isEmpty() && only_ == Only::Everything);
  invalidateFilter();
}

void TreeFilter::set_only(Only only) {
  only_ = only;
  setAutoAcceptChildRows(!words_.isEmpty() && only_ == Only::Everything);
  invalidateFilter();
}

bool TreeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QModelIndex index = sourceModel()->index(row, 0, parent);
  const auto badge = static_cast<Badge>(index.data(BadgeRole).toInt());
  const int kind = index.data(NetworkTree::KindRole).toInt();
  if (only_ == Only::Problems &&
      (kind != NetworkTree::Device || (badge != Badge::Error && badge != Badge::Warning)))
    return false;
  if (only_ == Only::Affected &&
      (kind != NetworkTree::Service || badge == Badge::None || badge == Badge::Good))
    return false;
  const QString text = index.data(MatchRole).toString();
  return std::ranges::all_of(words_,
                             [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace holdfast::gui

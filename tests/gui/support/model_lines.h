#pragma once

// A model as text: one line for each row, columns apart by " | ", children indented.

#include <QAbstractItemModel>
#include <string>

#include "app/gui/models/roles.h"

namespace holdfast::gui::test {

inline std::string badge_word(const QVariant& badge) {
  static const char* const kWords[] = {"",        "error",  "warning",  "info",        "good",
                                       "unknown", "lost",   "dead-end", "dual-active", "flapping",
                                       "moved",   "failed", "changed"};
  return badge.isValid() ? kWords[badge.toInt()] : "";
}

inline std::string lines_of(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
  std::string text;
  for (int row = 0; row < model.rowCount(parent); ++row) {
    text += std::string(static_cast<std::size_t>(depth) * 2, ' ');
    for (int column = 0; column < model.columnCount(parent); ++column) {
      const QModelIndex index = model.index(row, column, parent);
      if (column > 0) text += " | ";
      const std::string badge = badge_word(index.data(BadgeRole));
      if (!badge.empty()) text += "[" + badge + "] ";
      text += index.data().toString().toStdString();
      const QString detail = index.data(DetailRole).toString();
      if (!detail.isEmpty()) text += " (" + detail.toStdString() + ")";
    }
    text += '\n';
    text += lines_of(model, model.index(row, 0, parent), depth + 1);
  }
  return text;
}

}  // namespace holdfast::gui::test

#include "app/gui/models/messages.h"

#include <algorithm>

#include "app/gui/models/roles.h"

namespace holdfast::gui {

void Messages::clear() {
  beginResetModel();
  messages_.clear();
  endResetModel();
}

void Messages::add(Message message) {
  const int row = rowCount();
  beginInsertRows({}, row, row);
  messages_.push_back(std::move(message));
  endInsertRows();
}

qsizetype Messages::errors() const {
  return std::ranges::count(messages_, Message::Kind::Error, &Message::kind);
}

int Messages::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(messages_.size());
}

int Messages::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 2;
}

QVariant Messages::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Message& message = messages_[static_cast<std::size_t>(index.row())];
  if (role == Qt::DisplayRole || role == SortRole) return index.column() == 0 ? message.text : message.place;
  if (role == Qt::ToolTipRole) return message.text;
  if (role == BadgeRole && index.column() == 0)
    return static_cast<int>(message.kind == Message::Kind::Error ? Badge::Error : Badge::Info);
  return {};
}

QVariant Messages::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return section == 0 ? QStringLiteral("Message") : QStringLiteral("Place");
}

}  // namespace holdfast::gui

#pragma once

// What the user should know about the input or about what went wrong: a list, instead of dialogs.

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace holdfast::gui {

struct Message {
  enum class Kind { Error, Note } kind = Kind::Error;
  QString place;  // "a.cfg:12"; may be empty
  QString text;
};

class Messages : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;
  void clear();
  void add(Message message);

  qsizetype errors() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::vector<Message> messages_;
};

}  // namespace holdfast::gui

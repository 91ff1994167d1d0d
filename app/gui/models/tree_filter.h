#pragma once

// Which parts of the tree are shown: by words, and by state.

#include <QSortFilterProxyModel>

namespace holdfast::gui {

class TreeFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  enum class Only { Everything, Problems, Affected };

  explicit TreeFilter(QObject* parent = nullptr);

  void set_words(const QString& words);  // all of them, in any order, letter case aside
  void set_only(Only only);

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  QStringList words_;
  Only only_ = Only::Everything;
};

}  // namespace holdfast::gui

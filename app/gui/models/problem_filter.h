#pragma once

// Which problems are shown: by words and by level.

#include <QSortFilterProxyModel>
#include <array>

namespace holdfast::gui {

class ProblemFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit ProblemFilter(QObject* parent = nullptr);

  void set_words(const QString& words);
  void show_level(int level, bool shown);  // a ProblemsModel::Level
  bool shows_level(int level) const { return levels_[static_cast<std::size_t>(level)]; }

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  QStringList words_;
  std::array<bool, 4> levels_{true, true, true, false};
};

}  // namespace holdfast::gui

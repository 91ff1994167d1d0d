#pragma once

// Ctrl+K: one field that finds anything and goes there.

#include <QWidget>
#include <memory>
#include <vector>

#include "app/gui/models/rows_model.h"
#include "app/gui/models/search_index.h"
#include "app/gui/style/theme.h"

class QLineEdit;
class QTreeView;

namespace holdfast::gui {

class SearchBox : public QWidget {
  Q_OBJECT

 public:
  SearchBox(const Look& look, QWidget* parent);

  void set_index(std::shared_ptr<const SearchIndex> index);
  // Over the upper middle of its parent.
  void pop_up();

 signals:
  void chosen(const holdfast::gui::SearchHit& hit);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void find(const QString& text);
  void choose();

  const Look& look_;
  std::shared_ptr<const SearchIndex> index_;
  std::vector<SearchHit> hits_;
  RowsModel rows_;
  QLineEdit* field_;
  QTreeView* list_;
};

}  // namespace holdfast::gui

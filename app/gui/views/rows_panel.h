#pragma once

// A list of plain rows: its lines lead to the configuration, its headings stand out. The panels of the lower
// part are made of it.

#include <QWidget>
#include <optional>

#include "app/gui/models/rows_model.h"
#include "app/gui/style/theme.h"

class QHBoxLayout;
class QLabel;
class QSortFilterProxyModel;
class QTreeView;

namespace holdfast::gui {

class RowsPanel : public QWidget {
  Q_OBJECT

 public:
  struct Columns {
    QList<int> widths;
    int wide = 0;
    bool sortable = false;
    bool tree = false;
  };
  RowsPanel(RowsModel& rows, const Columns& columns, const QString& name, const Look& look,
            QWidget* parent = nullptr);

  // Said in the middle while there are no rows.
  void set_empty_text(const QString& text);
  // A bar above the list, made when first asked for.
  QHBoxLayout* bar();
  QTreeView* list() { return list_; }
  // Shows the first row below a heading whose line is on the device (and is that line), without picking it.
  void point_at(DeviceId device, std::optional<std::uint32_t> line = std::nullopt);
  void select_step(int step);  // so many rows further, through headings and their children
  bool at_end() const;

 signals:
  void picked(const holdfast::gui::Row& row);  // becomes the current one

 private:
  void update_empty();
  QModelIndex source(const QModelIndex& index) const;

  RowsModel& rows_;
  QTreeView* list_;
  QLabel* empty_;
  QSortFilterProxyModel* sorted_ = nullptr;
  QHBoxLayout* bar_ = nullptr;
  bool tree_;
};

}  // namespace holdfast::gui

#pragma once

// The lists of the panels: all look and behave alike.

#include <QList>

class QTreeView;
class QWidget;

namespace holdfast::gui {

class Look;

QTreeView* new_list(const Look& look, QWidget* parent);

// Widths of columns; the column `wide` takes what is left.
void size_columns(QTreeView& list, const QList<int>& widths, int wide);

}  // namespace holdfast::gui

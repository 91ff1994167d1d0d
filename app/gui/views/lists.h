#pragma once

// The lists of the panels: all look and behave alike.

#include <QList>

class QTreeView;
class QWidget;

namespace holdfast::gui {

class Look;

QTreeView* new_list(const Look& look, QWidget* parent);

// Most that columns take; the column `wide` takes what is left. In a narrow list the others give way.
void size_columns(QTreeView& list, const QList<int>& widths, int wide);

}  // namespace holdfast::gui

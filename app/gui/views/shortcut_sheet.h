#pragma once

// Every action with its key.

#include <QDialog>

class QAction;

namespace holdfast::gui {

class ShortcutSheet : public QDialog {
 public:
  ShortcutSheet(const QList<QAction*>& actions, QWidget* parent);
};

}  // namespace holdfast::gui

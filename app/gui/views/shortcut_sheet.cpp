#include "app/gui/views/shortcut_sheet.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

#include "app/gui/views/actions.h"

namespace holdfast::gui {

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Keyboard"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(26, 22, 26, 22);
  grid->setHorizontalSpacing(14);
  grid->setVerticalSpacing(7);
  QList<QAction*> with_key;
  for (QAction* action : actions) {
    if (!action->shortcut().isEmpty()) with_key.append(action);
  }
  const auto rows = static_cast<int>((with_key.size() + 1) / 2);
  for (int i = 0; i < with_key.size(); ++i) {
    auto* key = new QLabel(with_key[i]->shortcut().toString(QKeySequence::NativeText), this);
    key->setProperty("key", true);
    key->setAlignment(Qt::AlignCenter);
    auto* text = new QLabel(Actions::says(*with_key[i]), this);
    const int column = i / rows * 3;
    grid->addWidget(key, i % rows, column);
    grid->addWidget(text, i % rows, column + 1);
  }
  grid->setColumnMinimumWidth(2, 24);
  auto* mouse = new QLabel(
      tr("On the map: arrows go from device to device, with Shift also, L to its links; Alt and arrows move "
         "it, Ctrl and arrows the map.\n"
         "Wheel: zoom at the cursor.  Middle button: pan.  Drag on the ground: select several.  "
         "Drag a device: move it."),
      this);
  mouse->setWordWrap(true);
  mouse->setProperty("faint", true);
  grid->addWidget(mouse, rows, 0, 1, 5);
  grid->setRowMinimumHeight(rows, 34);
}

}  // namespace holdfast::gui

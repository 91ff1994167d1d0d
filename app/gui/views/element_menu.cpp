#include "app/gui/views/element_menu.h"

#include "app/gui/models/text.h"

namespace holdfast::gui {

ElementMenu::ElementMenu(const Selection& selection, WhatIf& what_if, const Actions& actions, QWidget* parent)
    : QMenu(parent), what_if_(what_if) {
  if (!selection.elements().empty()) {
    addAction(actions.fail);
    addAction(actions.restore);
    if (selection.devices().size() == 1) {
      addSeparator();
      add_elements(selection, ElementKind::Board, tr("Boards"));
      add_elements(selection, ElementKind::Port, tr("Ports without a known link"));
      add_elements(selection, ElementKind::Group, tr("Groups"));
    }
    addSeparator();
  }
  addAction(actions.draw_link);
  addSeparator();
  addAction(actions.restore_all);
  addSeparator();
  addAction(actions.fit);
  addAction(actions.tiers);
  addAction(actions.force);
  addAction(actions.by_hand);
  addSeparator();
  addAction(actions.export_map);
}

void ElementMenu::add_elements(const Selection& selection, ElementKind kind, const QString& title) {
  const session::Study& study = *selection.study();
  QMenu* menu = addMenu(title);
  for (const ElementId id : study.elements_at(selection.devices().front())) {
    if (study.universe().elements[id.index].kind != kind) continue;
    QAction* action = menu->addAction(element_words(study.element_name(id)));
    action->setCheckable(true);
    action->setChecked(what_if_.is_failed(id));
    connect(action, &QAction::toggled, this, [this, id](bool on) {
      if (on) {
        what_if_.fail({id});
      } else {
        what_if_.restore({id});
      }
    });
  }
  menu->setEnabled(!menu->isEmpty());
}

}  // namespace holdfast::gui

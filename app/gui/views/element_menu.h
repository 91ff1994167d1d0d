#pragma once

// The map's context menu: what can fail at the selected place, and what can be looked at.

#include <QMenu>

#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/views/actions.h"

namespace holdfast::gui {

class ElementMenu : public QMenu {
 public:
  ElementMenu(const Selection& selection, WhatIf& what_if, const Actions& actions, QWidget* parent);

 private:
  void add_elements(const Selection& selection, ElementKind kind, const QString& title);

  WhatIf& what_if_;
};

}  // namespace holdfast::gui

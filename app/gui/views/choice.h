#pragma once

// A field to choose from a few: a combo box with the sign for it, which style sheets cannot draw.

#include <QComboBox>

#include "app/gui/style/theme.h"

namespace holdfast::gui {

class Choice : public QComboBox {
 public:
  Choice(const QStringList& items, const QString& name, const Look& look, QWidget* parent);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Look& look_;
};

}  // namespace holdfast::gui

#pragma once

// What is selected, in a few facts; of a finding why it matters and how to mend it.

#include <QTextBrowser>

#include "app/gui/models/selection.h"
#include "app/gui/models/what_if.h"
#include "app/gui/style/theme.h"

namespace holdfast::gui {

class Inspector : public QTextBrowser {
  Q_OBJECT

 public:
  Inspector(Selection& selection, WhatIf& what_if, const Look& look, QWidget* parent = nullptr);

 private:
  void show_selected();
  void follow(const QUrl& link);
  QString overview() const;
  QString failures() const;
  QString device(DeviceId id) const;
  QString link(std::size_t position) const;
  QString several() const;
  QString service(std::size_t position) const;
  QString finding(const rules::Finding& it) const;
  QString service_state(std::size_t position) const;

  QString title(const QString& text, const QString& soft = {}) const;
  QString row(const QString& name, const QString& value) const;
  QString paragraph(const QString& heading, const QString& text) const;

  Selection& selection_;
  WhatIf& what_if_;
  const Look& look_;
};

}  // namespace holdfast::gui

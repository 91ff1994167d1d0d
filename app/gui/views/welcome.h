#pragma once

// What stands in the place of the map while nothing is open: how to begin, and the folders opened before.

#include <QWidget>

namespace holdfast::gui {

class Welcome : public QWidget {
  Q_OBJECT

 public:
  Welcome(const QStringList& recent, QWidget* parent);

 signals:
  void open_wanted();
  void chosen(const QString& folder);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace holdfast::gui

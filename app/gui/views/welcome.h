#pragma once

// What stands in the place of the map while nothing is open: how to begin, and the folders opened before.

#include <QWidget>

class QLabel;

namespace holdfast::gui {

class Welcome : public QWidget {
  Q_OBJECT

 public:
  Welcome(const QStringList& recent, QWidget* parent);

  // Said above everything else.
  void set_note(const QString& note);

 signals:
  void open_wanted();
  void chosen(const QString& folder);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLabel* note_;
};

}  // namespace holdfast::gui

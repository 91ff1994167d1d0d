#pragma once

// The configurations of one or two devices, side by side where there is room for it.

#include <QWidget>
#include <array>

#include "app/gui/models/selection.h"
#include "app/gui/style/theme.h"

class QLabel;
class QSplitter;

namespace holdfast::gui {

class ConfigView;

class ConfigPanes : public QWidget {
  Q_OBJECT

 public:
  ConfigPanes(Selection& selection, const Look& look, QWidget* parent = nullptr);

  int shown_panes() const;

 signals:
  void line_clicked(holdfast::DeviceId device, std::uint32_t line);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Pane {
    QWidget* frame = nullptr;
    QLabel* title = nullptr;
    ConfigView* view = nullptr;
  };
  Pane make_pane(const Look& look);
  void show_lines();
  void show_in(Pane& pane, DeviceId device);

  Selection& selection_;
  QSplitter* splitter_;
  QLabel* empty_;
  std::array<Pane, 2> panes_;
  StudyPtr study_;
};

}  // namespace holdfast::gui

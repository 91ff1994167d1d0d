#pragma once

// The configurations of one or two devices, side by side where there is room for it; of a change that is
// previewed, a device's before and after it.

#include <QWidget>
#include <array>

#include "app/gui/models/selection.h"
#include "app/gui/style/theme.h"

class QLabel;
class QSplitter;

namespace holdfast::gui {

class ConfigView;

// A change that is previewed.
struct ShownChange {
  std::shared_ptr<const session::Snapshot> before;
  std::shared_ptr<const session::Snapshot> after;
  std::vector<DeviceId> devices;  // that change; never empty
  QString done;                   // how the time after it is called: "mended"
  bool together = false;          // what two devices become, beside each other
};

class ConfigPanes : public QWidget {
  Q_OBJECT

 public:
  ConfigPanes(Selection& selection, const Look& look, QWidget* parent = nullptr);

  int shown_panes() const;
  // Null: none.
  void show_change(std::shared_ptr<const ShownChange> change);

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
  bool show_changed();
  void show_side(Pane& pane, DeviceId device, bool after);
  void set_title(Pane& pane, DeviceId device, const QString& soft);
  void scroll_alike(int value);

  Selection& selection_;
  QSplitter* splitter_;
  QLabel* empty_;
  std::array<Pane, 2> panes_;
  StudyPtr study_;
  std::shared_ptr<const ShownChange> change_;
  bool alike_ = false;  // both panes show one device
};

}  // namespace holdfast::gui

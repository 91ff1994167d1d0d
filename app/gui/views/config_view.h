#pragma once

// One device's configuration, read-only: line numbers, colours, marked lines with what is said of them; or
// one side of a comparison, with what has changed.

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>
#include <vector>

#include "app/gui/models/workspace.h"
#include "app/gui/style/theme.h"
#include "app/session/config_comparison.h"

namespace holdfast::gui {

class ConfigHighlighter : public QSyntaxHighlighter {
 public:
  ConfigHighlighter(QTextDocument* document, const Look& look);
  void set_lines(std::vector<session::ConfigLine> lines);

 protected:
  void highlightBlock(const QString& text) override;

 private:
  const Look& look_;
  std::vector<session::ConfigLine> lines_;
};

class ConfigView : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit ConfigView(const Look& look, QWidget* parent = nullptr);

  enum class Side { Before, After };

  void show_device(const StudyPtr& study, DeviceId device);
  // Lines that are on the other side only leave gaps, so that both sides scroll alike.
  void show_side(DeviceId device, const std::vector<session::ComparedLine>& lines, Side side);
  // Marks these lines, as far as they are this device's, and shows the first.
  void mark(const std::vector<rules::Evidence>& lines);
  DeviceId device() const { return device_; }

  int gutter_width() const;
  void paint_gutter(QPaintEvent* event);

 signals:
  void line_clicked(holdfast::DeviceId device, std::uint32_t line);

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Mark {
    int block = 0;
    int column = 0;  // UTF-16 units; 0 with length 0: the whole line
    int length = 0;
    QString note;
  };
  // What a block is beside its text.
  struct Block {
    std::uint32_t number = 0;  // of the line in its file; 0: a gap
    bool hidden = false;       // columns do not hold
    session::ComparedLine::Kind change = session::ComparedLine::Kind::Same;
  };
  void show_lines(DeviceId device, std::vector<session::ConfigLine> lines, std::vector<Block> blocks);
  void show_at(int block);
  void show_marks();
  QColor color_of(session::ComparedLine::Kind change) const;

  const Look& look_;
  ConfigHighlighter* highlighter_;
  QWidget* gutter_;
  DeviceId device_;
  std::vector<Block> blocks_;
  std::vector<Mark> marks_;
};

}  // namespace holdfast::gui

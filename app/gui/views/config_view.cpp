#include "app/gui/views/config_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <algorithm>

#include "app/gui/models/text.h"
#include "app/gui/views/fonts.h"

namespace holdfast::gui {
namespace {

class Gutter : public QWidget {
 public:
  explicit Gutter(ConfigView& view) : QWidget(&view), view_(view) {}

 protected:
  void paintEvent(QPaintEvent* event) override { view_.paint_gutter(event); }

 private:
  ConfigView& view_;
};

QColor color_of(session::ConfigWord::Kind kind, const Theme& theme) {
  using Kind = session::ConfigWord::Kind;
  switch (kind) {
    case Kind::Keyword:
      return theme.keyword;
    case Kind::Number:
      return theme.number;
    case Kind::Address:
      return theme.address;
    case Kind::Comment:
    case Kind::Hidden:
      return theme.comment;
    case Kind::Name:
      break;
  }
  return theme.name;
}

QString sign_of(session::ComparedLine::Kind change) {
  using Kind = session::ComparedLine::Kind;
  return change == Kind::Added     ? QStringLiteral("+")
         : change == Kind::Removed ? QStringLiteral("\u2212")
                                   : QStringLiteral("~");
}

}  // namespace

ConfigHighlighter::ConfigHighlighter(QTextDocument* document, const Look& look)
    : QSyntaxHighlighter(document), look_(look) {
  connect(&look, &Look::changed, this, &QSyntaxHighlighter::rehighlight);
}

void ConfigHighlighter::set_lines(std::vector<session::ConfigLine> lines) {
  lines_ = std::move(lines);
}

void ConfigHighlighter::highlightBlock(const QString& text) {
  const auto number = static_cast<std::size_t>(currentBlock().blockNumber());
  if (number >= lines_.size()) return;
  const session::ConfigLine& line = lines_[number];
  const bool plain = static_cast<std::size_t>(text.size()) == line.text.size();
  for (const session::ConfigWord& word : line.words) {
    const auto place = [&](std::size_t byte) {
      return plain ? static_cast<int>(byte)
                   : static_cast<int>(shown(std::string_view(line.text).substr(0, byte)).size());
    };
    setFormat(place(word.begin), place(word.begin + word.length) - place(word.begin),
              color_of(word.kind, look_.theme()));
  }
}

ConfigView::ConfigView(const Look& look, QWidget* parent)
    : QPlainTextEdit(parent),
      look_(look),
      highlighter_(new ConfigHighlighter(document(), look)),
      gutter_(new Gutter(*this)) {
  setReadOnly(true);
  setLineWrapMode(QPlainTextEdit::NoWrap);
  setFont(code_font());
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  setCursorWidth(0);
  document()->setDocumentMargin(6);
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
    if (dy != 0) {
      gutter_->scroll(0, dy);
    } else {
      gutter_->update(0, rect.y(), gutter_->width(), rect.height());
    }
  });
  connect(&look, &Look::changed, this, [this] {
    show_marks();
    gutter_->update();
  });
}

void ConfigView::show_device(const StudyPtr& study, DeviceId device) {
  std::vector<session::ConfigLine> lines;
  if (study && device.valid()) lines = session::config_lines(*study->snapshot(), device);
  std::vector<Block> blocks;
  blocks.reserve(lines.size());
  for (const session::ConfigLine& line : lines) blocks.push_back({line.number, line.hidden, {}});
  show_lines(device, std::move(lines), std::move(blocks));
}

void ConfigView::show_side(DeviceId device, const std::vector<session::ComparedLine>& compared, Side side) {
  std::vector<session::ConfigLine> lines;
  std::vector<Block> blocks;
  for (const session::ComparedLine& it : compared) {
    lines.push_back(side == Side::Before ? it.before : it.after);
    blocks.push_back({lines.back().number, lines.back().hidden, it.kind});
  }
  show_lines(device, std::move(lines), std::move(blocks));
  const auto changed = std::ranges::find_if(
      blocks_, [](const Block& it) { return it.change != session::ComparedLine::Kind::Same; });
  if (changed != blocks_.end()) show_at(static_cast<int>(changed - blocks_.begin()));
}

void ConfigView::show_lines(DeviceId device, std::vector<session::ConfigLine> lines,
                            std::vector<Block> blocks) {
  device_ = device;
  marks_.clear();
  blocks_ = std::move(blocks);
  QString text;
  for (const session::ConfigLine& line : lines) {
    text += shown(line.text);
    text += u'\n';
  }
  text.chop(1);
  highlighter_->set_lines(std::move(lines));
  setPlainText(text);
  setViewportMargins(gutter_width(), 0, 0, 0);
  show_marks();
}

void ConfigView::mark(const std::vector<rules::Evidence>& lines) {
  marks_.clear();
  for (const rules::Evidence& line : lines) {
    const auto at = std::ranges::find(blocks_, line.where.line, &Block::number);
    if (line.device != device_ || at == blocks_.end()) continue;
    const int block = static_cast<int>(at - blocks_.begin());
    const bool whole = line.where.length == 0 || at->hidden;
    marks_.push_back(
        {block, whole ? 0 : line.where.column - 1, whole ? 0 : line.where.length, shown(line.note)});
  }
  show_marks();
  if (!marks_.empty()) show_at(marks_.front().block);
}

void ConfigView::show_at(int block) {
  setTextCursor(QTextCursor(document()->findBlockByNumber(block)));
  centerCursor();
  horizontalScrollBar()->setValue(0);
}

QColor ConfigView::color_of(session::ComparedLine::Kind change) const {
  using Kind = session::ComparedLine::Kind;
  const Theme& theme = look_.theme();
  return change == Kind::Added ? theme.good : change == Kind::Removed ? theme.error : theme.warning;
}

void ConfigView::show_marks() {
  const Theme& theme = look_.theme();
  QList<QTextEdit::ExtraSelection> selections;
  const auto fill = [&](int block, const QBrush& brush) {
    QTextEdit::ExtraSelection line;
    line.format.setBackground(brush);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = QTextCursor(document()->findBlockByNumber(block));
    selections.append(line);
  };
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const Block& it = blocks_[i];
    if (it.change == session::ComparedLine::Kind::Same) continue;
    fill(static_cast<int>(i), it.number == 0 ? QBrush(theme.border, Qt::BDiagPattern)
                                             : QBrush(mixed(theme.panel, color_of(it.change), 0.16)));
  }
  for (const Mark& mark : marks_) fill(mark.block, theme.mark_line);
  for (const Mark& mark : marks_) {
    if (mark.length == 0) continue;
    QTextEdit::ExtraSelection value;
    value.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    value.format.setUnderlineColor(theme.mark);
    value.format.setFontWeight(QFont::DemiBold);
    value.cursor = QTextCursor(document()->findBlockByNumber(mark.block));
    value.cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, mark.column);
    value.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    const int rest = value.cursor.selectionEnd() - value.cursor.selectionStart();
    value.cursor.setPosition(value.cursor.selectionStart());
    value.cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, std::min(mark.length, rest));
    selections.append(value);
  }
  setExtraSelections(selections);
  gutter_->update();
  viewport()->update();
}

int ConfigView::gutter_width() const {
  std::uint32_t last = 0;
  for (const Block& it : blocks_) last = std::max(last, it.number);
  const int digits = static_cast<int>(QString::number(last).size());
  return fontMetrics().horizontalAdvance(u'9') * std::max(digits, 3) + 26;
}

void ConfigView::mouseReleaseEvent(QMouseEvent* event) {
  QPlainTextEdit::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton || textCursor().hasSelection() || !device_.valid()) return;
  const auto block = static_cast<std::size_t>(cursorForPosition(event->pos()).blockNumber());
  if (block < blocks_.size() && blocks_[block].number != 0) emit line_clicked(device_, blocks_[block].number);
}

void ConfigView::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  const QRect inside = contentsRect();
  gutter_->setGeometry(inside.left(), inside.top(), gutter_width(), inside.height());
}

void ConfigView::paint_gutter(QPaintEvent* event) {
  const Theme& theme = look_.theme();
  QPainter painter(gutter_);
  painter.fillRect(event->rect(), theme.panel);
  painter.setFont(font());
  const int width = gutter_->width();
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    if (place.top() > event->rect().bottom()) break;
    // The last block's rectangle goes on below its line.
    const double height = fontMetrics().height();
    const bool marked = std::ranges::find(marks_, block.blockNumber(), &Mark::block) != marks_.end();
    if (marked) {
      painter.fillRect(QRectF(0, place.top(), width, height), theme.mark_line);
      painter.fillRect(QRectF(0, place.top(), 3, height), theme.mark);
    }
    const auto at = static_cast<std::size_t>(block.blockNumber());
    if (at >= blocks_.size() || blocks_[at].number == 0) continue;
    const auto change = blocks_[at].change;
    if (change != session::ComparedLine::Kind::Same) {
      painter.fillRect(QRectF(0, place.top(), width, height), mixed(theme.panel, color_of(change), 0.16));
      painter.setPen(color_of(change));
      painter.drawText(QRectF(4, place.top(), width, height), Qt::AlignLeft | Qt::AlignVCenter,
                       sign_of(change));
    }
    painter.setPen(marked ? theme.mark : theme.text_faint);
    const QString number = QString::number(blocks_[at].number);
    painter.drawText(QRectF(0, place.top(), width - 12, height), Qt::AlignRight | Qt::AlignVCenter, number);
  }
}

void ConfigView::paintEvent(QPaintEvent* event) {
  QPlainTextEdit::paintEvent(event);
  const Theme& theme = look_.theme();
  QPainter painter(viewport());
  QFont small = font();
  small.setItalic(true);
  painter.setFont(small);
  painter.setPen(theme.mark);
  for (const Mark& mark : marks_) {
    if (mark.note.isEmpty()) continue;
    const QTextBlock block = document()->findBlockByNumber(mark.block);
    const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    if (!place.intersects(event->rect())) continue;
    const double after = fontMetrics().horizontalAdvance(block.text()) + document()->documentMargin() +
                         contentOffset().x() + 22;
    const double room = viewport()->width() - after - 8;
    if (room < 60) continue;
    painter.drawText(QRectF(after, place.top(), room, place.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(small).elidedText(mark.note, Qt::ElideRight, room));
  }
}

}  // namespace holdfast::gui

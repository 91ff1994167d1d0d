#include "app/gui/views/search_box.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/style/card.h"
#include "app/gui/style/icons.h"
#include "app/gui/views/lists.h"

namespace holdfast::gui {
namespace {

constexpr int kShadow = 14;
constexpr int kWidth = 620;
constexpr int kRows = 9;

}  // namespace

SearchBox::SearchBox(const Look& look, QWidget* parent)
    : QWidget(parent),
      look_(look),
      rows_({tr("Name"), tr("Kind")}),
      field_(new QLineEdit(this)),
      list_(new_list(look, this)) {
  field_->setPlaceholderText(tr("Device, interface, address, VC ID, VSI, service or rule"));
  field_->addAction(icon(Glyph::Search, look), QLineEdit::LeadingPosition);
  field_->setMinimumHeight(34);
  list_->setModel(&rows_);
  list_->setHeaderHidden(true);
  list_->setProperty("raised", true);
  list_->setFocusPolicy(Qt::NoFocus);
  size_columns(*list_, {0, 90}, 0);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kShadow + 8, kShadow + 8, kShadow + 8, kShadow + 8);
  column->setSpacing(6);
  column->addWidget(field_);
  column->addWidget(list_);
  hide();
  field_->installEventFilter(this);
  connect(field_, &QLineEdit::textChanged, this, &SearchBox::find);
  connect(field_, &QLineEdit::returnPressed, this, &SearchBox::choose);
  connect(list_, &QTreeView::clicked, this, &SearchBox::choose);
}

void SearchBox::set_index(std::shared_ptr<const SearchIndex> index) {
  index_ = std::move(index);
  find(field_->text());
}

void SearchBox::pop_up() {
  const int width = std::min(kWidth + 2 * kShadow, parentWidget()->width() - 20);
  setGeometry((parentWidget()->width() - width) / 2, 54, width, 34 + kRows * 27 + 2 * kShadow + 26);
  raise();
  show();
  field_->setFocus(Qt::ShortcutFocusReason);
  field_->selectAll();
}

void SearchBox::find(const QString& text) {
  hits_ = index_ ? index_->find(text) : std::vector<SearchHit>();
  std::vector<Row> rows;
  for (const SearchHit& hit : hits_) {
    Row row;
    row.cells = {hit.text, kind_words(hit.kind)};
    row.detail = hit.detail;
    rows.push_back(std::move(row));
  }
  rows_.set_rows(std::move(rows));
  list_->setCurrentIndex(rows_.index(0, 0));
}

void SearchBox::choose() {
  const QModelIndex at = list_->currentIndex();
  hide();
  if (at.isValid()) emit chosen(hits_[static_cast<std::size_t>(at.row())]);
}

bool SearchBox::eventFilter(QObject* watched, QEvent* event) {
  // Escape closes the field; it is not the window's while that has the focus.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step != 0) {
      const int row = std::clamp(list_->currentIndex().row() + step, 0, std::max(0, rows_.rowCount() - 1));
      list_->setCurrentIndex(rows_.index(row, 0));
      return true;
    }
    if (key == Qt::Key_Escape) {
      hide();
      return true;
    }
  }
  if (event->type() == QEvent::FocusOut && isVisible() && !isAncestorOf(focusWidget())) hide();
  return QWidget::eventFilter(watched, event);
}

void SearchBox::paintEvent(QPaintEvent* /*event*/) {
  const Theme& theme = look_.theme();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  for (int i = kShadow; i > 0; i -= 2) {
    painter.setBrush(QColor(0, 0, 0, theme.dark ? 14 : 5));
    painter.drawRoundedRect(rect().adjusted(kShadow - i, kShadow - i + 2, -(kShadow - i), -(kShadow - i) + 2),
                            12, 12);
  }
  draw_card(painter, rect().adjusted(kShadow, kShadow, -kShadow, -kShadow), theme);
}

}  // namespace holdfast::gui

#include "app/gui/views/welcome.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::gui {
namespace {

// Networks are often called alike: the folder above tells them apart.
QString name_of(const QFileInfo& folder) {
  const QString above = QFileInfo(folder.path()).fileName();
  return above.isEmpty() ? folder.fileName() : above + QStringLiteral(" / ") + folder.fileName();
}

}  // namespace

Welcome::Welcome(const QStringList& recent, QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_StyledBackground);
  setProperty("ground", true);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(8);
  column->addStretch(2);
  const auto add = [&](QWidget* widget) { column->addWidget(widget, 0, Qt::AlignHCenter); };
  note_ = new QLabel(this);
  note_->setWordWrap(true);
  note_->setAlignment(Qt::AlignCenter);
  note_->hide();
  column->addWidget(note_);
  auto* title = new QLabel(tr("See the network, break it, understand it"), this);
  title->setProperty("title", true);
  add(title);
  auto* text = new QLabel(tr("One folder of configurations is one network. Drop it here, or open it."), this);
  text->setProperty("soft", true);
  add(text);
  column->addSpacing(10);
  auto* open = new QPushButton(tr("Open folder"), this);
  open->setProperty("primary", true);
  add(open);
  connect(open, &QPushButton::clicked, this, &Welcome::open_wanted);
  if (!recent.isEmpty()) {
    column->addSpacing(18);
    auto* before = new QLabel(tr("Opened before"), this);
    before->setProperty("faint", true);
    add(before);
  }
  for (const QString& folder : recent.mid(0, 6)) {
    const QFileInfo info(folder);
    auto* link = new QLabel(
        QStringLiteral("<a href='#' style='text-decoration:none'>%1</a>").arg(name_of(info).toHtmlEscaped()),
        this);
    link->setToolTip(folder);
    link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    link->setFocusPolicy(Qt::StrongFocus);
    add(link);
    connect(link, &QLabel::linkActivated, this, [this, folder] { emit chosen(folder); });
  }
  column->addStretch(3);
  parent->installEventFilter(this);
  resize(parent->size());
}

void Welcome::set_note(const QString& note) {
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
}

void Welcome::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  raise();
}

bool Welcome::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parent() && event->type() == QEvent::Resize) resize(parentWidget()->size());
  return QWidget::eventFilter(watched, event);
}

}  // namespace holdfast::gui

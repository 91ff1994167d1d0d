#include "app/gui/views/problems_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/gui/models/text.h"
#include "app/gui/style/badge_painter.h"
#include "app/gui/style/icons.h"
#include "app/gui/views/badge_delegate.h"
#include "app/gui/views/lists.h"
#include "app/report/finding_block.h"

namespace holdfast::gui {
namespace {

QIcon level_icon(ProblemsModel::Level level, const Theme& theme) {
  constexpr Badge kBadges[] = {Badge::Error, Badge::Warning, Badge::Info, Badge::Unknown};
  QPixmap pixmap(32, 32);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  draw_badge(painter, QRectF(3, 3, 26, 26), kBadges[static_cast<int>(level)], theme);
  return {pixmap};
}

}  // namespace

ProblemsPanel::ProblemsPanel(ProblemsModel& model, Selection& selection, const Look& look, QWidget* parent)
    : QWidget(parent),
      model_(model),
      selection_(selection),
      look_(look),
      filter_(new ProblemFilter(this)),
      view_(new_list(look, this)),
      words_(new QLineEdit(this)) {
  filter_->setSourceModel(&model);
  view_->setModel(filter_);
  view_->setSortingEnabled(true);
  view_->sortByColumn(ProblemsModel::Code, Qt::AscendingOrder);
  view_->setAccessibleName(tr("Problems"));
  view_->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(view_, &QWidget::customContextMenuRequested, this,
          [this](QPoint at) { emit menu_wanted(view_->viewport()->mapToGlobal(at)); });
  size_columns(*view_, {92, 0, 130, 210}, ProblemsModel::Problem);

  setFocusProxy(view_);
  words_->setPlaceholderText(tr("Filter problems"));
  words_->setClearButtonEnabled(true);
  words_->setMaximumWidth(260);
  words_->addAction(icon(Glyph::Search, look), QLineEdit::LeadingPosition);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(8, 6, 8, 6);
  bar->setSpacing(4);
  bar->addWidget(words_);
  bar->addSpacing(6);
  bar->addWidget(level_button(ProblemsModel::Level::Error, tr("errors")));
  bar->addWidget(level_button(ProblemsModel::Level::Warning, tr("warnings")));
  bar->addWidget(level_button(ProblemsModel::Level::Info, tr("infos")));
  bar->addWidget(level_button(ProblemsModel::Level::Unknown, tr("unknown")));
  bar->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(bar);
  column->addWidget(view_, 1);

  connect(words_, &QLineEdit::textChanged, filter_, &ProblemFilter::set_words);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsPanel::picked);
  connect(&model, &QAbstractItemModel::modelReset, this, &ProblemsPanel::count_levels);
  connect(&look, &Look::changed, this, &ProblemsPanel::count_levels);
  count_levels();
}

QToolButton* ProblemsPanel::level_button(ProblemsModel::Level level, const QString& name) {
  auto* button = new QToolButton(this);
  button->setCheckable(true);
  button->setChecked(filter_->shows_level(static_cast<int>(level)));
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setIconSize({14, 14});
  button->setToolTip(tr("Show %1").arg(name));
  connect(button, &QToolButton::toggled, this,
          [this, level](bool on) { filter_->show_level(static_cast<int>(level), on); });
  levels_.emplace_back(button, level);
  return button;
}

void ProblemsPanel::count_levels() {
  for (const auto& [button, level] : levels_) {
    button->setText(QString::number(model_.count(level)));
    button->setIcon(level_icon(level, look_.theme()));
  }
}

void ProblemsPanel::picked(const QModelIndex& index) {
  if (!index.isValid()) return;
  selection_.select_finding(model_.findings(), model_.finding(filter_->mapToSource(index).row()));
}

void ProblemsPanel::next(int step) {
  const int rows = filter_->rowCount();
  if (rows == 0) return;
  const int at = view_->currentIndex().isValid() ? view_->currentIndex().row() + step : 0;
  view_->setCurrentIndex(filter_->index((at + rows) % rows, 0));
}

void ProblemsPanel::filter(const QString& words) {
  words_->setText(words);
}

const session::ReportedFinding* ProblemsPanel::current() const {
  const QModelIndex index = filter_->mapToSource(view_->currentIndex());
  return index.isValid() ? &model_.reported(index.row()) : nullptr;
}

QString ProblemsPanel::copied() const {
  const session::ReportedFinding* it = current();
  if (it == nullptr) return {};
  return shown(report::finding_block(model_.findings()->snapshot->network, it->finding, {}));
}

}  // namespace holdfast::gui

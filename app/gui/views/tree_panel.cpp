#include "app/gui/views/tree_panel.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include "app/gui/style/icons.h"
#include "app/gui/views/badge_delegate.h"
#include "app/gui/views/choice.h"

namespace holdfast::gui {

TreePanel::TreePanel(NetworkTree& tree, Selection& selection, const Look& look, QWidget* parent)
    : QWidget(parent),
      tree_(tree),
      selection_(selection),
      filter_(new TreeFilter(this)),
      view_(new QTreeView(this)),
      words_(new QLineEdit(this)),
      kinds_(new Choice({tr("All"), tr("With problems"), tr("Affected")}, tr("What the tree shows"), look,
                        this)) {
  filter_->setSourceModel(&tree);
  view_->setModel(filter_);
  view_->setHeaderHidden(true);
  view_->setUniformRowHeights(true);
  view_->setIndentation(14);
  view_->setItemDelegate(new BadgeDelegate(look, view_));
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setAccessibleName(tr("Network"));
  words_->setPlaceholderText(tr("Filter"));
  words_->setClearButtonEnabled(true);
  words_->addAction(icon(Glyph::Search, look), QLineEdit::LeadingPosition);
  kinds_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  kinds_->setMinimumContentsLength(4);
  kinds_->view()->setMinimumWidth(130);
  setFocusProxy(view_);

  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(8, 8, 8, 8);
  bar->setSpacing(6);
  bar->addWidget(words_, 1);
  bar->addWidget(kinds_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(bar);
  column->addWidget(view_, 1);

  connect(words_, &QLineEdit::textChanged, this, &TreePanel::apply_filter);
  connect(kinds_, &QComboBox::currentIndexChanged, this, &TreePanel::apply_filter);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreePanel::picked);
  connect(&selection, &Selection::changed, this, &TreePanel::show_selected);
  connect(&tree, &NetworkTree::states_changed, this, [this] {
    if (kinds_->currentIndex() > 0) filter_->invalidate();
    view_->viewport()->update();
  });
  connect(&tree, &QAbstractItemModel::modelReset, this, [this] {
    if (tree_.rowCount() <= 8) view_->expandToDepth(0);
  });
}

void TreePanel::focus_filter() {
  words_->setFocus(Qt::ShortcutFocusReason);
  words_->selectAll();
}

void TreePanel::apply_filter() {
  filter_->set_words(words_->text());
  filter_->set_only(static_cast<TreeFilter::Only>(kinds_->currentIndex()));
  if (!words_->text().isEmpty() || kinds_->currentIndex() > 0) view_->expandToDepth(1);
}

void TreePanel::picked(const QModelIndex& index) {
  if (!index.isValid() || !view_->hasFocus()) return;
  const QVariant service = index.data(NetworkTree::ServiceRole);
  const QVariant device = index.data(NetworkTree::DeviceRole);
  if (service.isValid()) {
    selection_.select_service(static_cast<std::size_t>(service.toULongLong()));
  } else if (device.isValid()) {
    selection_.select_device(DeviceId(device.toUInt()));
  }
}

void TreePanel::show_selected() {
  if (view_->hasFocus() || selection_.kind() != Selection::Kind::Device || selection_.devices().size() != 1)
    return;
  const QModelIndex index = filter_->mapFromSource(tree_.index_of(selection_.devices().front()));
  if (!index.isValid()) return;
  view_->setCurrentIndex(index);
  view_->scrollTo(index);
}

}  // namespace holdfast::gui

// The style sheet of all widgets, made from a theme.

#include <QHash>

#include "app/gui/style/theme.h"

namespace holdfast::gui {
namespace {

constexpr const char* kSheet = R"(
* { outline: none; }
QMainWindow, QDialog { background: @panel; }
QWidget { color: @text; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 6px; }

QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QTreeView, QTableView, QListView { background: @panel; border: none; selection-background-color: @selection;
  selection-color: @text; }
QTreeView[raised="true"] { background: @raised; }
QTreeView::item, QListView::item { min-height: 26px; border: none; padding: 0 4px; }
QTreeView::item:hover, QListView::item:hover, QTableView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: @selection;
  color: @text; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @faint; border: none; border-bottom: 1px solid @border;
  padding: 4px 8px; font-weight: 500; }

QTabBar { background: @panel; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @soft; padding: 7px 7px; margin-left: 1px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }

QLineEdit, QSpinBox, QComboBox { background: @panel; border: 1px solid @border; border-radius: 6px; padding: 4px 8px;
  min-height: 18px; selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus { border: 1px solid @accent; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @border; }

QPushButton { background: @raised; border: 1px solid @border; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @selection; border-color: @accent; }
QPushButton:disabled { color: @faint; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[primary="true"] { background: @accent; color: @onaccent; border-color: @accent; }
QToolButton { background: transparent; border: none; border-radius: 6px; padding: 5px; color: @soft; }
QToolButton:hover { background: @hover; color: @text; }
QToolButton:checked { background: @selection; color: @text; }
QToolButton[quiet="true"]:checked { background: transparent; }
QToolButton[quiet="true"]:checked:hover { background: @hover; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; }

QPlainTextEdit { background: @panel; border: none; selection-background-color: @selection; selection-color: @text; }
QTextBrowser { background: @panel; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @raised; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }

QProgressBar { background: @border; border: none; border-radius: 2px; max-height: 4px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }

QLabel[key="true"] { background: @hover; border: 1px solid @border; border-radius: 4px; padding: 1px 7px; }
QCheckBox { spacing: 6px; }
QLabel[soft="true"] { color: @soft; }
QLabel[faint="true"] { color: @faint; }
QLabel[heading="true"] { font-weight: 600; }
QLabel[title="true"] { font-size: 20px; font-weight: 600; }
QWidget[ground="true"] { background: @canvas; }
QWidget[bar="true"] { background: @panel; border-bottom: 1px solid @border; }
QWidget[floating="true"] { background: @raised; border: 1px solid @border; border-radius: 8px; }
)";

}  // namespace

QString Theme::style_sheet() const {
  // Longer names first: one may begin like another.
  const std::initializer_list<std::pair<const char*, QColor>> words = {
      {"@selection", selection}, {"@onaccent", on_accent}, {"@accent", accent},  {"@border", border},
      {"@raised", raised},       {"@canvas", canvas},      {"@scroll", down},    {"@hover", hover},
      {"@panel", panel},         {"@faint", text_faint},   {"@soft", text_soft}, {"@text", text},
  };
  QString sheet = QString::fromLatin1(kSheet);
  for (const auto& [word, color] : words) sheet.replace(QLatin1String(word), color.name());
  return sheet;
}

}  // namespace holdfast::gui

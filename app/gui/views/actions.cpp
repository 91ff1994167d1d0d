#include "app/gui/views/actions.h"

#include <QWidget>

#include "app/gui/style/icons.h"

namespace holdfast::gui {

namespace {

constexpr const char* kSays = "says";

}  // namespace

QString Actions::says(const QAction& action) {
  return action.property(kSays).toString();
}

Actions::Actions(QWidget* owner, const Look& look) : owner_(owner) {
  const auto tr = [](const char* text) { return QObject::tr(text); };
  open = add(tr("Open folder"), QKeySequence::Open, icon(Glyph::Open, look));
  reload = add(tr("Read again"), Qt::Key_F5, icon(Glyph::Reload, look));
  undo = add(tr("Undo"), QKeySequence::Undo, icon(Glyph::Undo, look));
  redo = add(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), icon(Glyph::Redo, look));
  fail = add(tr("Fail what is selected"), Qt::Key_F, icon(Glyph::Fail, look));
  restore = add(tr("Restore what is selected"), Qt::Key_R, icon(Glyph::Restore, look));
  restore_all = add(tr("Restore everything"), QKeySequence(Qt::SHIFT | Qt::Key_R));
  fit = add(tr("Show the whole network"), Qt::Key_0, icon(Glyph::Fit, look));
  zoom_in = add(tr("Zoom in"), Qt::Key_Plus, icon(Glyph::ZoomIn, look));
  zoom_out = add(tr("Zoom out"), Qt::Key_Minus, icon(Glyph::ZoomOut, look));
  split = add(tr("Before and after side by side"), Qt::Key_B, icon(Glyph::Split, look), true);
  dark = add(tr("Dark theme"), QKeySequence(Qt::CTRL | Qt::Key_D), icon(Glyph::Moon, look), true);
  left = add(tr("Network tree"), QKeySequence(Qt::CTRL | Qt::Key_1), icon(Glyph::Tree, look), true);
  bottom =
      add(tr("Lists below the map"), QKeySequence(Qt::CTRL | Qt::Key_2), icon(Glyph::Bottom, look), true);
  right = add(tr("Inspector and configuration"), QKeySequence(Qt::CTRL | Qt::Key_3), icon(Glyph::Panel, look),
              true);
  search = add(tr("Find anything"), QKeySequence(Qt::CTRL | Qt::Key_K));
  filter = add(tr("Filter the tree"), QKeySequence(Qt::CTRL | Qt::Key_F));
  next_part = add(tr("Next part of the window"), Qt::Key_F6);
  previous_part = add(tr("Previous part of the window"), QKeySequence(Qt::SHIFT | Qt::Key_F6));
  next_problem = add(tr("Next problem"), Qt::Key_F8);
  previous_problem = add(tr("Previous problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8));
  copy_finding = add(tr("Copy the problem as text"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  clear = add(tr("Select nothing"), Qt::Key_Escape);
  mend = add(tr("Mend this problem"), QKeySequence(Qt::CTRL | Qt::Key_M));
  mend_all =
      add(tr("Mend all problems"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), icon(Glyph::Mend, look));
  leave = add(tr("Leave the preview"), QKeySequence(Qt::SHIFT | Qt::Key_Escape));
  draw_link = add(tr("Draw a candidate link, or join two devices"), Qt::Key_N, icon(Glyph::Link, look));
  drop_link = add(tr("Drop the candidate link"), QKeySequence::Delete);
  const QStringList names = {tr("Physical links"), tr("Eth-Trunks and E-Trunks"), tr("IGP and LDP"),
                             tr("All PWs"), tr("One service")};
  for (int i = 0; i < names.size(); ++i) layers.append(add(names[i], QKeySequence(Qt::Key_1 + i)));
  tiers = add(tr("Arrange in tiers, by role"), QKeySequence(Qt::Key_T));
  force = add(tr("Arrange by force, neighbours close"), QKeySequence(Qt::SHIFT | Qt::Key_T));
  by_hand = add(tr("Arrange as dragged by hand"), QKeySequence(Qt::Key_M));
  const QStringList list_names = {tr("Problems"), tr("What happens"),  tr("Trace"),    tr("Changes"),
                                  tr("Failures"), tr("Weakest links"), tr("Coverage"), tr("Messages"),
                                  tr("Repair"),   tr("Candidates")};
  constexpr Qt::Key kDigits[] = {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5,
                                 Qt::Key_6, Qt::Key_7, Qt::Key_8, Qt::Key_9, Qt::Key_0};
  for (int i = 0; i < list_names.size(); ++i)
    lists.append(add(list_names[i], QKeySequence(Qt::ALT | kDigits[i])));
  replay = add(tr("Replay what happens, step by step"), Qt::Key_P);
  find_failures = add(tr("Search failures, or cancel the search"), QKeySequence(Qt::CTRL | Qt::Key_Return));
  wide = add(tr("Configurations side by side"), Qt::Key_C, icon(Glyph::Columns, look), true);
  save_scenario = add(tr("Save the failures as a scenario"), QKeySequence::Save);
  open_scenario = add(tr("Open a scenario"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
  export_map = add(tr("Export the map"), QKeySequence(Qt::CTRL | Qt::Key_E), icon(Glyph::Export, look));
  recent = add(tr("Folders opened before"), QKeySequence(Qt::CTRL | Qt::Key_R));
  sheet = add(tr("Keyboard"), Qt::Key_Question, icon(Glyph::Help, look));
  quit = add(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
  left->setChecked(true);
  right->setChecked(true);
  bottom->setChecked(true);
}

QAction* Actions::add(const QString& text, const QKeySequence& key) {
  return add(text, key, QIcon());
}

QAction* Actions::add(const QString& text, const QKeySequence& key, const QIcon& icon, bool checkable) {
  auto* action = new QAction(icon, text, owner_);
  action->setShortcut(key);
  action->setCheckable(checkable);
  action->setProperty(kSays, text);
  action->setToolTip(
      key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
  owner_->addAction(action);
  all_.append(action);
  return action;
}

}  // namespace holdfast::gui

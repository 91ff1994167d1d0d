#include "app/gui/views/file_commands.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include "app/gui/models/text.h"
#include "app/gui/topology/map_picture.h"
#include "app/gui/topology/map_view.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/repair_panel.h"
#include "app/report/repair.h"
#include "app/session/repaired_files.h"
#include "app/session/write_file.h"

namespace holdfast::gui {

FileCommands::FileCommands(Workspace& workspace, WhatIf& what_if, MapPanel& map, const Look& look,
                           QWidget* window)
    : QObject(window), workspace_(workspace), what_if_(what_if), map_(map), look_(look), window_(window) {}

void FileCommands::report(const QString& problem) {
  if (!problem.isEmpty()) workspace_.messages().add({Message::Kind::Error, {}, problem});
}

void FileCommands::ask_folder() {
  const QString folder = QFileDialog::getExistingDirectory(window_, tr("Open folder"), workspace_.folder());
  if (!folder.isEmpty()) open({folder});
}

void FileCommands::open(const QStringList& paths) {
  if (paths.isEmpty()) return;
  if (QFileInfo(paths.front()).isDir()) state_.add_recent(QFileInfo(paths.front()).absoluteFilePath());
  workspace_.open(paths);
}

void FileCommands::fill_recent(QMenu& menu) {
  menu.clear();
  for (const QString& folder : state_.recent()) {
    QAction* action = menu.addAction(folder);
    connect(action, &QAction::triggered, this, [this, folder] { open({folder}); });
  }
}

void FileCommands::ask_export() {
  const QString path = QFileDialog::getSaveFileName(window_, tr("Export the map"),
                                                    workspace_.folder() + QStringLiteral("/map.svg"),
                                                    tr("Pictures (*.png *.svg *.pdf)"));
  if (!path.isEmpty()) export_map(path);
}

void FileCommands::export_map(const QString& path) {
  report(write_picture(map_.view().map(), look_.theme(), map_.font(), path));
}

void FileCommands::ask_save_scenario() {
  if (what_if_.failed().empty()) {
    report(tr("nothing has failed: there is no scenario to save"));
    return;
  }
  const QString path = QFileDialog::getSaveFileName(window_, tr("Save the scenario"),
                                                    workspace_.folder() + QStringLiteral("/scenario.yaml"),
                                                    tr("Scenarios (*.yaml)"));
  if (!path.isEmpty()) save_scenario(path);
}

bool FileCommands::save_scenario(const QString& path) {
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) {
    report(tr("%1 cannot be written").arg(path));
    return false;
  }
  file.write(what_if_.scenario().toUtf8());
  if (file.commit()) return true;
  report(tr("%1 cannot be written").arg(path));
  return false;
}

void FileCommands::ask_open_scenario() {
  const QString path = QFileDialog::getOpenFileName(window_, tr("Open a scenario"), workspace_.folder(),
                                                    tr("Scenarios (*.yaml *.yml)"));
  if (!path.isEmpty()) report(what_if_.take_scenario(path));
}

void FileCommands::ask_save_repair(const RepairPtr& repair, RepairForm form) {
  if (!repair) return;
  const auto ask_file = [this](const QString& title, const char* name) {
    return QFileDialog::getSaveFileName(window_, title,
                                        QDir(workspace_.folder()).filePath(QLatin1String(name)));
  };
  QString path;
  switch (form) {
    case RepairForm::Configurations:
      path = QFileDialog::getExistingDirectory(window_, tr("Copies of the changed configurations"));
      break;
    case RepairForm::Commands:
      path = ask_file(tr("Save the commands"), "repair.txt");
      break;
    case RepairForm::Rollback:
      path = ask_file(tr("Save the rollback"), "rollback.txt");
      break;
    case RepairForm::Diff:
      path = ask_file(tr("Save the difference"), "repair.diff");
      break;
  }
  if (!path.isEmpty()) save_repair(*repair, form, path);
}

bool FileCommands::save_repair(const session::Repair& repair, RepairForm form, const QString& path) {
  report::Options style;
  style.working_folder = QDir::currentPath().toStdString();
  std::string problem;
  if (form == RepairForm::Configurations) {
    std::vector<std::string> inputs;
    for (const QString& it : workspace_.paths()) inputs.push_back(it.toStdString());
    problem = session::write_copies(repair, inputs, path.toStdString(), false);
  } else {
    const std::string text = form == RepairForm::Commands   ? report::repair_text(repair, style)
                             : form == RepairForm::Rollback ? report::repair_rollback(repair)
                                                            : report::repair_diff(repair, style);
    problem = session::write_file(text, path.toStdString());
  }
  report(shown(problem));
  return problem.empty();
}

}  // namespace holdfast::gui

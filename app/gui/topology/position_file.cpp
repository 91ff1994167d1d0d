#include "app/gui/topology/position_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace holdfast::gui {
namespace {

QString path_in(const QString& folder) {
  return QDir(folder).filePath(QLatin1String(kPositionFile));
}

}  // namespace

NamedPositions read_positions(const QString& folder) {
  QFile file(path_in(folder));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QJsonObject devices =
      QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("devices")).toObject();
  NamedPositions result;
  for (auto it = devices.begin(); it != devices.end(); ++it) {
    const QJsonArray place = it.value().toArray();
    if (place.size() == 2) result.insert(it.key(), {place.at(0).toDouble(), place.at(1).toDouble()});
  }
  return result;
}

bool write_positions(const QString& folder, const NamedPositions& positions) {
  if (positions.isEmpty()) return !QFile::exists(path_in(folder)) || QFile::remove(path_in(folder));
  QJsonObject devices;
  for (auto it = positions.begin(); it != positions.end(); ++it)
    devices.insert(it.key(), QJsonArray{qRound(it.value().x()), qRound(it.value().y())});
  QSaveFile file(path_in(folder));
  if (!file.open(QIODevice::WriteOnly)) return false;
  file.write(QJsonDocument(QJsonObject{{QLatin1String("devices"), devices}}).toJson());
  return file.commit();
}

}  // namespace holdfast::gui

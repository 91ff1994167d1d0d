#include "app/gui/topology/position_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace holdfast::gui {
namespace {

constexpr QLatin1String kDevices("devices");
constexpr QLatin1String kArrangement("arrangement");
constexpr QLatin1String kTiers("tiers");
constexpr QLatin1String kForce("force");

QString path_in(const QString& folder) {
  return QDir(folder).filePath(QLatin1String(kPositionFile));
}

}  // namespace

HandLayout read_positions(const QString& folder) {
  QFile file(path_in(folder));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
  const QJsonObject devices = all.value(kDevices).toObject();
  const QString base = all.value(kArrangement).toString();
  HandLayout result;
  if (base == kTiers) result.base = Arrangement::Tiers;
  if (base == kForce) result.base = Arrangement::Force;
  for (auto it = devices.begin(); it != devices.end(); ++it) {
    const QJsonArray place = it.value().toArray();
    if (place.size() == 2) result.dragged.insert(it.key(), {place.at(0).toDouble(), place.at(1).toDouble()});
  }
  return result;
}

bool write_positions(const QString& folder, const HandLayout& layout) {
  if (layout.empty()) return !QFile::exists(path_in(folder)) || QFile::remove(path_in(folder));
  QJsonObject devices;
  for (auto it = layout.dragged.begin(); it != layout.dragged.end(); ++it)
    devices.insert(it.key(), QJsonArray{qRound(it.value().x()), qRound(it.value().y())});
  QSaveFile file(path_in(folder));
  if (!file.open(QIODevice::WriteOnly)) return false;
  QJsonObject all{{kDevices, devices}};
  if (layout.base) all.insert(kArrangement, layout.base == Arrangement::Tiers ? kTiers : kForce);
  file.write(QJsonDocument(all).toJson());
  return file.commit();
}

}  // namespace holdfast::gui

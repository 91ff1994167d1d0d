#include "app/gui/topology/map_picture.h"

#include <QImage>
#include <QObject>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>

#include "app/gui/topology/labels.h"
#include "app/gui/topology/map_scene.h"

namespace holdfast::gui {
namespace {

constexpr double kMostPixels = 8000;  // on a side

void paint(QPainter& painter, const MapScene& scene, const Theme& theme, const QFont& font,
           const QSizeF& size) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(font);
  painter.fillRect(QRectF(QPointF(), size), theme.canvas);
  const QRectF extent = scene.extent();
  const double scale = size.width() / extent.width();
  // Rendering a scene does not change it, but Qt does not say so.
  const_cast<MapScene&>(scene).render(&painter, QRectF(QPointF(), size), extent);
  QTransform to_page = QTransform::fromScale(scale, scale);
  to_page.translate(-extent.left(), -extent.top());
  draw_labels(painter, scene, to_page, QRectF(QPointF(), size), theme);
}

}  // namespace

QString write_picture(const MapScene& scene, const Theme& theme, const QFont& font, const QString& path) {
  const QSizeF extent = scene.extent().size();
  const double scale = std::min({2.0, kMostPixels / extent.width(), kMostPixels / extent.height()});
  const QSizeF size = extent * std::max(scale / 2, 0.05);
  QString failed = QObject::tr("%1 cannot be written").arg(path);
  if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
    QSvgGenerator svg;
    svg.setFileName(path);
    svg.setSize(size.toSize());
    svg.setViewBox(QRectF(QPointF(), size));
    svg.setTitle(QStringLiteral("Holdfast"));
    QPainter painter;
    if (!painter.begin(&svg)) return failed;
    paint(painter, scene, theme, font, size);
    return {};
  }
  if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
    QPdfWriter pdf(path);
    pdf.setResolution(72);
    pdf.setPageSize(QPageSize(size, QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&pdf)) return failed;
    paint(painter, scene, theme, font, size);
    return {};
  }
  QImage image((size * 2).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(2);
  QPainter painter(&image);
  paint(painter, scene, theme, font, size);
  painter.end();
  return image.save(path) ? QString() : failed;
}

}  // namespace holdfast::gui

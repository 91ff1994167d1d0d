#include "app/gui/topology/labels.h"

#include <QImage>
#include <algorithm>
#include <gtest/gtest.h>

#include "app/gui/topology/node_item.h"
#include "tests/gui/support/study.h"

namespace holdfast::gui {
namespace {

using test::study_of;

struct Drawn {
  std::vector<PlacedLabel> labels;
  std::size_t devices = 0;
};

// The map of a network as a view of that size shows it at first.
Drawn drawn(const std::shared_ptr<const session::Study>& study, MapLayer layer, QSizeF size) {
  const Look look;
  MapScene scene(look);
  scene.set_study(study, arrange(study->map(), suitable(study->map()), 20, false).positions);
  scene.set_layer(layer);
  QImage image(size.toSize(), QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&image);
  const QRectF extent = scene.extent();
  const double scale = std::min({size.width() / extent.width(), size.height() / extent.height(), 1.5});
  QTransform to_device;
  to_device.translate(size.width() / 2, size.height() / 2);
  to_device.scale(scale, scale);
  to_device.translate(-extent.center().x(), -extent.center().y());
  return {draw_labels(painter, scene, to_device, QRectF(QPointF(), size), look.theme()),
          scene.nodes().size()};
}

class SampleLabels : public testing::TestWithParam<const char*> {};

TEST_P(SampleLabels, HaveRoomAndDoNotOverlap) {
  const auto study = study_of(GetParam());
  for (const MapLayer layer : {MapLayer::Physical, MapLayer::Trunks, MapLayer::Igp, MapLayer::Pws}) {
    const Drawn map = drawn(study, layer, {700, 520});
    for (const session::MapNode& node : study->map().nodes) {
      EXPECT_TRUE(std::ranges::any_of(map.labels, [&](const PlacedLabel& it) {
        return it.text.toStdString() == node.name;
      })) << node.name;
    }
    for (std::size_t a = 0; a < map.labels.size(); ++a) {
      for (std::size_t b = a + 1; b < map.labels.size(); ++b)
        EXPECT_FALSE(map.labels[a].place.intersects(map.labels[b].place)) << map.labels[a].text.toStdString();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, SampleLabels,
                         testing::Values("hvpls-track-hub-pw/good", "independent-pw-redundancy/good",
                                         "independent-pw-redundancy/good-mvrrp", "pw-status-negotiation/good",
                                         "secondary-vpws/good", "secondary-vpws/good-ms-pw",
                                         "vpws-track-vpnv6-route/good"));

TEST(Labels, LeaveOutWhatFindsNoRoom) {
  const auto study = study_of("hvpls-track-hub-pw/good");
  const Drawn map = drawn(study, MapLayer::Physical, {60, 40});
  EXPECT_LT(map.labels.size(), map.devices);
}

}  // namespace
}  // namespace holdfast::gui

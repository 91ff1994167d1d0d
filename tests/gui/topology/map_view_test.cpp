#include "app/gui/topology/map_view.h"

#include <QTest>
#include <QWheelEvent>
#include <gtest/gtest.h>

#include "app/gui/topology/map_scene.h"
#include "tests/gui/support/study.h"

namespace holdfast::gui {
namespace {

class MapViewTest : public testing::Test {
 protected:
  MapViewTest() : scene(look), view(scene, look) {
    const auto study = test::study_of("hvpls-track-hub-pw/good");
    scene.set_study(study, in_columns(study->map()));
    view.resize(800, 600);
    view.show();
    view.fit();
  }

  Look look;
  MapScene scene;
  MapView view;
};

TEST_F(MapViewTest, ZoomsAtTheCursor) {
  const QPointF cursor(600, 150);
  const QPointF under = view.mapToScene(cursor.toPoint());
  const double zoom = view.zoom();
  QWheelEvent wheel(cursor, view.viewport()->mapToGlobal(cursor), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(view.viewport(), &wheel);
  EXPECT_GT(view.zoom(), zoom * 1.2);
  EXPECT_LT(QLineF(view.mapFromScene(under), cursor).length(), 2.5);
}

TEST_F(MapViewTest, PansWithTheMiddleButton) {
  const QPointF under = view.mapToScene(200, 200);
  QTest::mousePress(view.viewport(), Qt::MiddleButton, {}, {200, 200});
  QTest::mouseMove(view.viewport(), {260, 230});
  QTest::mouseRelease(view.viewport(), Qt::MiddleButton, {}, {260, 230});
  EXPECT_LT(QLineF(view.mapFromScene(under), QPointF(260, 230)).length(), 2.5);
}

TEST_F(MapViewTest, FitsTheWholeNetwork) {
  view.zoom_by(3);
  view.fit();
  for (const QPointF& at : scene.positions())
    EXPECT_TRUE(view.viewport()->rect().contains(view.mapFromScene(at)));
}

TEST_F(MapViewTest, AClickPicksADevice) {
  std::vector<DeviceId> picked;
  QObject::connect(
      &scene, &MapScene::picked,
      [&](const std::vector<DeviceId>& devices, const std::vector<std::size_t>&) { picked = devices; });
  QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(scene.positions()[3]));
  EXPECT_EQ(picked, std::vector{DeviceId(3)});
}

}  // namespace
}  // namespace holdfast::gui

#include "camera_model/rendered/scene_light.h"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

#include "camera_model/scene/shapes.h"

namespace uketsuke::camera {
namespace scene_light_test {

ViewCamera small_camera() {
  ViewCamera camera;
  camera.width = 64, camera.height = 48, camera.focal_px = 60;
  camera.centre = {32, 24};
  return camera;
}

SceneSnapshot sheet_at(float x, float emission = 1) {
  Material material;
  material.emission = emission;
  SceneSnapshot snapshot;
  snapshot.figures.push_back({nullptr,
                              std::make_shared<const Model>(Model{{sheet({-30, 30, -30, 30}, material)}}),
                              {},
                              {{}, {x, 0, -450}, {}}});
  return snapshot;
}

/// A model that drawing refuses.
SceneSnapshot damaged() {
  SceneSnapshot snapshot = sheet_at(0);
  Model model = *snapshot.figures[0].prop;
  model.surfaces[0].normals.pop_back();
  snapshot.figures[0].prop = std::make_shared<const Model>(model);
  return snapshot;
}

struct Lit : testing::Test {
  SceneLight light{LightSettings{}, 7, small_camera()};

  std::vector<float> alone(const SceneSnapshot& snapshot) {
    SceneLight another(LightSettings{}, 7, small_camera());
    return another.of(snapshot).pixels;
  }
};

TEST_F(Lit, ByWhatWasExpectedAsByWhatWasNot) {
  const SceneSnapshot left = sheet_at(-20), right = sheet_at(20);
  ASSERT_NE(alone(left), alone(right));
  light.expect(left);
  EXPECT_EQ(light.of(left).pixels, alone(left));
  light.expect(left);
  EXPECT_EQ(light.of(right).pixels, alone(right));
  EXPECT_EQ(light.of(left).pixels, alone(left));
}

TEST_F(Lit, ByTheLastThatWasExpected) {
  const SceneSnapshot left = sheet_at(-20), right = sheet_at(20);
  light.expect(left);
  light.expect(right);
  EXPECT_EQ(light.of(right).pixels, alone(right));
}

TEST_F(Lit, ByOneThingThatIsExpectedTwice) {
  const SceneSnapshot left = sheet_at(-20);
  light.expect(left);
  light.of(left);
  EXPECT_EQ(light.of(left).pixels, alone(left));
}

TEST_F(Lit, ErrorsAreThoseOfWhatIsAskedFor) {
  const SceneSnapshot good = sheet_at(0), bad = damaged();
  light.expect(bad);
  EXPECT_EQ(light.of(good).pixels, alone(good));
  light.expect(bad);
  EXPECT_THROW(light.of(bad), std::invalid_argument);
  EXPECT_EQ(light.of(good).pixels, alone(good));
}

TEST_F(Lit, EndsWhileSomethingIsDrawn) { light.expect(sheet_at(0)); }

class Differing : public testing::TestWithParam<std::function<void(SceneSnapshot&)>> {};

TEST_P(Differing, IsAnotherTableau) {
  SceneSnapshot one = sheet_at(0), other = one;
  EXPECT_TRUE(one == other);
  GetParam()(other);
  EXPECT_FALSE(one == other);
  EXPECT_FALSE(other == one);
}

INSTANTIATE_TEST_SUITE_P(
    Figures, Differing,
    testing::Values([](SceneSnapshot& it) { it.figures.clear(); },
                    [](SceneSnapshot& it) { it.figures.push_back(it.figures[0]); },
                    [](SceneSnapshot& it) { it.figures[0].prop = sheet_at(0).figures[0].prop; },
                    [](SceneSnapshot& it) { it.figures[0].attire.glasses = Glasses::clear; },
                    [](SceneSnapshot& it) { it.figures[0].attire.mask = true; },
                    [](SceneSnapshot& it) { it.figures[0].attire.hat = Hat::cap; },
                    [](SceneSnapshot& it) { it.figures[0].attire.top = "shirt"; },
                    [](SceneSnapshot& it) { it.figures[0].attire.top_colour = Vec3{}; },
                    [](SceneSnapshot& it) { it.figures[0].pose.turn.yaw = 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.turn.pitch = 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.turn.roll = 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.position.x += 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.position.y += 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.position.z += 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.expression.blink = 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.expression.smile = 1; },
                    [](SceneSnapshot& it) { it.figures[0].pose.expression.mouth_open = 1; }));

}  // namespace scene_light_test
}  // namespace uketsuke::camera

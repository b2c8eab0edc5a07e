#include "camera_model/stage/scene_light.h"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

#include "camera_model/scene/shapes.h"

namespace uketsuke::camera {
namespace {

ViewCamera small_camera() {
  ViewCamera camera;
  camera.width = 64, camera.height = 48, camera.focal_px = 60;
  camera.centre = {32, 24};
  return camera;
}

Tableau sheet_at(float x, float emission = 1) {
  Material material;
  material.emission = emission;
  Tableau tableau;
  tableau.figures.push_back({nullptr,
                             std::make_shared<const Model>(Model{{sheet({-30, 30, -30, 30}, material)}}),
                             {},
                             {{}, {x, 0, -450}, {}}});
  return tableau;
}

/// A model that drawing refuses.
Tableau damaged() {
  Tableau tableau = sheet_at(0);
  Model model = *tableau.figures[0].prop;
  model.surfaces[0].normals.pop_back();
  tableau.figures[0].prop = std::make_shared<const Model>(model);
  return tableau;
}

struct Lit : testing::Test {
  SceneLight light{LightSettings{}, 7, small_camera()};

  std::vector<float> alone(const Tableau& tableau) {
    SceneLight another(LightSettings{}, 7, small_camera());
    return another.of(tableau).pixels;
  }
};

TEST_F(Lit, ByWhatWasExpectedAsByWhatWasNot) {
  const Tableau left = sheet_at(-20), right = sheet_at(20);
  ASSERT_NE(alone(left), alone(right));
  light.expect(left);
  EXPECT_EQ(light.of(left).pixels, alone(left));
  light.expect(left);
  EXPECT_EQ(light.of(right).pixels, alone(right));
  EXPECT_EQ(light.of(left).pixels, alone(left));
}

TEST_F(Lit, ByTheLastThatWasExpected) {
  const Tableau left = sheet_at(-20), right = sheet_at(20);
  light.expect(left);
  light.expect(right);
  EXPECT_EQ(light.of(right).pixels, alone(right));
}

TEST_F(Lit, ByOneThingThatIsExpectedTwice) {
  const Tableau left = sheet_at(-20);
  light.expect(left);
  light.of(left);
  EXPECT_EQ(light.of(left).pixels, alone(left));
}

TEST_F(Lit, ErrorsAreThoseOfWhatIsAskedFor) {
  const Tableau good = sheet_at(0), bad = damaged();
  light.expect(bad);
  EXPECT_EQ(light.of(good).pixels, alone(good));
  light.expect(bad);
  EXPECT_THROW(light.of(bad), std::invalid_argument);
  EXPECT_EQ(light.of(good).pixels, alone(good));
}

TEST_F(Lit, EndsWhileSomethingIsDrawn) { light.expect(sheet_at(0)); }

class Differing : public testing::TestWithParam<std::function<void(Tableau&)>> {};

TEST_P(Differing, IsAnotherTableau) {
  Tableau one = sheet_at(0), other = one;
  EXPECT_TRUE(one == other);
  GetParam()(other);
  EXPECT_FALSE(one == other);
  EXPECT_FALSE(other == one);
}

INSTANTIATE_TEST_SUITE_P(Figures, Differing,
                         testing::Values([](Tableau& it) { it.figures.clear(); },
                                         [](Tableau& it) { it.figures.push_back(it.figures[0]); },
                                         [](Tableau& it) {
                                           it.figures[0].prop = sheet_at(0).figures[0].prop;
                                         },
                                         [](Tableau& it) { it.figures[0].attire.glasses = Glasses::clear; },
                                         [](Tableau& it) { it.figures[0].attire.mask = true; },
                                         [](Tableau& it) { it.figures[0].attire.hat = Hat::cap; },
                                         [](Tableau& it) { it.figures[0].attire.top = "shirt"; },
                                         [](Tableau& it) { it.figures[0].attire.top_colour = Vec3{}; },
                                         [](Tableau& it) { it.figures[0].pose.turn.yaw = 1; },
                                         [](Tableau& it) { it.figures[0].pose.turn.pitch = 1; },
                                         [](Tableau& it) { it.figures[0].pose.turn.roll = 1; },
                                         [](Tableau& it) { it.figures[0].pose.position.x += 1; },
                                         [](Tableau& it) { it.figures[0].pose.position.y += 1; },
                                         [](Tableau& it) { it.figures[0].pose.position.z += 1; },
                                         [](Tableau& it) { it.figures[0].pose.expression.blink = 1; },
                                         [](Tableau& it) { it.figures[0].pose.expression.smile = 1; },
                                         [](Tableau& it) { it.figures[0].pose.expression.mouth_open = 1; }));

}  // namespace
}  // namespace uketsuke::camera

#include "camera_model/scene/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/unit/camera_model/render/pictures.h"

namespace uketsuke::camera {
namespace scene_test {

ViewCamera desk_camera() { return ViewCamera::with_field(160, 120, 60); }

/// A skin-coloured ball as large as a head.
std::shared_ptr<const Model> ball() {
  constexpr std::uint32_t kSide = 25;
  Surface surface;
  surface.name = "ball";
  surface.material.colour = {0.5F, 0.35F, 0.28F};
  for (std::uint32_t i = 0; i < kSide * kSide; ++i) {
    const float around = 6.2831853F * static_cast<float>(i % kSide) / (kSide - 1);
    const float up = 3.1415927F * (static_cast<float>(i / kSide) / (kSide - 1) - 0.5F);
    const Vec3 out{std::cos(up) * std::sin(around), std::sin(up), std::cos(up) * std::cos(around)};
    surface.positions.push_back(out * 95);
    surface.normals.push_back(out);
    if (i % kSide + 1 == kSide || i / kSide + 1 == kSide) continue;
    for (const std::uint32_t index : {i, i + 1, i + kSide, i + 1, i + kSide + 1, i + kSide})
      surface.triangles.push_back(index);
  }
  return std::make_shared<Model>(model_of(surface));
}

Radiance seen(LightName light, float side = 1) {
  LightSettings settings;
  settings.name = light, settings.side = side;
  Scene scene(settings, 5);
  scene.things.push_back({ball(), {}, {0, 0, -450}});
  Radiance out;
  scene.radiance(desk_camera(), out);
  return out;
}

/// The mean of a square of 9 pixels.
float mean(const Radiance& picture, int x, int y) {
  float sum = 0;
  for (int dy = -4; dy <= 4; ++dy) {
    for (int dx = -4; dx <= 4; ++dx) sum += pixel_of(picture, x + dx, y + dy).y;
  }
  return sum / 81;
}

TEST(Scene, SkinInGoodLightHasNearlyItsOwnColour) {
  // 500 lx on the face: a white surface is 1.0, so skin of green 0.35 is near 0.35.
  EXPECT_NEAR(mean(seen(LightName::good), 80, 60), 0.35F, 0.12F);
}

TEST(Scene, BackgroundOfBacklightIsManyTimesBrighterThanTheFace) {
  const Radiance picture = seen(LightName::backlight);
  EXPECT_GT(mean(picture, 30, 35), 15 * mean(picture, 80, 60));  // a pane of the window beside the head
  EXPECT_LT(mean(picture, 80, 60), 0.6F * mean(seen(LightName::good), 80, 60));
}

TEST(Scene, SunLightsOneSideOfTheFaceManyTimesMore) {
  const Radiance right = seen(LightName::sun, 1), left = seen(LightName::sun, -1);
  EXPECT_GT(mean(right, 98, 60), 4 * mean(right, 62, 60));
  EXPECT_GT(mean(left, 62, 60), 4 * mean(left, 98, 60));
}

TEST(Scene, DarkIsLessThanATwentiethOfGood) {
  EXPECT_LT(mean(seen(LightName::dark), 80, 60), 0.05F * mean(seen(LightName::good), 80, 60));
}

TEST(Scene, LevelMultipliesAllLight) {
  LightSettings settings;
  Scene scene(settings, 5);
  Radiance once, twice;
  scene.radiance(desk_camera(), once);
  settings.level = 2;
  scene.set_light(settings);
  scene.radiance(desk_camera(), twice);
  for (std::size_t i = 0; i < once.pixels.size(); i += 97)
    ASSERT_NEAR(twice.pixels[i], 2 * once.pixels[i], 1e-4F);
}

TEST(Scene, RoomBehindIsNoFlatColour) {
  Scene scene({}, 5);
  Radiance out;
  scene.radiance(desk_camera(), out);
  const auto [least, most] = std::minmax_element(out.pixels.begin(), out.pixels.end());
  EXPECT_GT(*most, 4 * *least);
}

TEST(Scene, SameSeedPaintsTheSameRoomAndAnotherAnother) {
  Radiance first, again, other;
  Scene({}, 5).radiance(desk_camera(), first);
  Scene({}, 5).radiance(desk_camera(), again);
  Scene({}, 6).radiance(desk_camera(), other);
  EXPECT_EQ(first.pixels, again.pixels);
  EXPECT_NE(first.pixels, other.pixels);
}

TEST(Scene, RoomIsPaintedAnewForACameraOfAnotherSize) {
  Scene scene({}, 5);
  Radiance small, large, alone;
  scene.radiance(desk_camera(), small);
  scene.radiance(ViewCamera::with_field(320, 240, 60), large);
  Scene({}, 5).radiance(ViewCamera::with_field(320, 240, 60), alone);
  EXPECT_EQ(large.pixels, alone.pixels);
}

TEST(Scene, NearerPersonHidesTheOther) {
  Scene scene({}, 5);
  auto red = std::make_shared<Model>(model_of(board(100, 100, glowing({3, 0, 0}))));
  auto green = std::make_shared<Model>(model_of(board(100, 100, glowing({0, 3, 0}))));
  scene.things = {{red, {}, {0, 0, -400}}, {green, {}, {20, 0, -700}}};
  Radiance out;
  scene.radiance(desk_camera(), out);
  EXPECT_GT(pixel_of(out, 80, 60).x, 2.5F);
}

TEST(Scene, ThingWithoutAModelIsRefused) {
  Scene scene;
  scene.things.push_back({});
  Radiance out;
  EXPECT_THROW(scene.radiance(desk_camera(), out), std::invalid_argument);
}

TEST(Lighting, LevelOfNothingIsRefused) {
  LightSettings settings;
  settings.level = 0;
  EXPECT_THROW(lighting(settings), std::invalid_argument);
}

}  // namespace scene_test
}  // namespace uketsuke::camera

#include "camera_model/scene/portrait.h"

#include <gtest/gtest.h>

#include "tests/unit/camera_model/render/pictures.h"

namespace uketsuke::camera {
namespace portrait_test {

/// As high above the eyes as a head, 120 mm, and down to the chest.
Model bust() {
  Material skin;
  skin.colour = {0.5F, 0.35F, 0.28F};
  Surface surface = board(150, 420, skin);
  for (Vec3& place : surface.positions) place.y -= 90;
  return model_of(surface);
}

TEST(Portrait, HeadTakesThreeQuartersOfTheHeight) {
  const PortraitShot shot = portrait_shot(bust(), 192, 240);
  const Vec2 crown = shot.camera.project(shot.placement({0, 120, 0}));
  const Vec2 chin = shot.camera.project(shot.placement({0, -112, 0}));  // nearly as far below the eyes
  EXPECT_NEAR((chin.y - crown.y) / 240, 0.75F, 0.01F);
  EXPECT_GT(crown.y, 10);
}

TEST(Portrait, EyesAreWhereTheShotSays) {
  const PortraitShot shot = portrait_shot(bust(), 192, 240);
  const Vec2 eyes = shot.camera.project(shot.placement({0, 0, 0}));
  EXPECT_NEAR(eyes.x, shot.eyes.x * 192, 0.01F);
  EXPECT_NEAR(eyes.y, shot.eyes.y * 240, 0.01F);
}

TEST(Portrait, WidthIsWhatThePictureSpansInThePlaneOfTheEyes) {
  const PortraitShot shot = portrait_shot(bust(), 192, 240);
  const float left = shot.camera.project(shot.placement({-0.5F * shot.width_mm, 0, 0})).x;
  EXPECT_NEAR(left, 0, 0.01F);
}

TEST(Portrait, BackgroundIsPlainAndLight) {
  Radiance out;
  studio_portrait(bust(), 96, 120, out);
  const Vec3 left = pixel_of(out, 3, 3), right = pixel_of(out, 92, 60);
  EXPECT_EQ(left.y, right.y);
  EXPECT_GT(left.y, 0.6F);
}

TEST(Portrait, FaceIsLitEvenly) {
  Radiance out;
  studio_portrait(bust(), 96, 120, out);
  EXPECT_NEAR(pixel_of(out, 38, 50).y / pixel_of(out, 58, 50).y, 1, 0.1F);
  EXPECT_NEAR(pixel_of(out, 48, 50).y, 0.35F, 0.1F);
}

TEST(Portrait, CutoutIsClearBesideThePersonAndHasTheSameColourOnIt) {
  const Image image = portrait_cutout(bust(), 96, 120);
  EXPECT_EQ(image.channels, 4);
  EXPECT_EQ(image.at(3, 3)[3], 0);
  EXPECT_EQ(image.at(48, 60)[3], 255);
  EXPECT_NEAR(image.at(48, 60)[1], 159, 20);  // 0.35 in sRGB
}

}  // namespace portrait_test
}  // namespace uketsuke::camera

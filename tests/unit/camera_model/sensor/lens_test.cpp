#include "camera_model/sensor/lens.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace lens_test {

/// 640 x 480, 600 pixels of focal length: half the diagonal is 400 pixels, r = 2/3 in the corner.
CameraProfile profile() {
  CameraProfile camera;
  camera.width = 640;
  camera.height = 480;
  camera.lens.focal_mm = 3.6;
  camera.sensor.pixel_um = 6.0;
  return camera;
}

TEST(Lens, PincushionMovesAPointOutwardsByThePolynomial) {
  CameraProfile camera = profile();
  camera.lens.k1 = 0.1;
  camera.lens.k2 = 0.05;
  // 300 right of the middle: r = 0.5, 1 + 0.1 · 0.25 + 0.05 · 0.0625 = 1.028125; 300 · 1.028125 = 308.4375
  const Vec2 seen = Lens(camera).seen({620, 240});
  EXPECT_NEAR(seen.x, 320 + 308.4375, 1e-3);
  EXPECT_NEAR(seen.y, 240, 1e-3);
}

TEST(Lens, BarrelKeepsTheCornersInTheCorners) {
  CameraProfile camera = profile();
  camera.lens.k1 = -0.09;
  const Vec2 seen = Lens(camera).seen({640, 480});
  EXPECT_NEAR(seen.x, 640, 1e-3);
  EXPECT_NEAR(seen.y, 480, 1e-3);
}

TEST(Lens, BarrelMovesAPointByThePolynomialAndTheEnlargement) {
  CameraProfile camera = profile();
  camera.lens.k1 = -0.09;
  // Corner: 1 - 0.09 · 4/9 = 0.96. At r = 0.5: 1 - 0.09 / 4 = 0.9775. 300 · 0.9775 / 0.96 = 305.46875
  EXPECT_NEAR(Lens(camera).seen({620, 240}).x, 320 + 305.46875, 1e-3);
}

TEST(Lens, IdealIsTheInverseOfSeen) {
  CameraProfile camera = profile();
  camera.lens.k1 = -0.12;
  camera.lens.k2 = 0.02;
  const Lens lens(camera);
  for (const Vec2 place : {Vec2{0, 0}, Vec2{1, 479}, Vec2{320, 240}, Vec2{333, 100}, Vec2{639, 3}}) {
    const Vec2 back = lens.ideal(lens.seen(place));
    EXPECT_NEAR(back.x, place.x, 1e-3);
    EXPECT_NEAR(back.y, place.y, 1e-3);
  }
}

TEST(Lens, LightFallsByTheFourthPowerOfTheCosine) {
  // r = tan θ = 2/3 in the corner: cos² = 9/13, cos⁴ = 81/169
  EXPECT_NEAR(Lens(profile()).vignetting({640, 480}), 81.0 / 169, 1e-6);
  EXPECT_NEAR(Lens(profile()).vignetting({320, 240}), 1, 1e-9);
}

TEST(Lens, LensWithoutVignettingGivesEveryPlaceTheSameLight) {
  CameraProfile camera = profile();
  camera.lens.vignetting = 0;
  EXPECT_EQ(Lens(camera).vignetting({640, 480}), 1);
}

TEST(Lens, BlurIsThatOfTheThinLensEquation) {
  CameraProfile camera = profile();
  camera.lens.f_number = 2;
  camera.lens.focus_mm = 450;
  // Image distances 1/(1/f - 1/d): 3.629032 mm for 450 mm, 3.643725 mm for 300 mm. The cone from the aperture
  // of 1.8 mm has 1.8 · (3.643725 - 3.629032) / 3.643725 = 0.0072581 mm at the sensor: a radius of 0.60484
  // pixels of 6 µm.
  EXPECT_NEAR(Lens(camera).blur_radius(300), 0.60484, 1e-4);
}

TEST(Lens, NothingIsBlurredInFocus) {
  EXPECT_EQ(Lens(profile()).blur_radius(450), 0);
  EXPECT_EQ(Lens(profile()).blur_radius(0), 0);
}

}  // namespace lens_test
}  // namespace uketsuke::camera

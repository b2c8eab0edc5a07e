#include "camera_model/sensor/light_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "camera_model/sensor/demosaic.h"
#include "camera_model/sensor/lens.h"

namespace uketsuke::camera {
namespace light_map_test {

CameraProfile profile() {
  CameraProfile camera;
  camera.width = 160;
  camera.height = 120;
  camera.lens.focal_mm = 0.9;  // 150 pixels
  camera.lens.vignetting = 0;
  camera.sensor.prnu = 0;
  return camera;
}

Radiance dark() {
  Radiance light;
  light.resize(160, 120);
  return light;
}

Radiance even(float value) {
  Radiance light = dark();
  for (float& sample : light.pixels) sample = value;
  return light;
}

Radiance through(const LightMap& map, const Radiance& light, const Vec3& scale = {1, 1, 1}) {
  Radiance seen;
  seen.resize(light.width, light.height);
  std::vector<float> row(static_cast<std::size_t>(light.width) * 3 + 1);
  for (int y = 0; y < light.height; ++y) {
    map.row(light, y, scale, row.data());
    std::copy(row.begin(), row.end() - 1, seen.pixels.begin() + y * light.width * 3);
  }
  return seen;
}

/// Centroid of the green light.
Vec2 centre(const Radiance& light) {
  double x = 0, y = 0, sum = 0;
  for (int line = 0; line < light.height; ++line) {
    for (int column = 0; column < light.width; ++column) {
      const double value = light.pixels[static_cast<std::size_t>((line * light.width + column) * 3 + 1)];
      x += value * (column + 0.5);
      y += value * (line + 0.5);
      sum += value;
    }
  }
  return {static_cast<float>(x / sum), static_cast<float>(y / sum)};
}

TEST(LightMap, PerfectLensAndSensorChangeNothing) {
  Radiance light = dark();
  for (std::size_t i = 0; i < light.pixels.size(); ++i) light.pixels[i] = static_cast<float>(i % 251);
  EXPECT_EQ(through(LightMap(profile(), 1), light).pixels, light.pixels);
}

TEST(LightMap, EveryColourIsScaledByItsOwnFactor) {
  for (const double k1 : {0.0, -0.1}) {
    CameraProfile camera = profile();
    camera.lens.k1 = k1;
    const Radiance seen = through(LightMap(camera, 1), even(2), {1, 10, 100});
    EXPECT_NEAR(seen.pixels[0], 2, 1e-5);
    EXPECT_NEAR(seen.pixels[1], 20, 1e-4);
    EXPECT_NEAR(seen.pixels[2], 200, 1e-3);
  }
}

TEST(LightMap, DistortionPutsAPointWhereTheLensSaysInEveryPartOfThePicture) {
  CameraProfile camera = profile();
  camera.lens.k1 = -0.15;
  const LightMap map(camera, 1);
  for (const auto& [x, y] : {std::pair{20, 15}, {140, 20}, {80, 60}, {30, 100}, {130, 105}}) {
    Radiance light = dark();
    light.pixels[static_cast<std::size_t>((y * 160 + x) * 3 + 1)] = 1;
    const Vec2 expected = Lens(camera).seen({static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F});
    const Vec2 seen = centre(through(map, light));
    EXPECT_NEAR(seen.x, expected.x, 0.1);
    EXPECT_NEAR(seen.y, expected.y, 0.1);
  }
}

TEST(LightMap, UnderAMosaicAPixelHasItsOwnColourOfTheSameLightToTheBit) {
  for (const double k1 : {0.0, -0.15}) {
    for (const int width : {160, 157}) {
      CameraProfile camera = profile();
      camera.width = width;
      camera.lens.k1 = k1;
      camera.sensor.prnu = 0.02;
      const LightMap map(camera, 1);
      Radiance light;
      light.resize(camera.width, camera.height);
      for (std::size_t i = 0; i < light.pixels.size(); ++i) light.pixels[i] = static_cast<float>(i % 251);
      const auto columns = static_cast<std::size_t>(width);
      std::vector<float> all(3 * columns + 1), own(columns);
      for (int y = 0; y < camera.height; ++y) {
        map.row(light, y, {3, 5, 7}, all.data());
        map.mosaic_row(light, y, {3, 5, 7}, own.data());
        for (int x = 0; x < width; ++x) {
          ASSERT_EQ(own[static_cast<std::size_t>(x)],
                    all[static_cast<std::size_t>(3 * x + mosaic_colour(x, y))])
              << k1 << ": " << x << ", " << y;
        }
      }
    }
  }
}

TEST(LightMap, DistortionLeavesAnEvenLightEvenUpToTheCorners) {
  CameraProfile camera = profile();
  camera.lens.k1 = -0.15;
  for (const float value : through(LightMap(camera, 1), even(3)).pixels) ASSERT_NEAR(value, 3, 1e-5);
}

TEST(LightMap, CornersAreDarkerByVignetting) {
  CameraProfile camera = profile();
  camera.lens.vignetting = 1;
  const Radiance seen = through(LightMap(camera, 1), even(1));
  EXPECT_NEAR(seen.pixels[0], Lens(camera).vignetting({0.5F, 0.5F}), 1e-6);
}

TEST(LightMap, PixelsAreUnequalByTheirStatedDeviation) {
  CameraProfile camera = profile();
  camera.sensor.prnu = 0.02;
  const Radiance seen = through(LightMap(camera, 1), even(1));
  double sum = 0, squares = 0;
  for (std::size_t i = 1; i < seen.pixels.size(); i += 3) {
    sum += seen.pixels[i];
    squares += static_cast<double>(seen.pixels[i]) * static_cast<double>(seen.pixels[i]);
  }
  const double count = 160 * 120;
  const double mean = sum / count;
  EXPECT_NEAR(mean, 1, 0.001);
  EXPECT_NEAR(std::sqrt(squares / count - mean * mean), 0.02, 0.001);
}

TEST(LightMap, EverySensorIsUnequalInItsOwnWay) {
  CameraProfile camera = profile();
  camera.sensor.prnu = 0.02;
  EXPECT_NE(through(LightMap(camera, 1), even(1)).pixels, through(LightMap(camera, 2), even(1)).pixels);
}

}  // namespace light_map_test
}  // namespace uketsuke::camera

#include "camera_model/sensor/exposure_control.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace uketsuke::camera {
namespace exposure_control_test {

CameraProfile::Exposure settings() {
  CameraProfile::Exposure s;
  s.target = 0.18;
  s.tolerance = 0.05;
  s.speed = 0.9;
  s.initial_ms = 10;
  s.shortest_ms = 0.05;
  s.longest_ms = 30;
  s.most_gain = 16;
  return s;
}

/// Mean that a sensor measures in a uniform light; at `light` 1, the target is reached with 10 ms and gain 1.
double picture(const ExposureControl& control, double light) {
  return std::min(1.0, light * 0.18 * control.seconds() / 0.010 * control.gain());
}

void run(ExposureControl& control, double light, int frames) {
  for (int i = 0; i < frames; ++i) control.adjust(picture(control, light));
}

TEST(ExposureControl, ReachesTheTargetWithinEightFramesOfAnyStepThatItsLimitsAllow) {
  for (const double light : {1.0 / 40, 0.1, 0.5, 2.0, 10.0, 50.0, 100.0}) {
    ExposureControl control(settings());
    run(control, light, 8);
    EXPECT_NEAR(picture(control, light), 0.18, 0.05 * 0.18) << light;
  }
}

TEST(ExposureControl, ComesBackFromBrightToDark) {
  ExposureControl control(settings());
  run(control, 100, 8);
  run(control, 1, 8);
  EXPECT_NEAR(picture(control, 1), 0.18, 0.05 * 0.18);
}

TEST(ExposureControl, StaysAtItsLimitsInTheDark) {
  ExposureControl control(settings());
  run(control, 0, 30);
  EXPECT_DOUBLE_EQ(control.seconds(), 0.030);
  EXPECT_DOUBLE_EQ(control.gain(), 16);
}

TEST(ExposureControl, StaysAtItsLimitsInTheSun) {
  ExposureControl control(settings());
  run(control, 1e9, 30);
  EXPECT_DOUBLE_EQ(control.seconds(), 0.00005);
  EXPECT_DOUBLE_EQ(control.gain(), 1);
}

TEST(ExposureControl, UsesUpTheTimeBeforeTheGain) {
  ExposureControl control(settings());
  run(control, 0.5, 8);
  EXPECT_EQ(control.gain(), 1);
  run(control, 0.1, 8);
  EXPECT_GT(control.gain(), 2);
  EXPECT_DOUBLE_EQ(control.seconds(), 0.030);
}

TEST(ExposureControl, LeavesAPictureAloneThatIsNearEnough) {
  ExposureControl control(settings());
  control.adjust(0.18 * 1.04);
  EXPECT_DOUBLE_EQ(control.seconds(), 0.010);
}

TEST(ExposureControl, BeginsAnewAsAtFirst) {
  ExposureControl control(settings());
  run(control, 0, 30);
  control.restart();
  EXPECT_DOUBLE_EQ(control.seconds(), 0.010);
  EXPECT_EQ(control.gain(), 1);
}

}  // namespace exposure_control_test
}  // namespace uketsuke::camera

#include "camera_model/source/live_camera.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace live_camera_test {

constexpr PictureLimits kLimits{4096, 4096, 1 << 20};

std::string file_of_failure(const std::string& name) {
  try {
    LiveCamera(name, kLimits);
  } catch (const CaptureError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_CAPTURE_UNREADABLE);
    return error.file();
  }
  return "";
}

TEST(LiveCamera, CameraThatIsNotThereIsNamedByItsDeviceFile) {
  EXPECT_EQ(file_of_failure("987"), "/dev/video987");
  EXPECT_EQ(file_of_failure("/dev/video988"), "/dev/video988");
}

TEST(LiveCamera, DeviceThatIsNoCameraIsRefused) { EXPECT_EQ(file_of_failure("/dev/null"), "/dev/null"); }

TEST(LiveCamera, NameOfNothingIsRefused) { EXPECT_EQ(file_of_failure(""), ""); }

}  // namespace live_camera_test
}  // namespace uketsuke::camera

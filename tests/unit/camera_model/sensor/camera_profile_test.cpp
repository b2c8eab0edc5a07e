#include "camera_model/sensor/camera_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::camera {
namespace camera_profile_test {

using ::testing::HasSubstr;

constexpr const char* kCameras = "camera_model/sensor/cameras.yaml";

/// The shipped file with one text replaced.
class Edited {
 public:
  Edited(const std::string& what, const std::string& with) {
    std::ifstream in(kCameras);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto at = text.find(what);
    if (at == std::string::npos) throw std::logic_error("not in the file: " + what);
    std::ofstream(path_) << text.replace(at, what.size(), with);
  }

  /// @returns the error on reading it
  std::string error() const {
    try {
      load_cameras(path_);
    } catch (const InputError& error) {
      return error.what();
    }
    return "no error";
  }

 private:
  TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "cameras.yaml";
};

TEST(CameraProfile, ShippedCamerasCanBeRead) {
  const auto cameras = load_cameras(kCameras);
  ASSERT_EQ(cameras.count("reader-720p"), 1U);
  ASSERT_EQ(cameras.count("reader-vga"), 1U);
  EXPECT_EQ(cameras.at("reader-720p").width, 1280);
  EXPECT_EQ(cameras.at("reader-vga").height, 480);
}

TEST(CameraProfile, FocalLengthInPixelsGivesTheFieldOfView) {
  // 640 pixels at 600 pixels of focal length.
  EXPECT_DOUBLE_EQ(load_cameras(kCameras).at("reader-vga").focal_px(), 600);
}

TEST(CameraProfile, UnknownKeyIsRefused) {
  EXPECT_THAT(Edited("f_number:", "f_numbr:").error(), HasSubstr("f_number"));
}

TEST(CameraProfile, ValueOutOfRangeIsRefusedWithItsPlace) {
  EXPECT_THAT(Edited("f_number: 2.0", "f_number: 0").error(), HasSubstr(":11:"));
}

TEST(CameraProfile, WordInThePlaceOfANumberIsRefused) {
  EXPECT_THAT(Edited("k1: -0.08", "k1: some").error(), HasSubstr("must be a number"));
  EXPECT_THAT(Edited("k1: -0.08", "k1: .nan").error(), HasSubstr("must be a number"));
  EXPECT_THAT(Edited("k1: -0.08", "k1: nan").error(), HasSubstr("must be from"));
}

TEST(CameraProfile, DistortionThatFoldsThePictureOverIsRefused) {
  EXPECT_THAT(Edited("k1: -0.08", "k1: -0.9").error(), HasSubstr("fold"));
}

TEST(CameraProfile, TransportLongerThanAFrameIsRefused) {
  EXPECT_THAT(Edited("transport: 25ms", "transport: 33ms").error(), HasSubstr("must be from"));
}

TEST(CameraProfile, InitialExposureOutsideTheLimitsIsRefused) {
  EXPECT_THAT(Edited("initial_ms: 10", "initial_ms: 31").error(), HasSubstr("must be from"));
}

TEST(CameraProfile, TwoCamerasOfOneNameAreRefused) {
  EXPECT_THAT(Edited("camera: reader-vga", "camera: reader-720p").error(), HasSubstr("second camera"));
}

}  // namespace camera_profile_test
}  // namespace uketsuke::camera

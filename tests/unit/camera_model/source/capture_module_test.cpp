#include "camera_model/source/capture_module.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/error.h"
#include "tests/unit/camera_model/source/test_folder.h"

namespace uketsuke::camera {
namespace capture_module_test {

using ::testing::HasSubstr;

constexpr const char* kModule = UKETSUKE_CAPTURE_MODULE;

std::string error_of_finding() {
  try {
    find_capture_module();
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

std::string error_of_opening(const std::string& file) {
  try {
    CaptureModule module(file);
  } catch (const SystemError& error) {
    return error.what();
  }
  return "no error";
}

TEST(CaptureModule, IsFoundInTheFolderThatTheEnvironmentNames) {
  const auto folder = std::filesystem::path(kModule).parent_path();
  ::setenv("UKETSUKE_MODULES", folder.c_str(), 1);
  EXPECT_EQ(find_capture_module(), kModule);
}

TEST(CaptureModule, FolderWithoutTheModuleIsNamed) {
  const TestFolder folder;
  ::setenv("UKETSUKE_MODULES", folder.path().c_str(), 1);
  EXPECT_THAT(error_of_finding(), HasSubstr(folder / "libuketsuke_capture.so"));
  EXPECT_THAT(error_of_finding(), HasSubstr("UKETSUKE_MODULES"));
}

TEST(CaptureModule, IsLookedForBesideTheProgramOtherwise) {
  ::unsetenv("UKETSUKE_MODULES");
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  EXPECT_THAT(error_of_finding(), HasSubstr((program.parent_path() / "libuketsuke_capture.so").string()));
}

TEST(CaptureModule, FileThatIsNoLibraryIsRefused) {
  const TestFolder folder;
  const std::string file = folder.write("libuketsuke_capture.so", "no library");
  EXPECT_THAT(error_of_opening(file), HasSubstr("cannot be opened"));
}

TEST(CaptureModule, LibraryOfAnotherKindIsRefused) {
  EXPECT_THAT(error_of_opening("libm.so.6"), HasSubstr("is not the capture module"));
}

TEST(CaptureModule, SpeaksTheVersionOfTheProgram) {
  EXPECT_EQ(CaptureModule(kModule).calls().abi_version, UKETSUKE_CAPTURE_ABI);
}

}  // namespace capture_module_test
}  // namespace uketsuke::camera

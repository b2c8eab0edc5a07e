#include "base/data_root.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <optional>
#include <string>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke {
namespace data_root_test {

namespace fs = std::filesystem;

/// An environment variable with another value (or none) for the time of a test.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = ::getenv(name)) before_ = before;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;

  void set(const char* value) {
    if (value == nullptr)
      ::unsetenv(name_);
    else
      ::setenv(name_, value, 1);
  }
};

TEST(DataRoot, IsTheFolderOfTheVariableIfItHasPersonas) {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "scenarios/personas");
  const Variable data("UKETSUKE_DATA", folder.path().c_str());
  EXPECT_EQ(data_root(), folder.path());
}

TEST(DataRoot, AVariableThatNamesAnotherFolderIsAnErrorAndNotPassedOver) {
  const TemporaryFolder folder;
  const Variable data("UKETSUKE_DATA", folder.path().c_str());
  try {
    data_root();
    ADD_FAILURE() << "a folder without personas was taken";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::unreadable);
    EXPECT_EQ(error.what(), folder.path().string() +
                                ": has no scenarios/personas; UKETSUKE_DATA must name the data folder");
  }
}

TEST(DataRoot, AFileInPlaceOfThePersonasIsNoDataFolder) {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "scenarios");
  fs::copy_file("/proc/self/cmdline", folder.path() / "scenarios/personas");
  const Variable data("UKETSUKE_DATA", folder.path().c_str());
  EXPECT_THROW(data_root(), InputError);
}

TEST(DataRoot, WithoutTheVariableAProgramInItsBuildFolderFindsTheSources) {
  for (const char* value : {static_cast<const char*>(nullptr), ""}) {
    const Variable data("UKETSUKE_DATA", value);
    EXPECT_TRUE(fs::exists(data_root() / "conformance/requirements"));
    EXPECT_TRUE(fs::exists(data_root() / "scenarios/personas/sato-hanako.yaml"));
  }
}

TEST(CacheFolder, IsTheFirstOfVariableXdgCacheAndHome) {
  const Variable own("UKETSUKE_CACHE", "/own");
  const Variable xdg("XDG_CACHE_HOME", "/xdg");
  const Variable home("HOME", "/users/somebody");
  EXPECT_EQ(cache_folder(), "/own");
  const Variable no_own("UKETSUKE_CACHE", nullptr);
  EXPECT_EQ(cache_folder(), "/xdg/uketsuke");
  const Variable no_xdg("XDG_CACHE_HOME", nullptr);
  EXPECT_EQ(cache_folder(), "/users/somebody/.cache/uketsuke");
}

// XDG Base Directory Specification: a variable that is set but empty counts as not set.
TEST(CacheFolder, EmptyVariablesCountAsUnset) {
  const Variable own("UKETSUKE_CACHE", "");
  const Variable xdg("XDG_CACHE_HOME", "");
  const Variable home("HOME", "/users/somebody");
  EXPECT_EQ(cache_folder(), "/users/somebody/.cache/uketsuke");
}

TEST(CacheFolder, WithoutAHomeItLiesInTheFolderOfTemporaryFiles) {
  const Variable own("UKETSUKE_CACHE", nullptr);
  const Variable xdg("XDG_CACHE_HOME", nullptr);
  const Variable home("HOME", nullptr);
  const Variable temporary("TMPDIR", "/tmp");
  EXPECT_EQ(cache_folder(), "/tmp/uketsuke-cache");
}

}  // namespace data_root_test
}  // namespace uketsuke

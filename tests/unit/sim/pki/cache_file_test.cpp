#include "sim/pki/cache_file.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::pki {
namespace cache_file_test {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class CacheFile : public ::testing::Test {
 protected:
  TemporaryFolder temporary;
  const fs::path folder = temporary.path();

  static unsigned mode(const fs::path& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 0777U : 0;
  }
  static std::size_t entries(const fs::path& where) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(where), fs::directory_iterator()));
  }
};

TEST_F(CacheFile, ComesBackAsItWasPublished) {
  const Bytes bytes = from_hex("00FF0A0D00");
  EXPECT_TRUE(publish_cache_file(folder / "a", bytes));
  EXPECT_EQ(read_cache_file(folder / "a"), bytes);
}

TEST_F(CacheFile, MayBeEmpty) {
  EXPECT_TRUE(publish_cache_file(folder / "a", {}));
  ASSERT_TRUE(read_cache_file(folder / "a"));
  EXPECT_TRUE(read_cache_file(folder / "a")->empty());
}

TEST_F(CacheFile, OneThatDoesNotExistIsNothing) { EXPECT_FALSE(read_cache_file(folder / "none")); }

TEST_F(CacheFile, CanBeReadByItsOwnerAlone) {
  publish_cache_file(folder / "a", {1});
  EXPECT_EQ(mode(folder / "a"), 0600U);
}

TEST_F(CacheFile, IsNeverReplaced) {
  publish_cache_file(folder / "a", {1});
  EXPECT_FALSE(publish_cache_file(folder / "a", {2}));
  EXPECT_EQ(read_cache_file(folder / "a"), Bytes{1});
}

TEST_F(CacheFile, LeavesNoOtherFileBehind) {
  publish_cache_file(folder / "a", {1});
  publish_cache_file(folder / "a", {2});
  EXPECT_EQ(entries(folder), 1U);
}

TEST_F(CacheFile, OfManyWritersOneWins) {
  std::atomic<int> winners{0};
  std::atomic<int> winning{-1};
  std::vector<std::thread> writers;
  for (int i = 0; i < 8; ++i) {
    writers.emplace_back([&, i] {
      if (!publish_cache_file(folder / "a", Bytes(5000, static_cast<std::uint8_t>(i)))) return;
      ++winners;
      winning = i;
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(winners, 1);
  EXPECT_EQ(read_cache_file(folder / "a"), Bytes(5000, static_cast<std::uint8_t>(winning.load())));
}

TEST_F(CacheFile, AFolderInItsPlaceIsAnErrorWithItsName) {
  fs::create_directory(folder / "a");
  try {
    read_cache_file(folder / "a");
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_EQ(error.what(), (folder / "a").string() + ": is not a file");
  }
}

TEST_F(CacheFile, WithoutItsFolderItCannotBePublished) {
  try {
    publish_cache_file(folder / "none/a", {1});
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_EQ(error.what(),
              (folder / "none/a").string() + ": cannot create a file beside it: No such file or directory");
  }
}

TEST_F(CacheFile, AFileAsAParentIsNoMissingFile) {
  std::ofstream(folder / "file") << "x";
  EXPECT_THROW(read_cache_file(folder / "file/a"), SystemError);
}

TEST_F(CacheFile, ItsFolderIsMadeForItsOwnerAlone) {
  make_private_folder(folder / "b/c");
  EXPECT_EQ(mode(folder / "b/c"), 0700U);
  make_private_folder(folder / "b/c");
}

TEST_F(CacheFile, AFolderThatExistsKeepsItsMode) {
  fs::create_directory(folder / "b");
  ::chmod((folder / "b").c_str(), 0755);
  make_private_folder(folder / "b");
  EXPECT_EQ(mode(folder / "b"), 0755U);
}

TEST_F(CacheFile, AFileInTheWayOfItsFolderIsNamed) {
  std::ofstream(folder / "b") << "x";
  try {
    make_private_folder(folder / "b/c");
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_THAT(error.what(), HasSubstr((folder / "b/c").string() + ": cannot make this folder: "));
  }
}

}  // namespace cache_file_test
}  // namespace uketsuke::pki

#include "base/atomic_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke {
namespace atomic_file_test {

namespace fs = std::filesystem;
using testing::HasSubstr;

class AtomicFileTest : public testing::Test {
 protected:
  static std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }

  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
  const fs::path path = folder / "results.jsonl";
};

TEST_F(AtomicFileTest, NothingIsThereBeforeCommit) {
  AtomicFile file(path);
  file.write("half");
  EXPECT_FALSE(fs::exists(path));
}

TEST_F(AtomicFileTest, CommitPutsTheWholeTextInPlaceAndLeavesNothingBeside) {
  AtomicFile file(path);
  file.write("one\n");
  file.write("two\n");
  file.commit();
  EXPECT_EQ(read(path), "one\ntwo\n");
  EXPECT_EQ(files(), 1u);
}

TEST_F(AtomicFileTest, WithoutCommitTheOldFileStays) {
  write_file(path, "old");
  {
    AtomicFile file(path);
    file.write("new");
  }
  EXPECT_EQ(read(path), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(AtomicFileTest, TextLongerThanTheBufferArrivesWhole) {
  const std::string text(300'000, 'x');
  AtomicFile file(path);
  file.write(text.substr(0, 100'000));
  file.write(text.substr(100'000));
  file.commit();
  EXPECT_EQ(read(path), text);
}

TEST_F(AtomicFileTest, FolderThatIsAFileIsASystemErrorThatNamesThePath) {
  write_file(folder / "file", "");
  try {
    AtomicFile file(folder / "file" / "results.jsonl");
    FAIL() << "was created below a regular file";
  } catch (const SystemError& error) {
    EXPECT_THAT(error.what(), HasSubstr("file/results.jsonl: cannot create it: Not a directory"));
  }
}

TEST_F(AtomicFileTest, FullDiskIsASystemErrorAndTheOldFileStays) {
  write_file(path, "old");
  // Writing to /dev/full fails like a full disk; the partial file is a link to it.
  fs::create_symlink("/dev/full", path.string() + ".partial");
  try {
    AtomicFile file(path);
    file.write("new");
    file.commit();
    FAIL() << "was written to a full disk";
  } catch (const SystemError& error) {
    EXPECT_THAT(error.what(), HasSubstr("cannot write it: No space left on device"));
  }
  EXPECT_EQ(read(path), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(AtomicFileTest, FullDiskIsSeenWhileALongTextIsBeingWritten) {
  fs::create_symlink("/dev/full", path.string() + ".partial");
  AtomicFile file(path);
  EXPECT_THROW(file.write(std::string(100'000, 'x')), SystemError);
}

TEST_F(AtomicFileTest, RenameOntoAFolderIsASystemErrorAndLeavesNothingBeside) {
  fs::create_directories(path / "inside");
  AtomicFile file(path);
  file.write("x");
  EXPECT_THROW(file.commit(), SystemError);
  EXPECT_EQ(files(), 1u);
}

}  // namespace atomic_file_test
}  // namespace uketsuke

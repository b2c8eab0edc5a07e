#include "harness/output_folder.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::harness {
namespace output_folder_test {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

TEST(FileStem, KeepsWhatEveryFileSystemKeeps) {
  EXPECT_EQ(OutputFolder::file_stem("card-left/date=2024-10-06,patient=ito-sora"),
            "card-left~date=2024-10-06,patient=ito-sora");
  EXPECT_EQ(OutputFolder::file_stem("a b:c\\d*e?\"<>|\n"), "a~b~c~d~e~~~~~~");
}

TEST(FileStem, KeepsJapanese) { EXPECT_EQ(OutputFolder::file_stem("手術"), "手術"); }

TEST(OutputFolder, IsMadeWithTheFoldersAboveIt) {
  const TemporaryFolder there;
  const OutputFolder folder(there.path() / "a/b");
  EXPECT_TRUE(fs::is_directory(folder.records()));
  EXPECT_FALSE(fs::exists(folder.results()));
}

TEST(OutputFolder, WritesARecordUnderTheCasesName) {
  const TemporaryFolder there;
  const OutputFolder folder(there.path());
  EXPECT_EQ(folder.write_record("a/date=2024-10-06", "{}\n"), "a~date=2024-10-06.jsonl");
  EXPECT_EQ(text_of(folder.records() / "a~date=2024-10-06.jsonl"), "{}\n");
}

TEST(OutputFolder, RemovesTheRecordsOfAnEarlierRun) {
  const TemporaryFolder there;
  OutputFolder(there.path()).write_record("old", "{}\n");
  const OutputFolder again(there.path());
  EXPECT_TRUE(fs::is_empty(again.records()));
}

TEST(OutputFolder, AFileInItsPlaceIsAnErrorThatSaysWhatToDo) {
  const TemporaryFolder there;
  std::ofstream(there.path() / "file") << "mine";
  try {
    OutputFolder folder(there.path() / "file");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("choose another with --out"));
  }
  EXPECT_EQ(text_of(there.path() / "file"), "mine");
}

TEST(MakeFolder, BelowAFileIsASystemErrorWithThePath) {
  const TemporaryFolder there;
  std::ofstream(there.path() / "file") << "mine";
  try {
    make_folder(there.path() / "file/below");
    FAIL();
  } catch (const SystemError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("file/below: cannot create it"));
  }
}

}  // namespace output_folder_test
}  // namespace uketsuke::harness

#include "oqs/delivery.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::oqs {
namespace delivery_test {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Delivery : public ::testing::Test {
 protected:
  TemporaryFolder temporary;
  const fs::path folder = temporary.path();

  static std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }
  fs::path make(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
  }
  static std::vector<std::string> names(const fs::path& where) {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(where)) all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
  }
};

TEST_F(Delivery, TheFileHasAllBytesAndNothingElseIsLeft) {
  const std::string bytes("\x00\xFF<a/>\r\n", 8);
  EXPECT_TRUE(deliver(folder, "r.xml", bytes));
  EXPECT_EQ(text_of(folder / "r.xml"), bytes);
  EXPECT_THAT(names(folder), ElementsAre("r.xml"));
}

TEST_F(Delivery, ATakenNameIsNotOverwritten) {
  make("r.xml", "first");
  EXPECT_FALSE(deliver(folder, "r.xml", "second"));
  EXPECT_EQ(text_of(folder / "r.xml"), "first");
  EXPECT_THAT(names(folder), ElementsAre("r.xml"));
}

TEST_F(Delivery, ADanglingLinkTakesAName) {
  fs::create_symlink("nowhere", folder / "r.xml");
  EXPECT_FALSE(deliver(folder, "r.xml", "x"));
  EXPECT_FALSE(fs::exists(folder / "nowhere")) << "written through a link";
}

TEST_F(Delivery, IntoAFolderThatIsNotThereIsAnError) {
  EXPECT_THROW(deliver(folder / "none", "r.xml", "x"), SystemError);
  EXPECT_THAT(names(folder), IsEmpty());
}

TEST_F(Delivery, AMovedFileKeepsItsName) {
  fs::create_directory(folder / "processed");
  const fs::path file = make("q.xml", "ask");
  EXPECT_EQ(move_into(folder / "processed", file), folder / "processed/q.xml");
  EXPECT_EQ(text_of(folder / "processed/q.xml"), "ask");
  EXPECT_FALSE(fs::exists(file));
}

TEST_F(Delivery, AMovedFileGetsTheNextFreeNumber) {
  fs::create_directory(folder / "processed");
  for (const char* expected : {"q.xml", "q_2.xml", "q_3.xml"}) {
    const fs::path file = make("q.xml", expected);
    EXPECT_EQ(move_into(folder / "processed", file), folder / "processed" / expected);
  }
  EXPECT_EQ(text_of(folder / "processed/q.xml"), "q.xml");
  EXPECT_EQ(text_of(folder / "processed/q_3.xml"), "q_3.xml");
}

TEST_F(Delivery, AFileThatIsGoneHasBeenMovedBySomebodyElse) {
  fs::create_directory(folder / "processed");
  EXPECT_EQ(move_into(folder / "processed", folder / "q.xml"), fs::path());
}

TEST_F(Delivery, MovingIntoAFolderThatIsNotThereSaysWhere) {
  const fs::path file = make("q.xml", "ask");
  try {
    move_into(folder / "none", file);
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_EQ(error.what(),
              (folder / "none/q.xml").string() + ": cannot move a request there: No such file or directory");
  }
  EXPECT_EQ(text_of(file), "ask");
}

TEST_F(Delivery, AFolderIsMadeWithItsParentsAndMayExist) {
  make_folder(folder / "OQS/face");
  make_folder(folder / "OQS/face");
  EXPECT_TRUE(fs::is_directory(folder / "OQS/face"));
}

TEST_F(Delivery, AFileInTheWayOfAFolderIsAnErrorWithItsName) {
  make("OQS", "a file");
  try {
    make_folder(folder / "OQS/face");
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_EQ(error.what(), (folder / "OQS/face").string() + ": cannot make the folder: Not a directory");
  }
}

}  // namespace delivery_test
}  // namespace uketsuke::oqs

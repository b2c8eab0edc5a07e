#include "camera_model/head/anatomy/slice.h"

#include <fstream>

#include "base/error.h"
#include "tests/unit/camera_model/head/support.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::camera {
namespace slice_test {

namespace fs = std::filesystem;

/// A copy of the heads that a test may damage.
class DamagedSlice : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* file : {"heads.json", "heads.bin"}) fs::copy_file(heads_folder() / file, folder / file);
  }

  std::string index() const {
    std::ifstream in(folder / "heads.json");
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write_index(const std::string& text) const { std::ofstream(folder / "heads.json") << text; }
  std::string error() const {
    try {
      const Slice damaged(folder);
    } catch (const InputError& error) {
      return error.what();
    }
    ADD_FAILURE() << "no error";
    return "";
  }

  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
};

TEST_F(DamagedSlice, MissingFileSaysWhatToRun) {
  fs::remove(folder / "heads.bin");
  EXPECT_EQ(error(), (folder / "heads.bin").string() +
                         ": cannot be read; run ./uketsuke test, which sets up the heads");
}

TEST_F(DamagedSlice, CutIndexIsRefused) {
  write_index(index().substr(0, 1000));
  EXPECT_NE(error().find("heads.json: "), std::string::npos);
}

TEST_F(DamagedSlice, OtherVersionIsRefused) {
  std::string text = index();
  text.replace(text.find("\"version\":1"), 11, "\"version\":9");
  write_index(text);
  EXPECT_NE(error().find("another version"), std::string::npos);
}

TEST_F(DamagedSlice, CutNumbersAreRefused) {
  fs::resize_file(folder / "heads.bin", 1000);
  EXPECT_NE(error().find("an array lies outside heads.bin"), std::string::npos);
}

TEST_F(DamagedSlice, IndexPastItsArrayIsRefused) {
  std::fstream numbers(folder / "heads.bin", std::ios::in | std::ios::out | std::ios::binary);
  const std::string text = index();
  const auto at = text.find("\"quads\":{\"at\":") + 14;  // of the body, which is the first by name
  numbers.seekp(std::stol(text.substr(at)));
  numbers.write("\xff\xff", 2);
  numbers.close();
  EXPECT_NE(error().find("an index points past its array"), std::string::npos);
}

// The package's mesh has 13,380 body vertices; head, shoulders and upper arms are less than half of them.
TEST(SliceOfThePackage, HoldsHeadAndShoulders) {
  EXPECT_GT(slice().body().quads.count / 4, 4000U);
  EXPECT_LT(slice().body().quads.count / 4, 13378U);
}

// targets.bin of the package has rows of 20536 (2 m) in eyes/r-eye-bag-max, which displaced the lashes.
TEST(SliceOfThePackage, NoTargetOfTheFaceMovesAnythingByThirtyCentimetres) {
  for (const auto& [name, target] : slice().targets()) {
    if (name.rfind("macrodetails", 0) == 0) continue;
    for (const std::int16_t move : target.moves) ASSERT_LT(std::abs(move), 3000) << name;
  }
}

}  // namespace slice_test
}  // namespace uketsuke::camera

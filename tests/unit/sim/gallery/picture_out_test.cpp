#include "sim/gallery/picture_out.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::gallery {
namespace picture_out_test {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class PictureOut : public ::testing::Test {
 protected:
  TemporaryFolder temporary;
  const fs::path folder = temporary.path();

  static std::string refusal(const fs::path& out, bool card_photo = false) {
    try {
      check_out(out, card_photo);
    } catch (const InputError& error) {
      EXPECT_EQ(error.place().file, "--out");
      return error.what();
    }
    return "accepted";
  }
  static std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }
};

TEST_F(PictureOut, APictureIsPngOrJpeg) {
  for (const char* name : {"a.png", "a.jpg", "a.jpeg"}) EXPECT_EQ(refusal(folder / name), "accepted") << name;
  for (const char* name : {"a.gif", "a", "a.jp2", "a.PNG", "png"}) {
    EXPECT_EQ(refusal(folder / name),
              "--out: a picture is written as .png or .jpg, not \"" + (folder / name).string() + "\"");
  }
}

TEST_F(PictureOut, ACardsPhotoIsPngOrJpeg2000) {
  for (const char* name : {"a.png", "a.jp2"}) EXPECT_EQ(refusal(folder / name, true), "accepted") << name;
  EXPECT_THAT(refusal(folder / "a.jpg", true),
              StartsWith("--out: a card's photo is written as .png or .jp2, not "));
}

TEST_F(PictureOut, ItsNameMustBeGiven) {
  EXPECT_EQ(refusal({}), "--out: name the output file: --out picture.png");
}

TEST_F(PictureOut, ItsFolderMustExist) {
  EXPECT_EQ(refusal(folder / "none/a.png"),
            "--out: the folder \"" + (folder / "none").string() + "\" does not exist");
  EXPECT_EQ(refusal("a.png"), "accepted") << "the folder that the program runs in";
}

TEST_F(PictureOut, AFolderIsNoPicture) {
  fs::create_directory(folder / "a.png");
  EXPECT_EQ(refusal(folder / "a.png"),
            "--out: \"" + (folder / "a.png").string() + "\" is a folder; name a file");
}

// PNG begins with 89 50 4E 47 (ISO/IEC 15948, 5.2), JPEG with FF D8 FF (ISO/IEC 10918-1, B.2).
TEST_F(PictureOut, TheNameDecidesOnTheFormat) {
  const camera::Image image = camera::Image::blank(8, 8, 3);
  write_out("--out", folder / "a.png", image);
  write_out("--out", folder / "a.jpg", image);
  write_out("--out", folder / "a.jpeg", image);
  EXPECT_THAT(text_of(folder / "a.png"), StartsWith("\x89PNG"));
  EXPECT_THAT(text_of(folder / "a.jpg"), StartsWith("\xFF\xD8\xFF"));
  EXPECT_THAT(text_of(folder / "a.jpeg"), StartsWith("\xFF\xD8\xFF"));
}

TEST_F(PictureOut, BytesAreWrittenAsTheyAre) {
  write_out("--out", folder / "a.jp2", Bytes{0x00, 0xFF, 0x0A});
  EXPECT_EQ(text_of(folder / "a.jp2"), std::string("\x00\xFF\x0A", 3));
}

TEST_F(PictureOut, APlaceThatCannotBeWrittenIsTheUsersMistake) {
  try {
    write_out("--folder", folder / "none/a.jp2", Bytes{1});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::unreadable);
    EXPECT_THAT(error.what(), StartsWith("--folder: "));
    EXPECT_THAT(error.what(), HasSubstr("none/a.jp2"));
  }
}

}  // namespace picture_out_test
}  // namespace uketsuke::gallery

#include "reports/html/album.h"

#include <gmock/gmock.h>

#include "tests/unit/reports/html/unpack.h"
#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace album_test {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::Pair;

/// A file recognised as JPEG, `size` bytes long.
std::string jpeg(std::size_t size = 100) { return "\xFF\xD8\xFF" + std::string(size - 3, '\x01'); }

class AlbumOfPictures : public InFolder {
 protected:
  /// Room for three pictures per case, 1000 bytes in total, 500 of them for cases that passed.
  Album album() const { return Album(folder, {3, 1000, 500}); }

  static std::optional<LeftOut> left_out(const Album::Place& place) {
    return place.number ? std::nullopt : std::optional(place.why);
  }
};

TEST_F(AlbumOfPictures, PictureIsAnElementWithItsBytesInBase64) {
  write("a.jpg", jpeg());
  Album pictures = album();
  pictures.place("a.jpg");
  const std::string element = pictures.take();
  const std::string begin = "<script type=\"image/jpeg\" class=\"picture\">";
  ASSERT_EQ(element.substr(0, begin.size()), begin);
  const std::size_t end = element.find("</script>\n");
  EXPECT_EQ(from_base64(element.substr(begin.size(), end - begin.size())), jpeg());
}

TEST_F(AlbumOfPictures, PlacesAreCountedOverAllCasesFromNought) {
  write("a.jpg", jpeg());
  write("b.jpg", jpeg());
  Album pictures = album();
  pictures.open_case(true);
  EXPECT_EQ(pictures.place("a.jpg").number, 0U);
  pictures.take();
  pictures.open_case(false);
  EXPECT_EQ(pictures.place("b.jpg").number, 1U);
}

TEST_F(AlbumOfPictures, SameFileStandsInItOnce) {
  write("a.jpg", jpeg());
  Album pictures = album();
  pictures.place("a.jpg");
  pictures.take();
  EXPECT_EQ(pictures.place("a.jpg").number, 0U);
  EXPECT_EQ(pictures.take(), "");
  EXPECT_EQ(pictures.embedded(), 1U);
}

TEST_F(AlbumOfPictures, TakeGivesEachElementOnce) {
  write("a.jpg", jpeg());
  Album pictures = album();
  pictures.place("a.jpg");
  pictures.take();
  EXPECT_EQ(pictures.take(), "");
}

TEST_F(AlbumOfPictures, MissingFileIsLeftOut) {
  EXPECT_EQ(left_out(album().place("none.jpg")), LeftOut::missing);
}

TEST_F(AlbumOfPictures, MissingFolderLeavesAllOut) {
  EXPECT_EQ(left_out(Album(folder / "none").place("a.jpg")), LeftOut::missing);
}

TEST_F(AlbumOfPictures, NameWithoutLettersIsMissing) {
  EXPECT_EQ(left_out(album().place("")), LeftOut::missing);
}

TEST_F(AlbumOfPictures, NameThatLeadsOutOfTheFolderIsNotRead) {
  std::filesystem::create_directory(folder / "pictures");
  write("secret.jpg", jpeg());
  for (const std::string& name : {std::string("../secret.jpg"), (folder / "secret.jpg").string()})
    EXPECT_EQ(left_out(Album(folder / "pictures").place(name)), LeftOut::missing) << name;
}

TEST_F(AlbumOfPictures, LinkIsNotFollowed) {
  write("secret.jpg", jpeg());
  std::filesystem::create_symlink(folder / "secret.jpg", folder / "a.jpg");
  EXPECT_EQ(left_out(album().place("a.jpg")), LeftOut::missing);
}

TEST_F(AlbumOfPictures, FolderOfThatNameIsMissing) {
  std::filesystem::create_directory(folder / "a.jpg");
  EXPECT_EQ(left_out(album().place("a.jpg")), LeftOut::missing);
}

TEST_F(AlbumOfPictures, FileThatIsNoJpegIsLeftOut) {
  for (const char* bytes : {"", "\xFF\xD8", "\x89PNG\r\n", "<script>"}) {
    write("a.jpg", bytes);
    EXPECT_EQ(left_out(album().place("a.jpg")), LeftOut::not_jpeg) << bytes;
  }
}

TEST_F(AlbumOfPictures, CaseHasItsMostAndTheNextCaseAsMany) {
  Album pictures = album();
  for (const char* name : {"a", "b", "c", "d", "e"}) write(name, jpeg(10));
  pictures.open_case(true);
  for (const char* name : {"a", "b", "c"}) pictures.place(name);
  EXPECT_EQ(left_out(pictures.place("d")), LeftOut::case_full);
  pictures.open_case(true);
  EXPECT_EQ(pictures.place("e").number, 3U);
}

TEST_F(AlbumOfPictures, ReportHasItsMostBytes) {
  Album pictures = album();
  pictures.open_case(false);
  write("a", jpeg(600));
  write("b", jpeg(401));
  write("c", jpeg(400));
  pictures.place("a");
  EXPECT_EQ(left_out(pictures.place("b")), LeftOut::report_full);
  EXPECT_EQ(pictures.place("c").number, 1U);
  EXPECT_EQ(pictures.bytes(), 1000U);
}

TEST_F(AlbumOfPictures, CaseThatPassedLeavesRoomForThoseThatDidNot) {
  Album pictures = album();
  write("a", jpeg(500));
  write("b", jpeg(10));
  pictures.open_case(true);
  pictures.place("a");
  EXPECT_EQ(left_out(pictures.place("b")), LeftOut::report_full);
  pictures.open_case(false);
  EXPECT_EQ(pictures.place("b").number, 1U);
}

TEST_F(AlbumOfPictures, WhatIsLeftOutIsCountedByItsReason) {
  Album pictures = album();
  write("text", "text");
  pictures.place("none");
  pictures.place("text");
  pictures.place("none too");
  EXPECT_THAT(pictures.left_out(), ElementsAre(Pair(LeftOut::missing, 2U), Pair(LeftOut::not_jpeg, 1U)));
}

}  // namespace album_test
}  // namespace uketsuke::reports

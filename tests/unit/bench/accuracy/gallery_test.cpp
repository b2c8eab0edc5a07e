#include "bench/accuracy/gallery.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/unit/bench/accuracy/face_folder.h"

namespace uketsuke::bench {
namespace gallery_test {

using ::testing::ElementsAre;

class GalleryTest : public FaceFolder {
 protected:
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const Picture& picture : read_gallery(folder).pictures) all.push_back(picture.name);
    return all;
  }
};

TEST_F(GalleryTest, PicturesAreSortedPersonByPerson) {
  add({"b/2.png", "a/2.jpg", "b/1.jpg", "a/10.jpg"});
  EXPECT_THAT(names(), ElementsAre("a/10.jpg", "a/2.jpg", "b/1.jpg", "b/2.png"));
  EXPECT_THAT(read_gallery(folder).persons, ElementsAre("a", "b"));
  EXPECT_EQ(read_gallery(folder).pictures[2].person, 1U);
}

TEST_F(GalleryTest, APictureIsKnownByItsEndingInAnyCase) {
  add({"a/1.JPG", "a/2.jpeg", "a/3.Png", "a/4.bmp", "a/5.webp", "a/6.jp2", "a/7.pgm", "a/8.ppm", "a/9.pnm"});
  EXPECT_EQ(names().size(), 9U);
}

TEST_F(GalleryTest, OtherFilesAreCountedAndIgnored) {
  add({"a/1.jpg", "a/notes.txt", "a/jpg", "README", "loose.jpg"});
  EXPECT_THAT(names(), ElementsAre("a/1.jpg"));
  EXPECT_EQ(read_gallery(folder).ignored, 4U);
}

TEST_F(GalleryTest, NamesThatBeginWithADotAreNotEvenCounted) {
  add({"a/1.jpg", "a/.2.jpg", ".git/1.jpg"});
  EXPECT_THAT(names(), ElementsAre("a/1.jpg"));
  EXPECT_EQ(read_gallery(folder).ignored, 0U);
}

TEST_F(GalleryTest, APersonWithoutAPictureIsNone) {
  add({"a/notes.txt", "b/1.jpg"});
  EXPECT_THAT(read_gallery(folder).persons, ElementsAre("b"));
  EXPECT_EQ(read_gallery(folder).pictures.at(0).person, 0U);
}

TEST_F(GalleryTest, CardsAndReferencesAreReferencesByTheirNames) {
  add({"a/Card.png", "a/card-2.png", "a/reference_1.jpg", "a/postcard.jpg", "a/my reference.jpg"});
  for (const Picture& picture : read_gallery(folder).pictures) {
    const bool expected = picture.name != "a/postcard.jpg" && picture.name != "a/my reference.jpg";
    EXPECT_EQ(picture.named_reference, expected) << picture.name;
  }
}

TEST_F(GalleryTest, APipeWithAPicturesNameIsNotOpened) {
  add({"a/1.jpg"});
  ASSERT_EQ(::mkfifo((folder / "a/2.jpg").c_str(), 0600), 0);
  EXPECT_THAT(names(), ElementsAre("a/1.jpg"));
}

TEST_F(GalleryTest, AFolderThatIsNotThereIsNamed) {
  const auto none = folder / "none";
  EXPECT_EQ(refusal(InputProblem::unreadable, [&] { read_gallery(none); }),
            none.string() + ": cannot be read as a folder of pictures: No such file or directory");
}

TEST_F(GalleryTest, AFolderWithoutPicturesSaysHowTheyShouldLie) {
  add({"a/notes.txt"});
  EXPECT_EQ(refusal(InputProblem::empty, [&] { read_gallery(folder); }),
            folder.string() + ": has no picture (expected FOLDER/<name>/<picture>.jpg or .png)");
}

TEST_F(GalleryTest, LoosePicturesSayThatTheyBelongIntoFolders) {
  add({"1.jpg"});
  EXPECT_EQ(refusal(InputProblem::empty, [&] { read_gallery(folder); }),
            folder.string() + ": its pictures must be in folders, one for each person or kind of attack");
}

}  // namespace gallery_test
}  // namespace uketsuke::bench

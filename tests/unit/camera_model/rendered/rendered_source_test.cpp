// Uses sheets of paper instead of people: bright, and without models.

#include "camera_model/rendered/rendered_source.h"

#include <gtest/gtest.h>

#include <cmath>

#include "camera_model/scene/shapes.h"

namespace uketsuke::camera {
namespace rendered_source_test {

using std::chrono::milliseconds;
using std::chrono::seconds;

const ImagingChain& chain() {
  static const ImagingChain made(load_cameras("camera_model/sensor/cameras.yaml").at("reader-vga"), 1);
  return made;
}

/// A square of 60 mm that emits green light and does not move.
Presentation lamp(Vec3 at) {
  Material green;
  green.colour = {0, 1, 0};
  green.emission = 1;
  Presentation presentation;
  presentation.prop = std::make_shared<const Model>(Model{{sheet({-30, 30, -30, 30}, green)}});
  presentation.subject = Subject::stranger;
  presentation.movement.stand = at;
  presentation.movement.sway_mm = 0;
  presentation.movement.sway_degrees = 0;
  return presentation;
}

RenderedSource stage(std::uint64_t seed = 7) { return RenderedSource(chain(), LightSettings{}, seed); }

Image picture_of(const std::vector<Presentation>& presentations, Duration at = seconds(1),
                 std::uint64_t seed = 7) {
  RenderedSource here = stage(seed);
  here.enter(presentations);
  return *here.expose(1, at).image;
}

bool green(const Image& image, int x, int y) {
  const std::uint8_t* pixel = image.at(x, y);
  return pixel[1] > 100 && pixel[1] > 2 * pixel[0] && pixel[1] > 2 * pixel[2];
}

/// The green pixels: their centre and number.
struct Blob {
  double x = 0, y = 0;
  int count = 0;
};
Blob blob(const Image& image) {
  Blob found;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (!green(image, x, y)) continue;
      found.x += x + 0.5;
      found.y += y + 0.5;
      ++found.count;
    }
  }
  found.x /= found.count;
  found.y /= found.count;
  return found;
}

TEST(RenderedSource, PictureHasTheSizeOfTheCamera) {
  const Image image = picture_of({});
  EXPECT_EQ(image.width, 640);
  EXPECT_EQ(image.height, 480);
  EXPECT_EQ(image.channels, 3);
}

TEST(RenderedSource, ThingStandsWhereAPinholeOfTheFocalLengthPutsIt) {
  // A focal length of 3.6 mm over pixels of 6 um is 600 pixels: at 450 mm, 75 mm to the right are 100 pixels
  // and 30 mm up are 40; the side of 60 mm is 80.
  const Blob seen = blob(picture_of({lamp({75, 30, -450})}));
  EXPECT_NEAR(seen.x, 320 + 100, 4);
  EXPECT_NEAR(seen.y, 240 - 40, 4);
  EXPECT_NEAR(std::sqrt(seen.count), 80, 4);
}

TEST(RenderedSource, EverybodyWhoEnteredIsSeen) {
  const int one = blob(picture_of({lamp({-90, 0, -450})})).count;
  const int two = blob(picture_of({lamp({-90, 0, -450}), lamp({90, 0, -450})})).count;
  EXPECT_NEAR(two, 2 * one, one / 10);
}

TEST(RenderedSource, WhoEntersNextTakesThePlaceOfThoseBefore) {
  RenderedSource here = stage();
  here.enter({lamp({0, 0, -450})});
  here.enter({});
  EXPECT_EQ(blob(*here.expose(1, seconds(1)).image).count, 0);
}

TEST(RenderedSource, SubjectIsTheFirstOnes) {
  Presentation holder = lamp({0, 0, -450});
  holder.subject = Subject::holder;
  RenderedSource here = stage();
  EXPECT_EQ(here.expose(1, seconds(1)).subject, Subject::nobody);
  here.enter({holder, lamp({90, 0, -450})});
  EXPECT_EQ(here.expose(2, seconds(1)).subject, Subject::holder);
}

TEST(RenderedSource, WhoHasLeftIsOutOfThePictureAndNobody) {
  Presentation leaving = lamp({0, 0, -450});
  leaving.movement.leave_at = seconds(2);
  leaving.movement.leave_lasts = milliseconds(500);
  RenderedSource here = stage();
  here.enter({leaving});
  EXPECT_EQ(here.subject(milliseconds(2400)), Subject::stranger);
  EXPECT_EQ(here.subject(milliseconds(2500)), Subject::nobody);
  EXPECT_GT(blob(*here.expose(1, milliseconds(1900)).image).count, 1000);
  const Exposure after = here.expose(2, milliseconds(2500));
  EXPECT_EQ(blob(*after.image).count, 0);
  EXPECT_EQ(after.subject, Subject::nobody);
}

TEST(RenderedSource, SameSeedGivesTheSamePictureToTheBit) {
  EXPECT_EQ(picture_of({lamp({0, 0, -450})}).pixels, picture_of({lamp({0, 0, -450})}).pixels);
}

TEST(RenderedSource, OtherSeedGivesOtherNoise) {
  const auto row_of_the_lamp = [](std::uint64_t seed) {
    const Image image = picture_of({lamp({0, 0, -450})}, seconds(1), seed);
    return std::vector<std::uint8_t>(image.at(300, 240), image.at(340, 240));
  };
  EXPECT_EQ(row_of_the_lamp(7), row_of_the_lamp(7));
  EXPECT_NE(row_of_the_lamp(7), row_of_the_lamp(8));
}

TEST(RenderedSource, PictureBlursAlongTheWayOfWhoeverMoves) {
  // 600 mm in 0.5 s is at most 2400 mm/s in the middle of an eased path: some pixels within an exposure of
  // milliseconds.
  Presentation walking = lamp({300, 0, -450});
  walking.movement.from = {-300, 0, -450};
  walking.movement.approach_at = seconds(1);
  walking.movement.approach_lasts = milliseconds(500);
  const auto half_lit = [](const Image& image) {
    int count = 0;
    for (int x = 0; x < image.width; ++x) {
      const std::uint8_t* pixel = image.at(x, 240);
      count += pixel[1] > pixel[0] + 40 && !green(image, x, 240) ? 1 : 0;
    }
    return count;
  };
  const int still = half_lit(picture_of({lamp({0, 0, -450})}));
  EXPECT_GT(half_lit(picture_of({walking}, milliseconds(1250))), still + 4);
}

TEST(RenderedSource, FirstOnesPoseIsTheMovements) {
  RenderedSource here = stage();
  Presentation walking = lamp({0, 0, -450});
  walking.movement.from = {100, 0, -1000};
  walking.movement.approach_at = seconds(1);
  walking.movement.approach_lasts = seconds(1);
  here.enter({walking, lamp({90, 0, -450})});
  EXPECT_NEAR(here.pose(seconds(1)).position.z, -1000, 0.01F);
  EXPECT_NEAR(here.pose(seconds(2)).position.z, -450, 0.01F);
}

/// A person comes, another one takes their place, gets guidance, and leaves; one frame is late.
std::vector<Image> pictures_of_a_visit(bool ahead) {
  Presentation first = lamp({0, 0, -450});
  first.movement.from = {200, 0, -900};
  first.movement.approach_lasts = milliseconds(300);
  first.movement.sway_mm = 3;
  Presentation second = lamp({60, 0, -450});
  second.movement.leave_at = milliseconds(900);
  second.movement.leave_lasts = milliseconds(200);
  RenderedSource here(chain(), LightSettings{}, 7, ahead);
  std::vector<Image> pictures;
  Duration at{};
  for (std::int64_t number = 1; number <= 20; ++number) {
    if (number == 3) here.enter({first});
    if (number == 8) here.enter({second, lamp({-90, 0, -450})});
    if (number == 11) here.movement()->turns.push_back({at, milliseconds(400), {30, 0, 0}});
    at += milliseconds(number == 13 ? 190 : 66);
    pictures.push_back(*here.expose(number, at).image);
  }
  return pictures;
}

TEST(RenderedSource, DrawnAheadEachPictureIsTheSame) {
  const std::vector<Image> one_by_one = pictures_of_a_visit(false), ahead = pictures_of_a_visit(true);
  ASSERT_EQ(one_by_one.size(), ahead.size());
  for (std::size_t i = 0; i < ahead.size(); ++i)
    EXPECT_EQ(one_by_one[i].pixels, ahead[i].pixels) << "picture " << i + 1;
}

}  // namespace rendered_source_test
}  // namespace uketsuke::camera

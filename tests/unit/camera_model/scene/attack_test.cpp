#include "camera_model/scene/attack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/unit/camera_model/render/pictures.h"
#include "tests/unit/camera_model/scene/homography.h"

namespace uketsuke::camera {
namespace attack_test {

std::shared_ptr<const Image> grey(int width, int height, int channels, std::uint8_t value) {
  auto image = std::make_shared<Image>(Image::blank(width, height, channels));
  std::fill(image->pixels.begin(), image->pixels.end(), value);
  return image;
}

ShownPicture picture(int channels = 3) { return {grey(40, 50, channels, 128), {0.5F, 0.4F}, 200}; }

const Surface& surface_of(const Model& model, const std::string& name) {
  const auto found = std::find_if(model.surfaces.begin(), model.surfaces.end(),
                                  [&](const Surface& surface) { return surface.name == name; });
  if (found == model.surfaces.end()) throw std::out_of_range(name);
  return *found;
}

bool has(const Model& model, const std::string& name) {
  return std::any_of(model.surfaces.begin(), model.surfaces.end(),
                     [&](const Surface& surface) { return surface.name == name; });
}

struct Extent {
  Vec3 low{1e9F, 1e9F, 1e9F}, high{-1e9F, -1e9F, -1e9F};

  explicit Extent(const Surface& surface) {
    for (const Vec3 p : surface.positions) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
    }
  }
};

TEST(PrintedPhoto, LifeSizeSheetIsAsWideAsThePictureWithTheEyesInTheOrigin) {
  const Extent extent(surface_of(printed_photo(picture(), {}), "picture"));
  EXPECT_FLOAT_EQ(extent.high.x - extent.low.x, 200);
  EXPECT_FLOAT_EQ(extent.high.y, 0.4F * 250);  // 40 % of its height is above the eyes
  EXPECT_FLOAT_EQ(extent.low.y, -0.6F * 250);
}

TEST(PrintedPhoto, OnlyASheetHasABorderOfPaper) {
  EXPECT_TRUE(has(printed_photo(picture(), {PhotoCut::sheet}), "paper"));
  EXPECT_FALSE(has(printed_photo(picture(4), {PhotoCut::outline}), "paper"));
  EXPECT_FALSE(has(printed_photo(picture(), {PhotoCut::filling}), "paper"));
}

TEST(PrintedPhoto, HandHoldsASheetButIsOutOfViewWhereThePictureFillsIt) {
  EXPECT_TRUE(has(printed_photo(picture(), {PhotoCut::sheet}), "hand"));
  EXPECT_FALSE(has(printed_photo(picture(), {PhotoCut::filling}), "hand"));
}

TEST(PrintedPhoto, FillingPictureCoversTheWholeViewAtTheDesk) {
  const ViewCamera camera = ViewCamera::with_field(64, 48, 70);
  Rasteriser rasteriser;
  Radiance out;
  const Model photo = printed_photo(picture(), {PhotoCut::filling});
  rasteriser.begin(camera, frontal(1));
  rasteriser.draw(photo, placed({10, 0, 0}, {0, 0, -450}));
  rasteriser.finish(plain(camera, 50), out);
  EXPECT_LT(*std::max_element(out.pixels.begin(), out.pixels.end()), 1.01F);
}

TEST(PrintedPhoto, OutlineLetsTheRoomShowWhereThePictureIsClear) {
  auto image = std::make_shared<Image>(Image::blank(2, 1, 4));
  image->pixels = {255, 255, 255, 255, 0, 0, 0, 0};  // only the person on the left
  PrintedPhoto photo{PhotoCut::outline};
  photo.hand = false;
  const Model model = printed_photo({image, {0.5F, 0.5F}, 60}, photo);
  const Radiance out = drawn({{model, placed({}, {0, 0, -100})}}, frontal(1), 7);
  EXPECT_LT(pixel_of(out, 35, 40).x, 1);
  EXPECT_FLOAT_EQ(pixel_of(out, 85, 40).x, 7);
}

TEST(PrintedPhoto, InkReflectsAtMostEightTenthsOrSo) {
  PrintedPhoto photo;
  photo.hand = false;
  const Model model = printed_photo({grey(4, 4, 3, 255), {0.5F, 0.5F}, 60}, photo);
  EXPECT_NEAR(pixel_of(drawn({{model, placed({}, {0, 0, -100})}}, frontal(1)), 60, 40).x, 0.83F, 0.02F);
}

TEST(PrintedPhoto, BentSheetKeepsItsLengthRoundTheArc) {
  PrintedPhoto photo;
  photo.bend_radius_mm = 100;
  const Surface sheet = surface_of(printed_photo(picture(), photo), "picture");
  // Half of 200 mm is 1 radian of the arc: its edge is at R sin 1, and R (1 - cos 1) farther away.
  const Extent extent(sheet);
  EXPECT_NEAR(extent.high.x, 84.147F, 0.01F);
  EXPECT_NEAR(extent.low.z, -45.970F, 0.01F);
  EXPECT_NEAR(extent.high.z, 0, 1e-3F);
}

TEST(PrintedPhoto, SheetThatWouldCloseIsRefused) {
  PrintedPhoto photo;
  photo.bend_radius_mm = 50;
  EXPECT_THROW(printed_photo(picture(), photo), std::invalid_argument);
}

TEST(PrintedPhoto, OutlineOfAPictureWithoutAlphaIsRefused) {
  EXPECT_THROW(printed_photo(picture(3), {PhotoCut::outline}), std::invalid_argument);
}

TEST(Attack, WithoutAPictureIsRefused) {
  EXPECT_THROW(printed_photo({}, {}), std::invalid_argument);
  EXPECT_THROW(screen_replay({}, {}), std::invalid_argument);
}

TEST(ScreenReplay, ShinesInTheDark) {
  ScreenReplay screen;
  screen.moire = 0;
  const Model model = screen_replay({grey(4, 4, 3, 255), {0.5F, 0.5F}, 60}, screen);
  EXPECT_NEAR(pixel_of(drawn({{model, placed({}, {0, 0, -100})}}, {}), 60, 40).y, 1, 0.2F);
}

TEST(ScreenReplay, TabletHasABezelAndAPhoneShowsAFaceSmallerThanLife) {
  const Model tablet = screen_replay(picture(), {ScreenDevice::tablet});
  EXPECT_GT(Extent(surface_of(tablet, "case")).high.x, Extent(surface_of(tablet, "screen")).high.x + 5);
  const Surface phone = surface_of(screen_replay(picture(), {ScreenDevice::phone}), "screen");
  const float texture_width = phone.coordinates.back().x - phone.coordinates.front().x;
  EXPECT_LT((Extent(phone).high.x - Extent(phone).low.x) / texture_width, 100);  // 200 is life-size
}

TEST(ScreenReplay, EyesOfThePictureAreInTheOrigin) {
  const Surface screen = surface_of(screen_replay(picture(), {}), "screen");
  const Extent extent(screen);
  const Vec2 low = screen.coordinates.front(), high = screen.coordinates.back();
  const float v = low.y + (high.y - low.y) * (0 - extent.low.y) / (extent.high.y - extent.low.y);
  EXPECT_NEAR(v, 1 - 0.4F, 1e-4F);
}

/// Image positions of a surface's points under one placement.
std::vector<Vec2> projected(const std::vector<Vec3>& points, const Placement& placement) {
  std::vector<Vec2> places;
  for (const Vec3 point : points) places.push_back(ViewCamera{}.project(placement(point)));
  return places;
}

/// Distance in pixels between an image rotated by 12 degrees and what a flat object could show.
float parallax(const std::vector<Vec3>& points) {
  return homography_residual(projected(points, placed({}, {0, 0, -450})),
                             projected(points, placed({12, 0, 0}, {5, 0, -440})));
}

TEST(Parallax, FlatPhotoObeysAHomographyBetweenTwoViews) {
  EXPECT_LT(parallax(surface_of(printed_photo(picture(), {}), "picture").positions), 0.01F);
}

TEST(Parallax, BentPhotoDoesNot) {
  PrintedPhoto photo;
  photo.bend_radius_mm = 100;
  EXPECT_GT(parallax(surface_of(printed_photo(picture(), photo), "picture").positions), 1.0F);
}

TEST(Parallax, PointsOfAHeadDoNot) {
  // Eyes, nose, mouth, chin and ears of an average face, in mm (Farkas 1994, rounded).
  EXPECT_GT(parallax({{-32, 0, 0},
                      {32, 0, 0},
                      {0, -40, 30},
                      {-25, -70, 8},
                      {25, -70, 8},
                      {0, -110, 5},
                      {-72, -15, -90},
                      {72, -15, -90},
                      {0, 60, 5}}),
            1.0F);
}

}  // namespace attack_test
}  // namespace uketsuke::camera

#include "camera_model/render/raster/bands.h"

#include <gmock/gmock.h>

#include "tests/unit/camera_model/render/pictures.h"

namespace uketsuke::camera {
namespace bands_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ScreenTriangle in_rows(int begin, int end) {
  ScreenTriangle triangle;
  triangle.y_begin = static_cast<std::int16_t>(begin), triangle.y_end = static_cast<std::int16_t>(end);
  return triangle;
}

std::vector<std::uint32_t> of(const Bands& bands, int band) {
  return {bands.of(band).begin(), bands.of(band).end()};
}

TEST(Bands, TheLastOneEndsWithThePicture) {
  EXPECT_EQ(Bands::rows(0, 40).begin, 0);
  EXPECT_EQ(Bands::rows(2, 40).begin, 32);
  EXPECT_EQ(Bands::rows(2, 40).end, 40);
}

TEST(Bands, HaveTheTrianglesThatMeetThemInTheirOrder) {
  Bands bands;
  bands.sort({in_rows(20, 30), in_rows(0, 16), in_rows(15, 33)}, 48);
  ASSERT_EQ(bands.count(), 3);
  EXPECT_THAT(of(bands, 0), ElementsAre(1, 2));
  EXPECT_THAT(of(bands, 1), ElementsAre(0, 2));
  EXPECT_THAT(of(bands, 2), ElementsAre(2));
}

TEST(Bands, HaveThemInTheOrderThatIsGiven) {
  Bands bands;
  bands.sort({in_rows(0, 4), in_rows(0, 4), in_rows(20, 24)}, {1, 2, 0}, 32);
  EXPECT_THAT(of(bands, 0), ElementsAre(1, 0));
  EXPECT_THAT(of(bands, 1), ElementsAre(2));
}

TEST(Bands, OfAnEmptyPictureAreEmpty) {
  Bands bands;
  bands.sort({}, 20);
  EXPECT_THAT(of(bands, 1), IsEmpty());
}

/// Four boards one behind another, two of them see-through; with large and small triangles.
Radiance boards(int rows_down) {
  auto checked = std::make_shared<Image>(Image::blank(8, 8, 4));
  for (std::size_t i = 0; i < checked->pixels.size(); ++i)
    checked->pixels[i] = static_cast<std::uint8_t>(37 * i + 11);
  Material hair = glowing({1, 0.5F, 0.25F});
  hair.texture = checked;
  hair.see_through = hair.both_sides = true;
  ViewCamera camera = small_camera();
  camera.centre.y += static_cast<float>(rows_down);
  return drawn({{model_of(board(48, 64, hair)), placed({20, 10, 5}, {3, 2, -90})},
                {model_of(board(32, 24, hair)), placed({}, {-8, 0, -95})},
                {model_of(board(56, 40, glowing({0.2F, 0.4F, 0.8F}))), placed({30, 0, 0}, {0, 0, -100})},
                {model_of(board(4000, 40, glowing({0.7F, 0.1F, 0.3F}))), placed({0, 0, 10}, {0, 0, -110})}},
               {}, 0.125F, camera);
}

TEST(Bands, LeaveNoTraceInThePicture) {
  constexpr int kDown = 5;
  const Radiance picture = boards(0), lower = boards(kDown);
  for (int y = 0; y + kDown < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const Vec3 one = pixel_of(picture, x, y), other = pixel_of(lower, x, y + kDown);
      ASSERT_NEAR(one.x, other.x, 1e-4F) << x << ", " << y;
      ASSERT_NEAR(one.y, other.y, 1e-4F) << x << ", " << y;
      ASSERT_NEAR(one.z, other.z, 1e-4F) << x << ", " << y;
    }
  }
}

}  // namespace bands_test
}  // namespace uketsuke::camera

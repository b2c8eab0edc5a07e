#include "camera_model/render/raster/rasteriser.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "tests/unit/camera_model/render/pictures.h"

namespace uketsuke::camera {
namespace rasteriser_test {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

Placement at(float x, float y, float z) { return placed({}, {x, y, z}); }

/// Total light of the image in pixels: the area of a thing that emits 1.
float area(const Radiance& picture) {
  float sum = 0;
  for (std::size_t i = 0; i < picture.pixels.size(); i += 3) sum += picture.pixels[i];
  return sum;
}

TEST(Rasteriser, WhiteBoardThatFacesTheSunHasTheSunsStrength) {
  const Radiance picture = drawn({{model_of(board(20, 20, {})), at(0, 0, -100)}}, frontal(0.7F));
  EXPECT_NEAR(pixel_of(picture, 60, 40).y, 0.7F, 1e-5F);
}

TEST(Rasteriser, BoardTurnedBy60DegreesHasHalfOfThat) {
  const Radiance picture =
      drawn({{model_of(board(20, 20, {})), placed({60, 0, 0}, {0, 0, -100})}}, frontal(0.7F));
  EXPECT_NEAR(pixel_of(picture, 60, 40).y, 0.35F, 1e-4F);
}

TEST(Rasteriser, LampGivesAQuarterAtDoubleDistance) {
  Illumination lamp;
  lamp.lights.push_back({{0, 0, 0}, {1, 1, 1}, 100, 0, false});
  const Radiance picture = drawn({{model_of(board(4, 4, {})), at(0, 0, -200)}}, lamp);
  EXPECT_NEAR(pixel_of(picture, 60, 40).x, 0.25F, 1e-3F);
}

TEST(Rasteriser, BoardThatLooksUpHasTheSkysRadianceAndOneThatLooksDownTheFloors) {
  Illumination walls;
  walls.sky = {0.5F, 0.5F, 0.5F}, walls.floor = {0.1F, 0.1F, 0.1F};
  Material paper;
  paper.both_sides = false;
  const Radiance up = drawn({{model_of(board(40, 40, paper)), placed({0, 90, 0}, {0, -20, -100})}}, walls);
  const Radiance down = drawn({{model_of(board(40, 40, paper)), placed({0, -90, 0}, {0, 20, -100})}}, walls);
  EXPECT_NEAR(pixel_of(up, 60, 60).x, 0.5F, 1e-4F);
  EXPECT_NEAR(pixel_of(down, 60, 20).x, 0.1F, 1e-4F);
}

TEST(Rasteriser, PictureOfABoardHalvesAtDoubleDistance) {
  const Model white = model_of(board(30, 20, glowing({1, 1, 1})));
  EXPECT_NEAR(area(drawn({{white, at(0, 0, -100)}}, {})), 600, 6);
  EXPECT_NEAR(area(drawn({{white, at(0, 0, -200)}}, {})), 150, 3);
}

TEST(Rasteriser, EdgeThroughThePixelsMiddleShowsHalfOfTheBackground) {
  // Its left edge is at x = 50.5 in the image.
  const Radiance picture = drawn({{model_of(board(19, 20, glowing({1, 1, 1}))), at(0, 0, -100)}}, {}, 0.5F);
  EXPECT_NEAR(pixel_of(picture, 50, 40).x, 0.75F, 0.01F);
  EXPECT_EQ(pixel_of(picture, 49, 40).x, 0.5F);
  EXPECT_NEAR(pixel_of(picture, 51, 40).x, 1, 1e-5F);
}

TEST(Rasteriser, NeighbouringTrianglesLeaveNoGapAndNoDoubleEdge) {
  const Radiance picture = drawn(
      {{model_of(board(33.3F, 21.7F, glowing({1, 1, 1}))), placed({20, 10, 33}, {0, 0, -100})}}, {}, 0.0F);
  for (int y = 34; y < 46; ++y) {
    for (int x = 54; x < 66; ++x) ASSERT_NEAR(pixel_of(picture, x, y).x, 1, 1e-5F) << x << ", " << y;
  }
}

/// Red, green, blue and white, from the top left.
std::shared_ptr<const Image> four_colours() {
  auto image = std::make_shared<Image>(Image::blank(2, 2, 3));
  image->pixels = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};
  return image;
}

TEST(Rasteriser, TextureStandsTheRightWayUp) {
  Material material = glowing({1, 1, 1});
  material.texture = four_colours();
  const Radiance picture = drawn({{model_of(board(40, 40, material)), at(0, 0, -100)}}, {});
  EXPECT_GT(pixel_of(picture, 42, 22).x, 0.9F);  // red: top left
  EXPECT_LT(pixel_of(picture, 42, 22).y, 0.05F);
  EXPECT_GT(pixel_of(picture, 77, 22).y, 0.9F);  // green: top right
  EXPECT_GT(pixel_of(picture, 42, 57).z, 0.9F);  // blue: bottom left
  EXPECT_LT(pixel_of(picture, 42, 57).x, 0.05F);
}

TEST(Rasteriser, TextureOnATurnedBoardIsCorrectInPerspective) {
  // One quad of two triangles turned by 60 degrees: the middle of the texture is at the middle of the board,
  // not of its image.
  Surface quad = board(40, 40, glowing({1, 1, 1}));
  quad.positions = {{-20, -20, 0}, {20, -20, 0}, {-20, 20, 0}, {20, 20, 0}};
  quad.normals.resize(4), quad.triangles = {0, 1, 2, 1, 3, 2};
  quad.coordinates = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
  auto image = std::make_shared<Image>(Image::blank(256, 1, 3));
  for (int x = 0; x < 128; ++x) image->at(x, 0)[0] = 255;
  quad.material.texture = image;
  const Radiance picture = drawn({{model_of(quad), placed({60, 0, 0}, {0, 0, -100})}}, {});
  // The board's middle is at the optical axis, x = 60, for every rotation, in all rows.
  for (const int y : {26, 32, 40, 48, 54}) {
    EXPECT_GT(pixel_of(picture, 58, y).x, 0.9F) << y;
    EXPECT_LT(pixel_of(picture, 61, y).x, 0.1F) << y;
  }
}

TEST(Rasteriser, NearerThingHidesTheFartherWhateverTheOrder) {
  const Placed red{model_of(board(20, 20, glowing({1, 0, 0}))), at(0, 0, -90)};
  const Placed green{model_of(board(20, 20, glowing({0, 1, 0}))), at(0, 0, -110)};
  for (const auto& things : {std::vector{red, green}, std::vector{green, red}}) {
    EXPECT_NEAR(pixel_of(drawn(things, {}), 60, 40).x, 1, 1e-5F);
    EXPECT_EQ(pixel_of(drawn(things, {}), 60, 40).y, 0);
  }
}

Material glass(Vec3 colour, std::uint8_t alpha) {
  auto image = std::make_shared<Image>(Image::blank(1, 1, 4));
  image->pixels = {255, 255, 255, alpha};
  Material material = glowing(colour);
  material.texture = image;
  material.see_through = true;
  return material;
}

TEST(Rasteriser, SeeThroughSurfacesLieOverOneAnotherByAlphaWhateverTheOrder) {
  const Placed near{model_of(board(20, 20, glass({1, 0, 0}, 51))), at(0, 0, -90)};   // a fifth
  const Placed far{model_of(board(20, 20, glass({0, 1, 0}, 204))), at(0, 0, -110)};  // four fifths
  for (const auto& things : {std::vector{near, far}, std::vector{far, near}}) {
    const Vec3 pixel = pixel_of(drawn(things, {}, 0.5F), 60, 40);
    EXPECT_NEAR(pixel.x, 0.2F + 0.8F * 0.2F * 0.5F, 2e-3F);
    EXPECT_NEAR(pixel.y, 0.8F * 0.8F + 0.8F * 0.2F * 0.5F, 2e-3F);
  }
}

TEST(Rasteriser, SeeThroughTrianglesDoNotOverlapAtTheirCommonEdges) {
  // Edges every 2 mm, which is every 2 pixels, through the samples 3/8 of a pixel from the left or 1/8 from
  // the top.
  const Radiance picture =
      drawn({{model_of(board(16, 16, glass({1, 1, 1}, 51))), at(0.375F, -0.125F, -100)}}, {});
  for (int y = 34; y < 46; ++y) {
    for (int x = 54; x < 66; ++x) ASSERT_NEAR(pixel_of(picture, x, y).x, 0.2F, 1e-3F) << x << ", " << y;
  }
}

TEST(Rasteriser, SolidThingHidesWhatIsSeeThroughBehindIt) {
  const Radiance picture = drawn({{model_of(board(20, 20, glass({0, 1, 0}, 255))), at(0, 0, -110)},
                                  {model_of(board(20, 20, glowing({1, 0, 0}))), at(0, 0, -90)}},
                                 {});
  EXPECT_EQ(pixel_of(picture, 60, 40).y, 0);
}

TEST(Rasteriser, BackOfASurfaceIsSeenOnlyWhereItHasBothSides) {
  Material material = glowing({1, 1, 1});
  EXPECT_EQ(area(drawn({{model_of(board(20, 20, material)), placed({180, 0, 0}, {0, 0, -100})}}, {})), 0);
  material.both_sides = true;
  EXPECT_NEAR(area(drawn({{model_of(board(20, 20, material)), placed({180, 0, 0}, {0, 0, -100})}}, {})), 400,
              4);
}

TEST(Rasteriser, BoardThatReachesBehindTheCameraIsCutAtTheNearPlane) {
  // A floor 10 mm below the camera, from behind it to 200 mm in front of it: its far edge is at y = 40 + 100
  // * 10 / 200.
  const Radiance picture =
      drawn({{model_of(board(2000, 400, glowing({1, 1, 1}))), placed({0, 90, 0}, {0, -10, 0})}}, {});
  EXPECT_EQ(pixel_of(picture, 60, 43).x, 0);
  EXPECT_NEAR(pixel_of(picture, 60, 46).x, 1, 1e-5F);
  EXPECT_NEAR(pixel_of(picture, 60, 79).x, 1, 1e-5F);
}

TEST(Rasteriser, NothingBeforeTheNearPlaneIsDrawn) {
  EXPECT_EQ(area(drawn({{model_of(board(5, 5, glowing({1, 1, 1}))), at(0, 0, -9)}}, {})), 0);
}

TEST(Rasteriser, BoardOfKilometresStillHasStraightSides) {
  const Radiance picture = drawn({{model_of(board(20, 4e6F, glowing({1, 1, 1}))), at(0, 0, -100)}}, {});
  EXPECT_NEAR(area(picture), 20 * 80, 1);
}

TEST(Rasteriser, BoardMuchLargerThanThePictureFillsIt) {
  const Radiance picture = drawn({{model_of(board(90000, 90000, glowing({1, 1, 1}))), at(7, 3, -100)}}, {});
  EXPECT_NEAR(area(picture), 120 * 80, 0.01F);
}

TEST(Rasteriser, WhatStandsBetweenLampAndBoardCastsAShadow) {
  Illumination sun = frontal(1);
  sun.lights[0].position = {1, 0, 1};  // 45 degrees from the right
  sun.lights[0].shadow = true;
  const Model wall = model_of(board(100, 100, {})), post = model_of(board(10, 40, {}));
  // The post stands 20 mm in front of the wall, so its shadow lies 20 mm to the left.
  const Radiance picture = drawn({{wall, at(0, 0, -120)}, {post, at(20, 0, -100)}}, sun, 0, small_camera());
  EXPECT_LT(pixel_of(picture, 60, 40).x, 0.25F);
  EXPECT_NEAR(pixel_of(picture, 30, 40).x, std::sqrt(0.5F), 1e-3F);
}

TEST(Rasteriser, HighlightLiesWhereTheSurfaceMirrorsTheLamp) {
  Material material;
  material.colour = {0, 0, 0};
  material.specular = 1, material.shininess = 100;
  Illumination lamp;
  lamp.lights.push_back({{20, 0, 0}, {1, 1, 1}, 100, 0, false});
  // Lamp and eye are 20 mm apart in front of a flat mirror: the reflection is half-way, 10 mm to the right.
  const Radiance picture = drawn({{model_of(board(100, 60, material)), at(0, 0, -100)}}, lamp);
  int brightest = 0;
  for (int x = 10; x < 110; ++x) {
    if (pixel_of(picture, x, 40).x > pixel_of(picture, brightest, 40).x) brightest = x;
  }
  EXPECT_NEAR(brightest, 70, 1);
}

TEST(Rasteriser, SecondFrameShowsNothingOfTheFirst) {
  Rasteriser rasteriser;
  Radiance out;
  const ViewCamera camera = small_camera();
  const Model white = model_of(board(20, 20, glowing({1, 1, 1})));
  rasteriser.begin(camera, {});
  rasteriser.draw(white, at(0, 0, -100));
  rasteriser.finish(plain(camera, 0.25F), out);
  rasteriser.begin(camera, {});
  rasteriser.finish(plain(camera, 0.25F), out);
  EXPECT_EQ(out.pixels, plain(camera, 0.25F).pixels);
}

TEST(Rasteriser, SurfaceThatDoesNotFitItselfIsRefusedByName) {
  Surface surface = board(20, 20, {});
  surface.normals.pop_back();
  Rasteriser rasteriser;
  rasteriser.begin(small_camera(), {});
  EXPECT_THAT([&] { rasteriser.draw(model_of(surface), {}); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("board")));
}

TEST(Rasteriser, BackgroundOfAnotherSizeIsRefused) {
  Rasteriser rasteriser;
  Radiance out, background;
  background.resize(10, 10);
  rasteriser.begin(small_camera(), {});
  EXPECT_THROW(rasteriser.finish(background, out), std::invalid_argument);
}

TEST(Rasteriser, PaintsTheSameWithAnyNumberOfThreads) {
  const Model solid = model_of(board(40, 30, glowing({1, 0.5F, 0.25F}))),
              clear = model_of(board(25, 38, glass({0, 1, 0}, 120)));
  const ViewCamera camera = small_camera();
  const Radiance background = plain(camera, 0.3F);
  const auto frame = [&](Rasteriser& rasteriser, float turned) {
    Radiance out;
    rasteriser.begin(camera, frontal(1));
    rasteriser.draw(solid, placed({turned, 10, 20}, {0, 0, -100}));
    rasteriser.draw(clear, placed({-turned, 5, 70}, {3, 2, -80}));
    rasteriser.finish(background, out);
    return out.pixels;
  };
  Rasteriser one(1), three(3);
  std::vector<float> last;
  for (const float turned : {-40.0F, 0.0F, 40.0F}) {  // each thread gets a different band each time
    const std::vector<float> picture = frame(one, turned);
    ASSERT_NE(picture, last);
    EXPECT_EQ(picture, frame(three, turned)) << turned;
    last = picture;
  }
}

}  // namespace rasteriser_test
}  // namespace uketsuke::camera

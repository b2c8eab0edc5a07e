#include <gtest/gtest.h>

#include "bench/micro/allocation_count.h"
#include "tests/unit/camera_model/render/pictures.h"

namespace uketsuke::camera {
namespace allocation_test {

TEST(Rasteriser, SecondFrameOfTheSameThingsTakesNoMemory) {
  auto image = std::make_shared<Image>(Image::blank(16, 16, 4));
  Material hair;
  hair.texture = image;
  hair.see_through = true;
  const Model model{{board(20, 20, {}), board(30, 30, hair), board(9000, 9000, {})}};
  Illumination light = frontal(1);
  light.lights[0].shadow = true;
  const ViewCamera camera = small_camera();
  const Radiance background = plain(camera, 0);
  Rasteriser rasteriser;
  Radiance out;
  const auto frame = [&] {
    rasteriser.begin(camera, light);
    rasteriser.draw(model, placed({5, 0, 0}, {0, 0, -100}));
    rasteriser.finish(background, out);
  };
  frame();
  const std::int64_t before = bench::allocations();
  frame();
  EXPECT_EQ(bench::allocations() - before, 0);
}

}  // namespace allocation_test
}  // namespace uketsuke::camera

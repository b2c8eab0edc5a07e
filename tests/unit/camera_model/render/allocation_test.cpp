#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "tests/unit/camera_model/render/pictures.h"

namespace {

std::atomic<int> allocations{0};

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace uketsuke::camera {
namespace {

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
  const int before = allocations;
  frame();
  EXPECT_EQ(allocations - before, 0);
}

}  // namespace
}  // namespace uketsuke::camera

// Cost of an image from light to 8 bits, on one core. The camera has 33 ms for everything.
#include <benchmark/benchmark.h>

#include <memory>

#include "camera_model/sensor/imaging_chain.h"

namespace uketsuke::camera {
namespace {

/// A light with structure at every scale, about as bright as a room.
Radiance room(int width, int height) {
  Radiance light;
  light.resize(width, height);
  std::uint32_t state = 1;
  for (float& value : light.pixels) {
    state = state * 1664525 + 1013904223;
    value = 0.1F + 0.5F * static_cast<float>(state >> 8) / static_cast<float>(1 << 24);
  }
  return light;
}

void expose(benchmark::State& state, const char* name, bool bayer, ExposureContext context) {
  CameraProfile profile = load_cameras(UKETSUKE_SOURCE_DIR "/camera_model/sensor/cameras.yaml").at(name);
  profile.sensor.bayer = bayer;
  ImagingChain chain(profile, 1);
  const Radiance light = room(profile.width, profile.height);
  Image image;
  for (auto _ : state) {
    chain.expose(light, context, image);
    ++context.number;
    benchmark::DoNotOptimize(image.pixels.data());
  }
  state.counters["shutter_ms"] = chain.exposure_seconds() * 1000;
}

ExposureContext sharp() { return {}; }

ExposureContext close() {
  ExposureContext context;
  context.subject_distance_mm = 280;
  return context;
}

/// A head as wide as a third of the image that moves at about 100 mm/s.
ExposureContext moving() {
  ExposureContext context;
  context.velocity = {400, 150};
  context.moving = Region{200, 80, 240, 320};
  return context;
}

BENCHMARK_CAPTURE(expose, vga_mosaic, "reader-vga", true, sharp())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(expose, vga_three_samples, "reader-vga", false, sharp())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(expose, vga_out_of_focus, "reader-vga", true, close())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(expose, vga_moving, "reader-vga", true, moving())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(expose, 720p_mosaic, "reader-720p", true, sharp())->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace uketsuke::camera

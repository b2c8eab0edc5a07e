// Cost of a frame of a patient at the desk, before lens and sensor: people with 10,000 to 20,000 triangles
// each. Needs the sliced heads (./uketsuke test fetches them).
//
//   build/bench/render_bench

#include <benchmark/benchmark.h>

#include "base/data_root.h"
#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/scene/attack.h"
#include "camera_model/scene/movement.h"
#include "camera_model/scene/portrait.h"
#include "camera_model/scene/scene.h"

namespace {

using namespace uketsuke::camera;

std::shared_ptr<const Model> head_of_seed(std::uint32_t seed) {
  HeadProfile profile;
  profile.seed = seed;
  static const HeadLibrary library(uketsuke::cache_folder() / "models/heads");
  return std::make_shared<Model>(library.build(profile)->model({}, {}));
}

ViewCamera camera_of(int height) { return ViewCamera::with_field(height == 480 ? 640 : 1280, height, 60); }

/// The first argument is the number of people, the second the number of rows: 480 or 720.
void People(benchmark::State& state) {
  Scene scene;
  Movement movement;
  for (std::int64_t i = 0; i < state.range(0); ++i)
    scene.things.push_back({head_of_seed(static_cast<std::uint32_t>(i + 1)), {}, {}});
  const ViewCamera camera = camera_of(static_cast<int>(state.range(1)));
  Radiance out;
  std::int64_t frame = 0;
  for (auto _ : state) {
    const Pose pose = pose_at(movement, std::chrono::milliseconds(33) * frame++);
    float aside = 0;
    for (Thing& thing : scene.things) {
      thing.turn = pose.turn;
      thing.position = pose.position + Vec3{aside, 0, -aside};
      aside += 260;
    }
    scene.radiance(camera, out);
    benchmark::DoNotOptimize(out.pixels.data());
  }
  state.counters["frames/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(People)->Args({0, 480})->Args({1, 480})->Args({2, 480})->Args({1, 720})->Unit(
    benchmark::kMillisecond);

void Attack(benchmark::State& state, const Model& model) {
  Scene scene;
  scene.things.push_back({std::make_shared<Model>(model), {8, 0, 0}, {0, 0, -450}});
  Radiance out;
  for (auto _ : state) {
    scene.radiance(camera_of(480), out);
    benchmark::DoNotOptimize(out.pixels.data());
  }
}

ShownPicture shown() {
  const auto head = head_of_seed(1);
  const PortraitShot shot = portrait_shot(*head, 768, 960);
  return {std::make_shared<Image>(portrait_cutout(*head, 768, 960)), shot.eyes, shot.width_mm};
}

void PhotoSheet(benchmark::State& state) { Attack(state, printed_photo(shown(), {})); }
void PhotoFillsTheView(benchmark::State& state) {
  Attack(state, printed_photo(shown(), {PhotoCut::filling}));
}
void Tablet(benchmark::State& state) { Attack(state, screen_replay(shown(), {})); }
BENCHMARK(PhotoSheet)->Unit(benchmark::kMillisecond);
BENCHMARK(PhotoFillsTheView)->Unit(benchmark::kMillisecond);
BENCHMARK(Tablet)->Unit(benchmark::kMillisecond);

void CardPhoto(benchmark::State& state) {
  const auto head = head_of_seed(1);
  Radiance out;
  for (auto _ : state) studio_portrait(*head, 192, 240, out);
}
BENCHMARK(CardPhoto)->Unit(benchmark::kMillisecond);

}  // namespace

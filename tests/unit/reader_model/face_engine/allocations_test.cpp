#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "bench/micro/allocation_count.h"
#include "bench/micro/rendered_face.h"
#include "reader_model/face_engine/face_engine.h"

namespace uketsuke::reader::face_engine {
namespace allocations_test {

constexpr std::uint32_t kAll = UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_LIVENESS | UKETSUKE_FACE_SIMILARITY;

/// Analyses the same frame repeatedly.
class SteadyState : public testing::TestWithParam<Runtime> {
 protected:
  SteadyState() {
    options.models = models_folder();
    options.runtime = GetParam();
    engine = std::make_unique<FaceEngine>(options);
    const camera::Image photo = card_photo(1);
    const uketsuke_face_image image = seen(photo);
    engine->enrol(&image);
    look(5);
  }

  void look(int times) {
    const uketsuke_face_image image = seen(frame);
    uketsuke_face_observation face{};
    for (int i = 0; i < times; ++i) ASSERT_EQ(engine->analyse(&image, kAll, &face, 1), 1U);
  }

  EngineOptions options;
  camera::Image frame = rendered({});
  std::unique_ptr<FaceEngine> engine;
};

std::size_t bytes_in_use() { return mallinfo2().uordblks + mallinfo2().hblkhd; }

TEST_P(SteadyState, DoesNotGrow) {
  // The C library counts memory cached for later requests as in use, so a few frames can grow; with a leak,
  // all of them do.
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (int window = 0; window < 6; ++window) {
    const std::size_t before = bytes_in_use();
    look(5);
    least = std::min(least, static_cast<std::int64_t>(bytes_in_use()) - static_cast<std::int64_t>(before));
  }
  EXPECT_LE(least, 0);
}

/// Allocations of one run of each network: the runtime's own, which cannot be avoided.
std::int64_t inside_the_runtime(const EngineOptions& options) {
  const EngineNetworks networks = open_networks(options);
  std::int64_t before = 0;
  for (int round = 0; round < 2; ++round) {  // the first warms up
    before = bench::allocations();
    for (Network* network : {networks.detector.get(), networks.landmark.get(), networks.liveness.get(),
                             networks.feature.get()}) {
      network->run();
    }
  }
  return bench::allocations() - before;
}

TEST_P(SteadyState, AllocatesLittleBesideTheRuntime) {
  const std::int64_t inside = inside_the_runtime(options);
  const std::int64_t before = bench::allocations();
  look(1);
  // OpenCV's warpAffine makes 18 allocations and each of its resizes 2; the stages make none.
  EXPECT_LE(bench::allocations() - before, inside + 32);
  EXPECT_EQ(inside > 0, bench::counts_allocations());
}

INSTANTIATE_TEST_SUITE_P(Runtimes, SteadyState, testing::Values(Runtime::opencv, Runtime::onnxruntime));

}  // namespace allocations_test
}  // namespace uketsuke::reader::face_engine

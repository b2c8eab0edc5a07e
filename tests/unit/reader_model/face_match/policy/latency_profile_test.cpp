#include "reader_model/face_match/policy/latency_profile.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader {
namespace latency_profile_test {

using namespace std::chrono_literals;

constexpr const char* kShipped = "reader_model/face_match/policy/latency.yaml";

std::filesystem::path written(const TemporaryFolder& folder, const std::string& text) {
  const std::filesystem::path path = folder.path() / "latency.yaml";
  std::ofstream(path) << text;
  return path;
}

constexpr const char* kHost =
    "host: { decode_photo: 1ms, compare_pictures: 2ms, gates: 3ms, parallax: 4ms }\n";

InputProblem problem_of(const std::string& text, const std::string& engine = "mine") {
  const TemporaryFolder folder;
  try {
    load_latency(written(folder, text), engine);
  } catch (const InputError& error) {
    return error.problem();
  }
  throw std::logic_error("loaded");
}

TEST(LatencyProfile, TheShippedRowsAreTheMeasuredMedians) {
  const LatencyProfile opencv = load_latency(kShipped, "opencv");
  // detect 6.25, landmarks 1.69, align .035, liveness 5.22, embed 10.1 ms on one thread
  EXPECT_EQ(opencv.of({"detect", "landmarks", "align", "liveness", "embed", "match"}), 23'295'250ns);
  EXPECT_EQ(load_latency(kShipped, "onnxruntime").of({"embed"}), 2'880us);
}

TEST(LatencyProfile, AnUnknownStageCostsWhatTheRowSaysForOthers) {
  const TemporaryFolder folder;
  const auto path = written(folder, std::string(kHost) + "engines: { mine: { detect: 5ms, other: 7ms } }\n");
  EXPECT_EQ(load_latency(path, "mine").of({"detect", "polish", "polish"}), 19ms);
}

TEST(LatencyProfile, NoStageCostsNothing) { EXPECT_EQ(load_latency(kShipped, "opencv").of({}), 0ns); }

TEST(LoadLatency, AnEngineWithoutARowIsUnknown) {
  EXPECT_EQ(problem_of(std::string(kHost) + "engines: { mine: { other: 1ms } }\n", "yours"),
            InputProblem::unknown_name);
}

TEST(LoadLatency, ARowWithoutOtherIsAnErrorEvenIfAnotherIsChosen) {
  EXPECT_EQ(problem_of(std::string(kHost) + "engines: { mine: { other: 1ms }, yours: { detect: 1ms } }\n"),
            InputProblem::missing_key);
}

TEST(LoadLatency, AKeyOfTheHostThatNothingReadsIsAnError) {
  EXPECT_EQ(
      problem_of("host: { decode_photo: 1ms, compare_pictures: 2ms, gates: 3ms, parallax: 4ms, tea: 1min }\n"
                 "engines: { mine: { other: 1ms } }\n"),
      InputProblem::unknown_key);
}

}  // namespace latency_profile_test
}  // namespace uketsuke::reader

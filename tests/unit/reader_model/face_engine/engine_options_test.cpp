#include "reader_model/face_engine/engine_options.h"

#include <gmock/gmock.h>

#include "reader_model/face_engine/face_error.h"

namespace uketsuke::reader::face_engine {
namespace engine_options_test {

TEST(EngineOptions, AreOpenCvAndRfbOnOneThreadByDefault) {
  const EngineOptions options = parse_options(R"({"models": "/there"})");
  EXPECT_EQ(options.models, "/there");
  EXPECT_EQ(options.runtime, Runtime::opencv);
  EXPECT_EQ(options.detector, Detector::rfb);
  EXPECT_EQ(options.threads, 1);
}

TEST(EngineOptions, AreRead) {
  const EngineOptions options = parse_options(
      R"({"models": "m", "engine": "onnxruntime", "detector": "blazeface", "threads": 2, "redetect": 30})");
  EXPECT_EQ(options.runtime, Runtime::onnxruntime);
  EXPECT_EQ(options.detector, Detector::blazeface);
  EXPECT_EQ(options.threads, 2);
  EXPECT_EQ(options.frames_between_detections, 30);
}

TEST(EngineOptions, MayHaveNumbersAsACommandLineGivesThem) {
  EXPECT_EQ(parse_options(R"({"models": "m", "threads": "4"})").threads, 4);
}

class WrongOptions : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(WrongOptions, AreRefusedByName) {
  const auto [json, word] = GetParam();
  try {
    parse_options(json);
    FAIL() << json;
  } catch (const FaceError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_FACE_BAD_OPTION);
    EXPECT_THAT(error.what(), testing::HasSubstr(word));
  }
}

INSTANTIATE_TEST_SUITE_P(Options, WrongOptions,
                         testing::Values(std::pair("", "JSON"), std::pair("[1]", "JSON"),
                                         std::pair("{\"models\": ", "JSON"), std::pair("{}", "models"),
                                         std::pair(R"({"models": ""})", "models"),
                                         std::pair(R"({"models": 7})", "models"),
                                         std::pair(R"({"models": "m", "engin": "opencv"})", "engin"),
                                         std::pair(R"({"models": "m", "engine": "caffe"})", "caffe"),
                                         std::pair(R"({"models": "m", "engine": null})", "engine"),
                                         std::pair(R"({"models": "m", "detector": "haar"})", "haar"),
                                         std::pair(R"({"models": "m", "threads": 0})", "threads"),
                                         std::pair(R"({"models": "m", "threads": 65})", "threads"),
                                         std::pair(R"({"models": "m", "threads": 1.5})", "threads"),
                                         std::pair(R"({"models": "m", "threads": "two"})", "threads"),
                                         std::pair(R"({"models": "m", "threads": 99999999999})", "threads"),
                                         std::pair(R"({"models": "m", "redetect": -1})", "redetect")));

}  // namespace engine_options_test
}  // namespace uketsuke::reader::face_engine

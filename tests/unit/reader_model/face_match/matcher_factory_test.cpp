#include "reader_model/face_match/matcher_factory.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "reader_model/face_match/plugin/plugin_error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader {
namespace matcher_factory_test {

using testing::HasSubstr;

MatcherSettings settings(const std::string& engine) {
  MatcherSettings result;
  result.engine = engine;
  result.models = "/cache/models";
  result.policy = "reader_model/face_match/policy/face_policy.yaml";
  result.latency = "reader_model/face_match/policy/latency.yaml";
  return result;
}

template <class Error, class Call>
std::string text_of(Call&& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  throw std::logic_error("nothing was thrown");
}

TEST(OptionsJson, AnEngineOfTheProgramsOwnIsNamed) {
  const auto json = nlohmann::json::parse(options_json(settings("onnxruntime")));
  EXPECT_EQ(json, (nlohmann::json{{"models", "/cache/models"}, {"engine", "onnxruntime"}}));
}

TEST(OptionsJson, APluginGetsTheModelsAndTheUsersOwn) {
  MatcherSettings mine = settings("./libmine.so");
  mine.options = {{"speed", "fast \"one\""}};
  const auto json = nlohmann::json::parse(options_json(mine));
  EXPECT_EQ(json, (nlohmann::json{{"models", "/cache/models"}, {"speed", "fast \"one\""}}));
}

TEST(OptionsJson, TheUserCannotSetWhatTheProgramSets) {
  MatcherSettings mine = settings("opencv");
  mine.options = {{"models", "/elsewhere"}};
  EXPECT_THROW(options_json(mine), InputError);
}

TEST(LoadMatcher, AMisspeltEngineIsSuggestedTheRightOne) {
  EXPECT_THAT(text_of<InputError>([] { load_matcher(settings("opencvv")); }),
              HasSubstr("did you mean \"opencv\"?"));
}

TEST(LoadMatcher, APluginNeedsAThresholdOfItsOwn) {
  EXPECT_THAT(text_of<InputError>([] { load_matcher(settings("./libmine.so")); }),
              HasSubstr("--matcher-threshold"));
}

TEST(LoadMatcher, APluginThatIsNotThereIsSaidSo) {
  MatcherSettings mine = settings("./libmine.so");
  mine.threshold = 0.5;
  EXPECT_THAT(text_of<PluginError>([&] { load_matcher(mine); }), HasSubstr("there is no such file"));
}

TEST(LoadMatcher, ARateWithoutARowIsRefusedBeforeAnythingIsLoaded) {
  MatcherSettings mine = settings("opencv");
  mine.fmr = 0.5;
  EXPECT_THROW(load_matcher(mine), InputError);
}

class EnginesModule : public testing::Test {
 protected:
  const TemporaryFolder temporary_;
  const std::filesystem::path& folder_ = temporary_.path();
  void TearDown() override { unsetenv("UKETSUKE_MODULES"); }
};

TEST_F(EnginesModule, IsFoundWhereTheEnvironmentSays) {
  std::ofstream(folder_ / "libuketsuke_face_engines.so") << "x";
  setenv("UKETSUKE_MODULES", folder_.c_str(), 1);
  EXPECT_EQ(engines_module(), folder_ / "libuketsuke_face_engines.so");
}

TEST_F(EnginesModule, AFolderThatDoesNotHoldItIsAnErrorAndNotPassedOver) {
  setenv("UKETSUKE_MODULES", folder_.c_str(), 1);
  EXPECT_THAT(text_of<InputError>([] { engines_module(); }), HasSubstr("UKETSUKE_MODULES must name"));
}

TEST_F(EnginesModule, WithoutTheEnvironmentItIsLookedForBesideTheProgram) {
  // The test program is in its own folder, which contains no engine.
  EXPECT_THAT(text_of<InputError>([] { engines_module(); }),
              HasSubstr("build the target uketsuke_face_engines"));
}

}  // namespace matcher_factory_test
}  // namespace uketsuke::reader

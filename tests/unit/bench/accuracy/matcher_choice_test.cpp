#include "bench/accuracy/matcher_choice.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/unit/bench/accuracy/face_folder.h"

namespace uketsuke::bench {
namespace matcher_choice_test {

class MatcherChoiceTest : public FaceFolder {
 protected:
  static MatcherChoice plug_in(std::vector<std::string> options) {
    MatcherChoice choice;
    choice.library = "/opt/matcher.so";
    choice.options = std::move(options);
    return choice;
  }
  static nlohmann::json given(std::vector<std::string> options) {
    return nlohmann::json::parse(find_matcher(plug_in(std::move(options))).options_json);
  }
};

TEST_F(MatcherChoiceTest, APlugInIsOpenedAsItIsNamed) {
  EXPECT_EQ(find_matcher(plug_in({})).library, "/opt/matcher.so");
}

TEST_F(MatcherChoiceTest, OptionsReachThePlugIn) {
  const nlohmann::json options = given({"threads=2", "mode=fast=er"});
  EXPECT_NE(options.dump().find("\"threads\""), std::string::npos);
  EXPECT_NE(options.dump().find("fast=er"), std::string::npos) << "a value may have an equals sign";
}

TEST_F(MatcherChoiceTest, AnOptionIsAKeyAndAValue) {
  for (const std::string option : {"threads", "=2", ""}) {
    EXPECT_EQ(refusal(InputProblem::bad_value, [&] { find_matcher(plug_in({option})); }),
              "--matcher-option: \"" + option + "\" is not KEY=VALUE");
  }
}

TEST_F(MatcherChoiceTest, AValueMayBeEmpty) { EXPECT_NO_THROW(find_matcher(plug_in({"threads="}))); }

TEST_F(MatcherChoiceTest, AnOptionIsGivenOnce) {
  EXPECT_EQ(refusal(InputProblem::duplicate_key,
                    [&] {
                      find_matcher(plug_in({"a=1", "b=2", "a=3"}));
                    }),
            "--matcher-option: \"a\" is given twice");
}

}  // namespace matcher_choice_test
}  // namespace uketsuke::bench

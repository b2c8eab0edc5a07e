#include <gmock/gmock.h>

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace good_records_test {

using testing::IsEmpty;

class GoodRecord : public testing::TestWithParam<GoodStory> {};

TEST_P(GoodRecord, BreaksNothing) {
  const CaseVerdict verdict = judge(case_on(GetParam().day), GetParam().story.record(), catalogue(), rules());
  EXPECT_THAT(lines(verdict), IsEmpty());
  EXPECT_EQ(verdict.result, Result::pass);
}

INSTANTIATE_TEST_SUITE_P(Stories, GoodRecord, testing::ValuesIn(good_stories()),
                         [](const auto& instance) { return "Story" + std::to_string(instance.index); });

TEST(Checkers, EachRequirementOfEachIsExercisedBySomeGoodRecord) {
  const auto stories = good_stories();
  std::vector<std::string> never;
  for (const auto& checker : all_checkers()) {
    std::set<std::string> exercised;
    for (const auto& good : stories) {
      exercised.merge(ask(checker->description().name, good.story.events(), good.day).exercised);
    }
    for (const auto id : checker->description().requirements) {
      if (!id.empty() && exercised.count(std::string(id)) == 0) {
        never.push_back(std::string(checker->description().name) + " " + std::string(id));
      }
    }
  }
  EXPECT_THAT(never, IsEmpty());
}

TEST(Checkers, SayNothingAboutWhatARecordDoesNotShow) {
  EXPECT_THAT(ask("limit_needs_provide", good_stories().front().story.events(), kNewDay).exercised,
              IsEmpty());
}

TEST(Checkers, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const auto& checker : all_checkers()) EXPECT_TRUE(names.insert(checker->description().name).second);
}

}  // namespace good_records_test
}  // namespace uketsuke::conformance::test

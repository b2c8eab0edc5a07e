#include "conformance/judge/judge.h"

#include <gmock/gmock.h>

#include <chrono>

#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace judge_test {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

CaseVerdict verdict_on(const Story& story, const scenario::Case& test_case, const Catalogue& requirements) {
  return judge(test_case, story.record(), requirements, rules());
}
CaseVerdict verdict_on(const Story& story, const scenario::Case& test_case) {
  return verdict_on(story, test_case, catalogue());
}

/// The repository's catalogue with another class for one requirement.
Catalogue with_class(const std::string& id, RequirementClass requirement_class) {
  Catalogue changed;
  for (Requirement requirement : catalogue().all()) {
    if (requirement.id == id) requirement.requirement_class = requirement_class;
    changed.add(requirement);
  }
  return changed;
}

Story missing_limit() {
  return at_consent_all().touch(Button::agree_all).complete(kAsked, kAsked, false).take_card();
}

TEST(Judge, PassesTheLeafletsNewFlow) {
  EXPECT_EQ(verdict_on(new_flow(), case_on(kNewDay)).result, Result::pass);
}

TEST(Judge, FailsOnARequiredRequirement) {
  const CaseVerdict verdict = verdict_on(missing_limit(), case_on(kNewDay));
  EXPECT_EQ(verdict.result, Result::fail);
  EXPECT_THAT(lines(verdict), Contains(HasSubstr("LIMIT-04")));
}

TEST(Judge, PassesWithAWarningOnARecommendedOne) {
  const CaseVerdict verdict =
      verdict_on(missing_limit(), case_on(kNewDay), with_class("LIMIT-04", RequirementClass::recommended));
  EXPECT_EQ(verdict.result, Result::pass);
  ASSERT_FALSE(verdict.findings.empty());
  EXPECT_EQ(verdict.findings.front().requirement_class, RequirementClass::recommended);
}

TEST(Judge, SaysWhatWasExpectedInTheWordsOfTheScenario) {
  scenario::Case test_case = case_on(kOldDay);
  test_case.requirements = {"FLOW-11", "LIMIT-02"};
  test_case.expect.limit_information = scenario::Provision::provided;
  const CaseVerdict verdict = verdict_on(at_limit().take_card(), test_case);
  EXPECT_THAT(lines(verdict), ElementsAre("LIMIT-02 expected limit_information provided, was not_provided"));
  EXPECT_EQ(verdict.result, Result::fail);
}

TEST(Judge, FailsOnAStepThatCouldNotBeDone) {
  Story story = new_flow();
  story.event(Source::harness, StepFailed{4, "answer: { limit: agree }", "the screen limit was not shown"});
  EXPECT_THAT(
      lines(verdict_on(story, case_on(kNewDay))),
      ElementsAre(" step 4 (answer: { limit: agree }) could not be done: the screen limit was not shown"));
}

TEST(Judge, LeavesAFailedStepOutWhereSomethingBeforeItExplainsIt) {
  Story story = missing_limit();
  story.event(Source::harness, StepFailed{4, "wait_for: limit", "not shown"});
  EXPECT_THAT(lines(verdict_on(story, case_on(kNewDay))), Not(Contains(HasSubstr("could not be done"))));
}

TEST(Judge, IsInconclusiveWhereTheDeviceReportedNothing) {
  EXPECT_EQ(verdict_on(Story().arrive(), case_on(kNewDay)).result, Result::inconclusive);
}

TEST(Judge, ThrowsOnADayBeforeTheRules) {
  EXPECT_THROW(verdict_on(new_flow(), case_on("2021-10-19")), InputError);
}

TEST(Judge, SkipsAndErrsWithAReason) {
  EXPECT_EQ(skipped("no camera").result, Result::skipped);
  EXPECT_EQ(skipped("no camera").findings.front().message, "no camera");
  EXPECT_EQ(harness_error("SIGSEGV").result, Result::error);
}

TEST(Judge, ExercisesWhatTheRecordShowsAndNoMore) {
  const CaseVerdict verdict = verdict_on(new_flow(), case_on(kNewDay));
  EXPECT_THAT(verdict.exercised, Contains("CONSENT-03"));
  EXPECT_THAT(verdict.exercised, Contains("LIMIT-03"));
  EXPECT_THAT(verdict.exercised, Not(Contains("LIMIT-01")));
  EXPECT_THAT(verdict.exercised, Not(Contains("PIN-02")));
}

TEST(Judge, ExercisesWhatAScenarioExpectsOnlyIfItExpectsSomething) {
  scenario::Case test_case = case_on(kNewDay);
  test_case.requirements = {"ELIG-06"};
  EXPECT_THAT(verdict_on(new_flow(), test_case).exercised, Not(Contains("ELIG-06")));
  test_case.expect.reception = scenario::Reception::complete;
  EXPECT_THAT(verdict_on(new_flow(), test_case).exercised, Contains("ELIG-06"));
}

TEST(Judge, KnowsTheTriesThatAPatientsCardCameWith) {
  scenario::Case test_case = case_on(kNewDay);
  test_case.given.pin_tries_left = 0;
  const CaseVerdict verdict =
      verdict_on(Story().start().touch(Button::pin).screen(Screen::enter_pin), test_case);
  EXPECT_THAT(lines(verdict), Contains("PIN-05 asks for a PIN that is locked"));
}

TEST(Judge, TakesTheWaysOfAReaderWithoutCameraFromItsFirstChoice) {
  Story story = Story().arrive().insert().screen(Screen::reading);
  story.event(Source::reader, CardRead{CardKind::individual_number})
      .screen(Screen::choose_method, {Button::pin});
  story.by_pin().service().screen(Screen::consent_all, {Button::agree_all, Button::individually});
  story.touch(Button::agree_all).complete(kAsked, kAsked, true).take_card();
  EXPECT_EQ(verdict_on(story, case_on(kNewDay)).result, Result::pass);
  // The same reader, if declared to have a camera, must offer a way back.
  const Capabilities with_camera{{scenario::Capability::camera, scenario::Capability::pin_pad}};
  EXPECT_EQ(judge(case_on(kNewDay), story.record(), catalogue(), rules(), with_camera).result, Result::fail);
}

/// Five firmware defects, each planted in the leaflet's flow; each must fail the case.
TEST(Judge, CatchesPlantedDefects) {
  const std::pair<const char*, Story> defects[] = {
      {"asks before identity",
       Story().start().screen(Screen::consent_all, {Button::agree_all, Button::individually})},
      {"releases without consent", at_consent_all().touch(Button::individually).release(kMedicines)},
      {"limit screen after the reform", at_limit()},
      {"time-out taken for consent", at_consent_all().time_out().complete(kAsked, kAsked, true).take_card()},
      {"last patient's consent",
       new_flow().start("suzuki").by_face().service().complete(kAsked, kAsked, true).take_card()},
      {"PIN not wiped",
       Story().start().by_pin().event(Source::patient, CardRemoved{}).event(Source::reader, ReaderIdle{})},
      {"goes on with a revoked certificate",
       Story().start().by_face().certificate(CertificateStatus::revoked).registration()}};
  for (const auto& [name, story] : defects) {
    EXPECT_EQ(verdict_on(story, case_on(kNewDay)).result, Result::fail) << name;
  }
}

TEST(Judge, FailsARecordWithAnyDecidingEventLeftOut) {
  // Each event of the new flow that a reader must cause, removed in turn.
  EXPECT_EQ(verdict_on(new_flow().drop<IdentityConfirmed>(), case_on(kNewDay)).result, Result::fail);
  EXPECT_EQ(verdict_on(new_flow().drop<ConsentRecorded>(), case_on(kNewDay)).result, Result::fail);
  EXPECT_EQ(verdict_on(new_flow().drop<DataReleased>(), case_on(kNewDay)).result, Result::fail);
  EXPECT_EQ(verdict_on(new_flow().drop<ReceptionCompleted>(), case_on(kNewDay)).result, Result::fail);
  EXPECT_EQ(verdict_on(new_flow().drop<Wiped>(), case_on(kNewDay)).result, Result::fail);
  EXPECT_EQ(verdict_on(new_flow().drop<ReaderIdle>(), case_on(kNewDay)).result, Result::fail);
}

}  // namespace judge_test
}  // namespace uketsuke::conformance::test

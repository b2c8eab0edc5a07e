#include "scenarios/loader/expectation.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace expectation_test {

using record::Category;
using record::Screen;

Expectation expected(const std::string& expect) { return cases_of(with_expect(expect)).at(0).expect; }

TEST(Expectation, EveryKeyIsRead) {
  const auto e = expected(
      "  reception: aborted\n  reason: timed_out\n  identity: visual\n  refusals: [pin_wrong, pin_wrong]\n"
      "  consents: { PharmacistsInfo: given, OperationInfo: not_asked }\n  released: [Eligibility]\n"
      "  limit_information: not_provided\n  shows: [done, idle]\n  never_shows: [limit]\n  certificate: "
      "in_grace\n"
      "  eligibility: several\n  pin_tries_left: 0\n  card_face_number_tries_left: 10\n  registered: false\n"
      "  card_left_alarm: true\n  code: \"006\"\n  desk: look_up\n");
  EXPECT_EQ(e.reception, Reception::aborted);
  EXPECT_EQ(e.reason, record::AbortReason::timed_out);
  EXPECT_EQ(e.identity->method, record::Method::visual);
  EXPECT_EQ(e.refusals->size(), 2u);
  EXPECT_EQ(e.consents.at(Category::operation_info), ConsentState::not_asked);
  EXPECT_EQ(*e.released, std::set<Category>{Category::eligibility});
  EXPECT_EQ(e.limit_information, Provision::not_provided);
  EXPECT_EQ(e.shows, (std::vector<Screen>{Screen::done, Screen::idle}));
  EXPECT_EQ(e.never_shows, std::vector<Screen>{Screen::limit});
  EXPECT_EQ(e.certificate, record::CertificateStatus::in_grace);
  EXPECT_EQ(e.eligibility, record::Validity::several);
  EXPECT_EQ(e.pin_tries_left, 0);
  EXPECT_EQ(e.card_face_number_tries_left, 10);
  EXPECT_EQ(e.registered, false);
  EXPECT_EQ(e.card_left_alarm, true);
  EXPECT_EQ(e.code, "006");
  EXPECT_EQ(e.desk, record::DeskDecision::look_up);
}

TEST(Expectation, KeyThatIsAbsentIsNotLookedAt) {
  const auto e = expected("  reception: aborted\n");
  EXPECT_FALSE(e.identity || e.released || e.refusals || e.limit_information || e.registered || e.desk);
}

TEST(Expectation, EmptyListIsAnExpectationOfNone) {
  const auto e = expected("  released: []\n  refusals: []\n");
  EXPECT_TRUE(e.released && e.released->empty());
  EXPECT_TRUE(e.refusals && e.refusals->empty());
}

TEST(Expectation, IdentityNoneIsNobody) {
  const auto e = expected("  identity: none\n");
  ASSERT_TRUE(e.identity);
  EXPECT_FALSE(e.identity->method);
}

TEST(Expectation, RemembersWhereEachKeyStands) {
  EXPECT_EQ(to_string(expected("  reception: aborted\n  desk: accept\n").places.at("desk")), "t.yaml:11:3");
}

TEST(Expectation, ThatExpectsNothingIsAnError) {
  EXPECT_EQ(error_of(scenario_with("script: [insert_card]\nexpect: {}\n")),
            "t.yaml:9:9: expects nothing, so the case could not fail; add an expectation");
}

TEST(Expectation, UnknownKeyGetsASuggestion) {
  EXPECT_EQ(error_of(with_expect("  recption: complete\n")),
            "t.yaml:10:3: unknown key \"recption\" (did you mean \"reception\"?)");
}

TEST(Expectation, UnknownCategoryGetsASuggestion) {
  EXPECT_EQ(error_of(with_expect("  consents: { PharmacistInfo: given }\n")),
            "t.yaml:10:15: unknown category \"PharmacistInfo\" (did you mean \"PharmacistsInfo\"?)");
}

TEST(Expectation, CategoryTwiceIsAnError) {
  EXPECT_EQ(error_of(with_expect("  released: [Eligibility, Eligibility]\n")),
            "t.yaml:10:27: \"Eligibility\" appears twice in this list");
}

TEST(Expectation, ReasonWithoutAnAbortIsAnError) {
  EXPECT_EQ(error_of(with_expect("  reception: complete\n  reason: timed_out\n")),
            "t.yaml:11:3: \"reason\" needs \"reception: aborted\"");
}

TEST(Expectation, ScreenThatIsShownAndNeverShownIsAnError) {
  EXPECT_EQ(error_of(with_expect("  shows: [done]\n  never_shows: [limit, done]\n")),
            "t.yaml:11:3: \"done\" is also listed under \"shows\"");
}

TEST(Expectation, ErrorNumberHasThreeDigits) {
  EXPECT_EQ(error_of(with_expect("  code: \"6\"\n")),
            "t.yaml:10:9: \"6\" is not an error number (three digits in quotes, \"006\")");
}

TEST(Expectation, TriesAreCountedToThree) {
  EXPECT_EQ(error_of(with_expect("  pin_tries_left: 4\n")),
            "t.yaml:10:19: expected a number from 0 to 3, found 4");
}

TEST(Expectation, ReferenceAgreesIsEnoughToExpect) {
  const auto cases = cases_of(scenario_with("script: [insert_card]\nexpect: { reference: agrees }\n"));
  EXPECT_TRUE(cases.at(0).expect.reference);
}

TEST(Expectation, ReferenceCanOnlyAgree) {
  EXPECT_EQ(error_of(scenario_with("script: [insert_card]\nexpect: { reference: differs }\n")),
            "t.yaml:9:22: \"reference\" takes only \"agrees\": engine and checkers alone judge the case");
}

}  // namespace expectation_test
}  // namespace uketsuke::scenario

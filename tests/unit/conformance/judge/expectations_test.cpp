#include "conformance/judge/expectations.h"

#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace expectations_test {

using scenario::ConsentState;
using scenario::Expectation;
using scenario::Provision;
using scenario::Reception;

std::vector<std::string> unmet(const Story& story, const Expectation& expect,
                               std::vector<std::string> requirements = {"FLOW-01"}) {
  scenario::Case test_case = case_on(kNewDay);
  test_case.expect = expect;
  test_case.requirements = std::move(requirements);
  std::vector<std::string> lines;
  for (const Finding& finding : check_expectations(test_case, story.record(), rules().on(test_case.date))) {
    lines.push_back(finding.message);
  }
  return lines;
}

TEST(Expectations, HoldForTheLeafletsNewFlow) {
  Expectation expect;
  expect.reception = Reception::complete;
  expect.identity = scenario::ExpectedIdentity{Method::face};
  expect.refusals.emplace();
  expect.consents = {{kMedicines, ConsentState::given}, {Category::operation_info, ConsentState::not_asked}};
  expect.released = {Category::eligibility, kMedicines, kCheckups, kLimit};
  expect.limit_information = Provision::provided;
  expect.shows = {Screen::choose_method, Screen::consent_all, Screen::done};
  expect.never_shows = {Screen::limit};
  expect.certificate = CertificateStatus::valid;
  expect.eligibility = Validity::valid;
  expect.pin_tries_left = 3;
  expect.card_face_number_tries_left = 10;
  expect.registered = false;
  expect.card_left_alarm = false;
  EXPECT_THAT(unmet(new_flow(), expect), IsEmpty());
}

TEST(Expectations, AreSaidOneLineAKeyThatDoesNotHold) {
  Expectation expect;
  expect.reception = Reception::aborted;
  expect.reason = AbortReason::timed_out;
  expect.identity = scenario::ExpectedIdentity{};
  expect.refusals = {Refusal::pin_wrong};
  expect.consents = {{kMedicines, ConsentState::not_given}, {Category::operation_info, ConsentState::given}};
  expect.released = {Category::eligibility};
  expect.limit_information = Provision::not_provided;
  expect.certificate = CertificateStatus::in_grace;
  expect.eligibility = Validity::none;
  expect.pin_tries_left = 2;
  expect.registered = true;
  expect.card_left_alarm = true;
  expect.code = "006";
  expect.desk = DeskDecision::accept;
  EXPECT_THAT(
      unmet(new_flow(), expect),
      testing::UnorderedElementsAre(
          "expected reception aborted, was complete", "expected reason timed_out, was none",
          "expected identity none, was face", "expected refusals [pin_wrong], was []",
          "expected consent PharmacistsInfo not_given, was given",
          "expected consent OperationInfo given, was not_asked",
          "expected released [Eligibility], was [PharmacistsInfo, SpecificHealthCheckupsInfo, "
          "LimitApplicationCertificate, Eligibility]",
          "expected limit_information not_provided, was provided", "expected certificate in_grace, was valid",
          "expected eligibility none, was valid", "expected pin_tries_left 2, was 3",
          "expected registered true, was false", "expected card_left_alarm true, was false",
          "expected code 006, was none", "expected desk accept, was none"));
}

TEST(Expectations, ScreensMustComeInTheirOrder) {
  Expectation expect;
  expect.shows = {Screen::consent_all, Screen::choose_method};
  EXPECT_THAT(unmet(new_flow(), expect),
              ElementsAre("expected screen choose_method after consent_all, was not shown"));
}

/// Guided to come closer, into the light and to turn, in this order.
Story guided() {
  Story story = Story().start().touch(Button::face).number().event(Source::reader, PhotoRead{4000});
  story.screen(Screen::face_guide);
  for (const auto guidance : {Guidance::come_closer, Guidance::too_dark, Guidance::turn_head})
    story.event(Source::reader, GuidanceShown{guidance, ""});
  return story;
}

TEST(Expectations, GuidanceComesInOrderAndOthersMayComeBetween) {
  Expectation expect;
  expect.guidance = {Guidance::come_closer, Guidance::turn_head};
  EXPECT_THAT(unmet(guided(), expect), IsEmpty());
}

TEST(Expectations, GuidanceInAnotherOrderIsNamed) {
  Expectation expect;
  expect.guidance = {Guidance::turn_head, Guidance::come_closer};
  EXPECT_THAT(unmet(guided(), expect),
              ElementsAre("expected guidance come_closer after turn_head, was not shown"));
}

TEST(Expectations, GuidanceTwiceMustComeTwice) {
  Expectation expect;
  expect.guidance = {Guidance::too_dark, Guidance::too_dark};
  EXPECT_THAT(unmet(guided(), expect),
              ElementsAre("expected guidance too_dark after too_dark, was not shown"));
}

TEST(Expectations, GuidanceOfAnEarlierPatientDoesNotCount) {
  Expectation expect;
  expect.guidance = {Guidance::come_closer};
  EXPECT_THAT(unmet(guided().take_card().arrive("suzuki"), expect),
              ElementsAre("expected guidance come_closer, was not shown"));
}

TEST(Expectations, MissingGuidanceIsAboutTheFacesRequirement) {
  scenario::Case test_case = case_on(kNewDay);
  test_case.requirements = {"FLOW-01", "FACE-12"};
  test_case.expect.guidance = {Guidance::open_eyes};
  const auto findings = check_expectations(test_case, guided().record(), rules().on(test_case.date));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].requirement, "FACE-12");
}

TEST(Expectations, AScreenThatMustNotComeIsNamed) {
  Expectation expect;
  expect.never_shows = {Screen::consent_all};
  EXPECT_THAT(unmet(new_flow(), expect), ElementsAre("expected screen consent_all never, was shown"));
}

TEST(Expectations, AreAboutTheLastPatient) {
  Expectation expect;
  expect.reception = Reception::none;
  expect.identity = scenario::ExpectedIdentity{};
  expect.consents = {{kMedicines, ConsentState::not_asked}};
  expect.released.emplace();
  EXPECT_THAT(unmet(new_flow().arrive("suzuki"), expect), IsEmpty());
}

TEST(Expectations, AreAboutTheLastReceptionOfAPatientButAllHisRefusals) {
  Story story = Story().start().refuse(Method::pin, Refusal::pin_wrong).take_card();
  story.insert().screen(Screen::reading).event(Source::reader, ReceptionAborted{AbortReason::timed_out});
  Expectation expect;
  expect.reception = Reception::aborted;
  expect.reason = AbortReason::timed_out;
  expect.refusals = {Refusal::pin_wrong};
  EXPECT_THAT(unmet(story, expect), IsEmpty());
}

TEST(Expectations, ReleasedMeansWithDataInIt) {
  Story story = new_flow();
  for (Event& event : story.events()) {
    auto* released = std::get_if<DataReleased>(&event.payload);
    if (released != nullptr && released->category == kCheckups) released->any = false;  // under 40
  }
  Expectation expect;
  expect.released = {Category::eligibility, kMedicines, kLimit};
  EXPECT_THAT(unmet(story, expect), IsEmpty());
}

TEST(Expectations, CountTriesOfAnEarlierVisitOfTheSamePatient) {
  Story story =
      Story().start().touch(Button::pin).screen(Screen::enter_pin).pin(SecretCheck::wrong, 2).take_card();
  story.arrive("suzuki").arrive("sato");
  Expectation expect;
  expect.pin_tries_left = 2;
  EXPECT_THAT(unmet(story, expect), IsEmpty());
}

TEST(Expectations, NameTheRequirementClosestToTheKey) {
  scenario::Case test_case = case_on(kNewDay);
  test_case.requirements = {"FLOW-11", "CARD-01", "LIMIT-02"};
  test_case.expect.card_left_alarm = true;
  const auto findings = check_expectations(test_case, new_flow().record(), rules().on(test_case.date));
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings.front().requirement, "CARD-01");
}

}  // namespace expectations_test
}  // namespace uketsuke::conformance::test

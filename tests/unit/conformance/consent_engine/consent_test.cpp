// Rows 10, 11, 13 and 14 of docs/reception-flow.md.

#include "tests/unit/conformance/consent_engine/walk.h"

namespace uketsuke::conformance::test {
namespace consent_test {

TEST(EngineRow10, FromTheReformTheFirstScreenOffersAll) {
  EXPECT_THAT(Walk().insured().out(), ElementsAre("screen consent_all (agree_all, individually)"));
}

TEST(EngineRow10, BeforeTheReformEachCategoryHasItsScreen) {
  Walk walk(old_setting());
  EXPECT_THAT(walk.insured().out(), ElementsAre("screen consent_medicines (agree, refuse)"));
  EXPECT_THAT(walk.touch(Screen::consent_medicines, Button::agree).out(),
              ElementsAre("screen consent_health_checkups (agree, refuse)"));
}

TEST(EngineRow10, IndividuallyLeadsToTheScreensOfBefore) {
  EXPECT_THAT(Walk().insured().touch(Screen::consent_all, Button::individually).out(),
              ElementsAre("screen consent_medicines (agree, refuse)"));
}

TEST(EngineRow10, OnlyWhatTheSiteAsksForIsAsked) {
  Setting setting = old_setting();
  setting.asks = {Category::operation_info};
  EXPECT_THAT(Walk(setting).insured().out(), ElementsAre("screen consent_operations (agree, refuse)"));
}

TEST(EngineRow10, ASiteThatAsksForNothingShowsNoScreen) {
  Setting setting = new_setting();
  setting.asks = {};
  EXPECT_EQ(Walk(setting).insured().state().phase, Phase::storing);
}

TEST(EngineRow10, InGraceNothingIsAsked) {
  Walk walk;
  walk.face().in(input::CertificateAnswered{CertificateStatus::in_grace});
  walk.touch(Screen::certificate_notice, Button::confirm).in(input::RegistrationAnswered{true});
  walk.in(input::EligibilityAnswered{Validity::valid}).in(input::Stored{});
  EXPECT_THAT(walk.out(), ElementsAre("Eligibility released", "LimitApplicationCertificate released",
                                      "reception completed", "screen done"));
}

TEST(EngineRow10, OrderOfScreensIsASetting) {
  Setting setting = old_setting();
  setting.order = {Screen::consent_operations, Screen::consent_health_checkups, Screen::consent_medicines};
  EXPECT_THAT(Walk(setting).insured().out(), ElementsAre("screen consent_health_checkups (agree, refuse)"));
}

TEST(EngineRow10, TimeOutOfConsentAllGivesNothing) {
  EXPECT_THAT(Walk().insured().in(input::TimedOut{Screen::consent_all}).in(input::Stored{}).out(),
              ElementsAre("consent PharmacistsInfo recorded as not given",
                          "consent SpecificHealthCheckupsInfo recorded as not given", "Eligibility released",
                          "LimitApplicationCertificate released", "reception completed", "screen done"));
}

TEST(EngineRow10, TimeOutOfOneCategoryGoesOnWithTheNext) {
  Walk walk(old_setting());
  walk.insured().in(input::TimedOut{Screen::consent_medicines});
  walk.touch(Screen::consent_health_checkups, Button::agree).in(input::Stored{});
  EXPECT_THAT(walk.out(),
              ElementsAre("consent PharmacistsInfo recorded as not given",
                          "consent SpecificHealthCheckupsInfo recorded as given", "Eligibility released",
                          "SpecificHealthCheckupsInfo released", "reception completed", "screen done"));
}

TEST(EngineRow11, AgreeingToAllReleasesAllThatIsAskedAndTheLimit) {
  EXPECT_THAT(Walk().insured().touch(Screen::consent_all, Button::agree_all).in(input::Stored{}).out(),
              ElementsAre("consent PharmacistsInfo recorded as given",
                          "consent SpecificHealthCheckupsInfo recorded as given", "Eligibility released",
                          "PharmacistsInfo released", "SpecificHealthCheckupsInfo released",
                          "LimitApplicationCertificate released", "reception completed", "screen done"));
}

TEST(EngineRow11, MedicinesScreenCoversDiagnosisToo) {
  Setting setting = old_setting();
  setting.asks = {Category::diagnosis_info, Category::pharmacists_info};
  EXPECT_THAT(
      Walk(setting).insured().touch(Screen::consent_medicines, Button::agree).in(input::Stored{}).out(),
      ElementsAre("consent DiagnosisInfo recorded as given", "consent PharmacistsInfo recorded as given",
                  "Eligibility released", "DiagnosisInfo released", "PharmacistsInfo released",
                  "reception completed", "screen done"));
}

Walk at_limit() {
  Walk walk(old_setting());
  walk.insured().touch(Screen::consent_medicines, Button::refuse);
  walk.touch(Screen::consent_health_checkups, Button::refuse).in(input::Stored{}).in(input::LimitDue{});
  return walk;
}

TEST(EngineRow11Limit, ScreenFollowsCompletion) {
  EXPECT_THAT(at_limit().out(), ElementsAre("screen limit (provide, do_not_provide)"));
}

TEST(EngineRow11Limit, ProvideReleases) {
  EXPECT_THAT(at_limit().touch(Screen::limit, Button::provide).in(input::Stored{}).out(),
              ElementsAre("consent LimitApplicationCertificate recorded as given",
                          "LimitApplicationCertificate released", "screen take_card"));
}

TEST(EngineRow11Limit, RefusalAndTimeOutRecordOnly) {
  EXPECT_THAT(at_limit().touch(Screen::limit, Button::do_not_provide).in(input::Stored{}).out(),
              ElementsAre("consent LimitApplicationCertificate recorded as not given", "screen take_card"));
  EXPECT_THAT(at_limit().in(input::TimedOut{Screen::limit}).in(input::Stored{}).out(),
              ElementsAre("consent LimitApplicationCertificate recorded as not given", "screen take_card"));
}

TEST(EngineRow11Limit, CardTakenBeforeAnAnswerRecordsNothing) {
  EXPECT_THAT(at_limit().in(input::CardTaken{}).out(),
              ElementsAre("card_face_number, photo, probe, certificate wiped", "reader idle", "screen idle"));
}

TEST(EngineRow11Limit, NeverComesAfterTheReform) {
  Walk walk;
  walk.insured().touch(Screen::consent_all, Button::agree_all).in(input::Stored{});
  EXPECT_FALSE(walk.possible(input::LimitDue{}));
}

TEST(EngineRow11, CardTakenWhileStoringStillCompletes) {
  Walk walk;
  walk.insured()
      .touch(Screen::consent_all, Button::individually)
      .in(input::TimedOut{Screen::consent_medicines});
  walk.in(input::TimedOut{Screen::consent_health_checkups}).in(input::CardTaken{});
  EXPECT_THAT(walk.out(), IsEmpty());
  EXPECT_THAT(walk.in(input::Stored{}).out(), testing::Contains("reception completed"));
  EXPECT_EQ(walk.state(), State{});
}

TEST(EngineRow13, AlarmComesOnlyWhenTheReceptionIsOver) {
  Walk walk;
  walk.insured();
  EXPECT_FALSE(walk.possible(input::CardLeft{}));
  walk.in(input::TimedOut{Screen::consent_all}).in(input::Stored{});
  EXPECT_THAT(walk.in(input::CardLeft{}).out(), ElementsAre("card-left alarm on"));
}

TEST(EngineRow14, CardTakenStopsTheAlarmWipesAndIdles) {
  Walk walk;
  walk.in(input::CardInserted{}).in(input::CardRead{CardKind::other}).in(input::CardLeft{});
  EXPECT_THAT(walk.in(input::CardTaken{}).out(),
              ElementsAre("card-left alarm off", "reader idle", "screen idle"));
}

TEST(Engine, CardTakenAtAQuestionAborts) {
  EXPECT_THAT(Walk().insured().in(input::CardTaken{}).out(),
              ElementsAre("reception aborted (card_removed)",
                          "card_face_number, photo, probe, certificate wiped", "reader idle", "screen idle"));
}

TEST(Engine, OnlyTheStaffModeOutlivesAReception) {
  Walk walk;
  walk.in(input::StaffModeSet{StaffMode::visual_check}).card().in(input::CardTaken{});
  State expected;
  expected.staff = StaffMode::visual_check;
  EXPECT_EQ(walk.state(), expected);
}

Setting with_form_question() {
  Setting setting = new_setting();
  setting.prescription_form = true;
  return setting;
}

TEST(EngineRow10, FormOfThePrescriptionIsAskedBehindTheConsents) {
  EXPECT_THAT(Walk(with_form_question()).insured().touch(Screen::consent_all, Button::agree_all).out(),
              ElementsAre("screen prescription_form (electronic, paper)"));
}

TEST(EngineRow10, FormOfThePrescriptionIsAskedWhereNoConsentIs) {
  Setting setting = with_form_question();
  setting.asks = {};
  EXPECT_THAT(Walk(setting).insured().out(), ElementsAre("screen prescription_form (electronic, paper)"));
}

TEST(EngineRow11, FormThatWasChosenIsStored) {
  Setting setting = with_form_question();
  setting.asks = {};
  for (const auto& [button, words] : {std::pair(Button::electronic, "electronic prescription stored"),
                                      std::pair(Button::paper, "paper prescription stored")}) {
    Walk walk(setting);
    walk.insured().touch(Screen::prescription_form, button).in(input::Stored{});
    EXPECT_THAT(walk.out(), ElementsAre("Eligibility released", words, "LimitApplicationCertificate released",
                                        "reception completed", "screen done"));
  }
}

TEST(EngineRow10, FormThatNobodyChoosesIsTheParameter) {
  Setting setting = with_form_question();
  setting.asks = {};
  setting.prescription_unanswered = record::PrescriptionForm::electronic;
  Walk walk(setting);
  walk.insured().in(input::TimedOut{Screen::prescription_form}).in(input::Stored{});
  EXPECT_THAT(walk.out(), testing::Contains("electronic prescription stored"));
}

}  // namespace consent_test
}  // namespace uketsuke::conformance::test

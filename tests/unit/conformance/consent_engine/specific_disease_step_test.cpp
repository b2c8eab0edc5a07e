// 特定疾病療養受療証 in rows 10, 11 and 13 of docs/reception-flow.md.

#include "tests/unit/conformance/consent_engine/walk.h"

namespace uketsuke::conformance::test {
namespace specific_disease_step_test {

const char* const kQuestion = "screen specific_disease (provide, do_not_provide)";

Setting nothing_asked(Setting setting = new_setting()) {
  setting.asks = {};
  return setting;
}

/// Complete, at the limit screen of a certificate holder.
Walk at_limit(Setting setting = nothing_asked(old_setting())) {
  Walk walk(setting);
  walk.holder().in(input::Stored{}).in(input::LimitDue{});
  return walk;
}

TEST(EngineSpecificDisease, ComesBehindAgreeingToAllWhichDoesNotCoverIt) {
  Walk walk;
  walk.holder().touch(Screen::consent_all, Button::agree_all);
  EXPECT_THAT(walk.out(), ElementsAre(kQuestion));
  EXPECT_FALSE(walk.state().given.has(Category::specific_diseases_certificate));
}

TEST(EngineSpecificDisease, IsAskedWhereTheSiteAsksForNothing) {
  EXPECT_THAT(Walk(nothing_asked()).holder().out(), ElementsAre(kQuestion));
}

TEST(EngineSpecificDisease, IsNotAskedOfAnybodyElse) {
  Walk walk(nothing_asked());
  walk.insured();
  EXPECT_EQ(walk.state().phase, Phase::storing);
  EXPECT_THAT(walk.in(input::Stored{}).out(),
              ElementsAre("Eligibility released", "LimitApplicationCertificate released",
                          "reception completed", "screen done"));
}

TEST(EngineSpecificDisease, ProvidedIsRecordedAndReleased) {
  Walk walk(nothing_asked());
  walk.holder().touch(Screen::specific_disease, Button::provide).in(input::Stored{});
  EXPECT_THAT(walk.out(),
              ElementsAre("consent SpecificDiseasesCertificate recorded as given",
                          "SpecificDiseasesCertificate released", "Eligibility released",
                          "LimitApplicationCertificate released", "reception completed", "screen done"));
}

TEST(EngineSpecificDisease, RefusedAndUnansweredAreRecordedAsNotGiven) {
  for (const Input& answer : {Input(input::Touched{Screen::specific_disease, Button::do_not_provide}),
                              Input(input::TimedOut{Screen::specific_disease})}) {
    Walk walk(nothing_asked());
    walk.holder().in(answer).in(input::Stored{});
    EXPECT_THAT(walk.out(), ElementsAre("consent SpecificDiseasesCertificate recorded as not given",
                                        "Eligibility released", "LimitApplicationCertificate released",
                                        "reception completed", "screen done"));
  }
}

TEST(EngineSpecificDisease, FormOfThePrescriptionComesLast) {
  Setting setting = nothing_asked();
  setting.prescription_form = true;
  Walk walk(setting);
  walk.holder().touch(Screen::specific_disease, Button::provide);
  EXPECT_THAT(walk.out(), ElementsAre("screen prescription_form (electronic, paper)"));
}

TEST(EngineSpecificDisease, CardPulledAtTheQuestionAborts) {
  Walk walk(nothing_asked());
  EXPECT_THAT(walk.holder().in(input::CardTaken{}).out(),
              testing::Contains("reception aborted (card_removed)"));
}

TEST(EngineSpecificDisease, IsNotAskedInGrace) {
  Walk walk(nothing_asked());
  walk.face().in(input::CertificateAnswered{CertificateStatus::in_grace});
  walk.touch(Screen::certificate_notice, Button::confirm).in(input::RegistrationAnswered{true});
  EXPECT_EQ(walk.in(input::EligibilityAnswered{Validity::valid, true}).state().phase, Phase::storing);
  EXPECT_THAT(walk.in(input::Stored{}).out(),
              testing::Not(testing::Contains(testing::HasSubstr("SpecificDiseases"))));
}

TEST(EngineSpecificDisease, IsNotAskedWhereTheParameterSaysSo) {
  Setting setting = nothing_asked();
  setting.specific_disease = SpecificDiseaseQuestion::not_asked;
  Walk walk(setting);
  EXPECT_EQ(walk.holder().state().phase, Phase::storing);
  EXPECT_THAT(walk.in(input::Stored{}).out(),
              testing::Not(testing::Contains(testing::HasSubstr("SpecificDiseases"))));
}

TEST(EngineSpecificDisease, BeforeTheReformItComesBehindTheLimitHoweverThatWasAnswered) {
  for (const Button answer : {Button::provide, Button::do_not_provide}) {
    Walk walk = at_limit();
    walk.touch(Screen::limit, answer);
    EXPECT_EQ(walk.state().phase, Phase::limit_storing);
    EXPECT_THAT(walk.in(input::Stored{}).out(), testing::Contains(kQuestion));
  }
}

TEST(EngineSpecificDisease, BeforeTheReformATimedOutLimitIsTheEnd) {
  Walk walk = at_limit();
  walk.in(input::TimedOut{Screen::limit}).in(input::Stored{});
  EXPECT_THAT(walk.out(),
              ElementsAre("consent LimitApplicationCertificate recorded as not given", "screen take_card"));
}

TEST(EngineSpecificDisease, BeforeTheReformItsAnswerIsStoredByItself) {
  Walk walk = at_limit();
  walk.touch(Screen::limit, Button::do_not_provide).in(input::Stored{});
  walk.touch(Screen::specific_disease, Button::provide).in(input::Stored{});
  EXPECT_THAT(walk.out(), ElementsAre("consent SpecificDiseasesCertificate recorded as given",
                                      "SpecificDiseasesCertificate released", "screen take_card"));
}

TEST(EngineSpecificDisease, BeforeTheReformACardPulledAtTheQuestionRecordsNothing) {
  Walk walk = at_limit();
  walk.touch(Screen::limit, Button::provide).in(input::Stored{}).in(input::CardTaken{});
  EXPECT_EQ(walk.rule(), "TSR-04");
  EXPECT_EQ(walk.state().phase, Phase::idle);
  EXPECT_THAT(walk.out(), testing::Not(testing::Contains(testing::HasSubstr("SpecificDiseases"))));
}

TEST(EngineSpecificDisease, BeforeTheReformACardPulledWhileTheLimitIsStoredIsNotAsked) {
  Walk walk = at_limit();
  walk.touch(Screen::limit, Button::provide).in(input::CardTaken{}).in(input::Stored{});
  EXPECT_EQ(walk.state().phase, Phase::idle);
}

TEST(EngineSpecificDisease, BeforeTheReformASilentServiceLeavesTheReceptionComplete) {
  Walk walk = at_limit();
  walk.touch(Screen::limit, Button::provide).in(input::Stored{});
  walk.touch(Screen::specific_disease, Button::provide).in(input::ServiceSilent{});
  EXPECT_EQ(walk.state().outcome, Outcome::completed);
  EXPECT_THAT(walk.out(), ElementsAre("screen take_card"));
}

}  // namespace specific_disease_step_test
}  // namespace uketsuke::conformance::test

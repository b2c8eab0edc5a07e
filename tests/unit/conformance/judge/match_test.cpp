// How outputs of a device are held against those of the reference engine; the rules are those of
// docs/reception-flow.md.

#include "conformance/judge/match.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace match_test {

using record::AbortReason;
using record::Button;
using record::Category;
using record::Method;
using record::PrescriptionForm;
using record::Refusal;
using record::Screen;
using record::WipedItem;

HeldItems items(std::initializer_list<WipedItem> list) {
  HeldItems held;
  for (const WipedItem item : list) held.add(item);
  return held;
}

std::string against(const Output& happened, const Setting& setting = {}) {
  return std::string(requirement_against(happened, setting));
}

std::string against_screen(Screen screen, const Setting& setting = {}) {
  return against(output::Show{screen, {}}, setting);
}

// ---- satisfies ----

TEST(Satisfies, OutputsOfTwoKindsNeverMatch) {
  EXPECT_FALSE(satisfies(output::Complete{}, output::Idle{}));
  EXPECT_FALSE(satisfies(output::Idle{}, output::Complete{}));
}

TEST(Satisfies, AScreenHasToBeTheSameOne) {
  EXPECT_TRUE(satisfies(output::Show{Screen::done, {}}, output::Show{Screen::done, {}}));
  EXPECT_FALSE(satisfies(output::Show{Screen::take_card, {}}, output::Show{Screen::done, {}}));
}

TEST(Satisfies, AScreenWhoseButtonsTheFlowDefinesHasToShowThem) {
  const output::Show expected{Screen::consent_all, {Button::agree_all, Button::individually}};
  EXPECT_TRUE(
      satisfies(output::Show{Screen::consent_all, {Button::agree_all, Button::individually}}, expected));
  EXPECT_FALSE(satisfies(output::Show{Screen::consent_all, {Button::agree_all}}, expected));
}

TEST(Satisfies, ButtonsInAnotherOrderAreOtherButtons) {
  const output::Show expected{Screen::choose_method, {Button::face, Button::pin}};
  EXPECT_FALSE(satisfies(output::Show{Screen::choose_method, {Button::pin, Button::face}}, expected));
}

TEST(Satisfies, AButtonTooManyIsAnotherScreen) {
  const output::Show expected{Screen::consent_all, {Button::agree_all, Button::individually}};
  EXPECT_FALSE(satisfies(
      output::Show{Screen::consent_all, {Button::agree_all, Button::individually, Button::refuse_all}},
      expected));
}

TEST(Satisfies, AScreenWithoutDefinedButtonsMayHaveAny) {
  const output::Show expected{Screen::done, {}};
  EXPECT_TRUE(satisfies(output::Show{Screen::done, {Button::confirm}}, expected));
}

TEST(Satisfies, AButtonToCancelIsAllowedOnEveryQuestion) {
  const output::Show expected{Screen::consent_medicines, {Button::agree, Button::refuse}};
  EXPECT_TRUE(satisfies(
      output::Show{Screen::consent_medicines, {Button::agree, Button::refuse, Button::cancel}}, expected));
  EXPECT_TRUE(satisfies(
      output::Show{Screen::consent_medicines, {Button::cancel, Button::agree, Button::refuse}}, expected));
}

TEST(Satisfies, AConsentIsOfOneCategoryAndOneAnswer) {
  const output::Record expected{Category::diagnosis_info, true};
  EXPECT_TRUE(satisfies(output::Record{Category::diagnosis_info, true}, expected));
  EXPECT_FALSE(satisfies(output::Record{Category::diagnosis_info, false}, expected));
  EXPECT_FALSE(satisfies(output::Record{Category::pharmacists_info, true}, expected));
}

TEST(Satisfies, DataOfAnotherCategoryIsNotWhatWasAllowed) {
  EXPECT_FALSE(satisfies(output::Release{Category::operation_info, HealthCheck::none},
                         output::Release{Category::diagnosis_info, HealthCheck::none}));
}

TEST(Satisfies, APatientWithoutAHealthCheckHasNothingToRelease) {
  const output::Release expected{Category::specific_health_checkups_info, HealthCheck::specific};
  EXPECT_TRUE(
      satisfies(output::Release{Category::specific_health_checkups_info, HealthCheck::none}, expected));
  EXPECT_TRUE(
      satisfies(output::Release{Category::specific_health_checkups_info, HealthCheck::specific}, expected));
}

TEST(Satisfies, TheHealthCheckOfAnotherAgeIsWrong) {
  const output::Release expected{Category::specific_health_checkups_info, HealthCheck::specific};
  EXPECT_FALSE(satisfies(output::Release{Category::specific_health_checkups_info, HealthCheck::late_elderly},
                         expected));
}

TEST(Satisfies, APrescriptionHasTheFormThatThePatientChose) {
  const output::Prescribe expected{PrescriptionForm::electronic};
  EXPECT_TRUE(satisfies(output::Prescribe{PrescriptionForm::electronic}, expected));
  EXPECT_FALSE(satisfies(output::Prescribe{PrescriptionForm::paper}, expected));
}

TEST(Satisfies, AnAbortHasItsReason) {
  EXPECT_TRUE(satisfies(output::Abort{AbortReason::cancelled}, output::Abort{AbortReason::cancelled}));
  EXPECT_FALSE(satisfies(output::Abort{AbortReason::not_insured}, output::Abort{AbortReason::cancelled}));
}

TEST(Satisfies, AnIdentityIsConfirmedByOneMethod) {
  EXPECT_TRUE(satisfies(output::Confirm{Method::pin}, output::Confirm{Method::pin}));
  EXPECT_FALSE(satisfies(output::Confirm{Method::face}, output::Confirm{Method::pin}));
}

TEST(Satisfies, ARefusalHasItsMethodAndItsReason) {
  const output::Refuse expected{Method::face, Refusal::not_live};
  EXPECT_TRUE(satisfies(output::Refuse{Method::face, Refusal::not_live}, expected));
  EXPECT_FALSE(satisfies(output::Refuse{Method::face, Refusal::face_mismatch}, expected));
  EXPECT_FALSE(satisfies(output::Refuse{Method::pin, Refusal::not_live}, expected));
}

TEST(Satisfies, AnAlarmThatEndsIsNotOneThatBegins) {
  EXPECT_TRUE(satisfies(output::Alarm{true}, output::Alarm{true}));
  EXPECT_FALSE(satisfies(output::Alarm{false}, output::Alarm{true}));
}

TEST(Satisfies, MoreMayBeWipedThanWasHeld) {
  const output::Wipe expected{items({WipedItem::pin})};
  EXPECT_TRUE(satisfies(output::Wipe{items({WipedItem::pin, WipedItem::photo})}, expected));
}

TEST(Satisfies, NothingThatWasHeldMayStay) {
  const output::Wipe expected{items({WipedItem::pin, WipedItem::photo})};
  EXPECT_FALSE(satisfies(output::Wipe{items({WipedItem::photo})}, expected));
}

// ---- order ----

TEST(AnyOrder, ServicesAnswersMayComeInAnyOrder) {
  EXPECT_TRUE(any_order(output::Record{Category::operation_info, true},
                        output::Release{Category::diagnosis_info, HealthCheck::none}));
  EXPECT_TRUE(
      any_order(output::Prescribe{PrescriptionForm::paper}, output::Record{Category::operation_info, false}));
}

TEST(AnyOrder, AlarmMayComeBeforeOrAfterAnything) {
  EXPECT_TRUE(any_order(output::Alarm{true}, output::Complete{}));
  EXPECT_TRUE(any_order(output::Show{Screen::done, {}}, output::Alarm{false}));
}

TEST(AnyOrder, DeviceAndServiceKeepTheirOrder) {
  EXPECT_FALSE(any_order(output::Complete{}, output::Record{Category::operation_info, true}));
  EXPECT_FALSE(any_order(output::Show{Screen::done, {}}, output::Complete{}));
}

TEST(ByTheService, AreConsentsReleasesAndForms) {
  EXPECT_TRUE(by_the_service(output::Record{}));
  EXPECT_TRUE(by_the_service(output::Release{}));
  EXPECT_TRUE(by_the_service(output::Prescribe{}));
  EXPECT_FALSE(by_the_service(output::Complete{}));
  EXPECT_FALSE(by_the_service(output::Wipe{}));
}

// ---- the requirement ----

TEST(RequirementAgainst, EveryScreenHasOneOfTheCatalogue) {
  for (const auto& [screen, name] : enum_names(Screen{}))
    EXPECT_NE(catalogue().find(against_screen(screen)), nullptr) << name;
}

TEST(RequirementAgainst, ALimitScreenAfterTheReformIsAboutTheAutomaticLimit) {
  Setting setting;
  setting.limit = LimitPolicy::automatic;
  EXPECT_EQ(against_screen(Screen::limit, setting), "LIMIT-03");
}

TEST(RequirementAgainst, ALimitScreenBeforeTheReformIsAboutItsPlace) {
  Setting setting;
  setting.limit = LimitPolicy::screen;
  EXPECT_EQ(against_screen(Screen::limit, setting), "LIMIT-01");
}

TEST(RequirementAgainst, AConsentScreenThatNoSiteAsksForIsNotAQuestionOfOrder) {
  Setting nothing;
  Setting asks;
  asks.asks = setting_on(rules().on(*parse_date("2024-12-02")), {Category::diagnosis_info}).asks;
  EXPECT_EQ(against_screen(Screen::consent_medicines, nothing), "CONSENT-05");
  EXPECT_EQ(against_screen(Screen::consent_medicines, asks), "FLOW-05");
}

TEST(RequirementAgainst, ScreensOfPhonesAreForbiddenWhereNoPhoneIsTaken) {
  Setting without, with;
  with.smartphone = true;
  for (const Screen screen : {Screen::phone_kind, Screen::hold_phone, Screen::phone_failed,
                              Screen::phone_not_registered, Screen::phone_ended}) {
    EXPECT_EQ(against_screen(screen, without), "PHONE-01");
    EXPECT_EQ(against_screen(screen, with), "PHONE-02");
  }
}

TEST(RequirementAgainst, ScreensOfAMethodAreAboutThatMethod) {
  EXPECT_EQ(against_screen(Screen::enter_pin), "PIN-01");
  EXPECT_EQ(against_screen(Screen::face_guide), "FACE-01");
}

TEST(RequirementAgainst, TheDiseaseCertificateHasItsOwnRequirements) {
  EXPECT_EQ(against_screen(Screen::specific_disease), "TSR-01");
  EXPECT_EQ(against(output::Record{Category::specific_diseases_certificate, true}), "TSR-02");
  EXPECT_EQ(against(output::Release{Category::specific_diseases_certificate, HealthCheck::none}), "TSR-02");
}

TEST(RequirementAgainst, AReleaseIsAboutWhatMayBeReleased) {
  EXPECT_EQ(against(output::Release{Category::diagnosis_info, HealthCheck::none}), "RELEASE-02");
}

TEST(RequirementAgainst, AConfirmedIdentityIsAboutItsMethod) {
  EXPECT_EQ(against(output::Confirm{Method::face}), "FACE-02");
  EXPECT_EQ(against(output::Confirm{Method::pin}), "PIN-02");
  EXPECT_EQ(against(output::Confirm{Method::visual}), "VISUAL-01");
  EXPECT_EQ(against(output::Confirm{Method::smartphone}), "PHONE-03");
}

TEST(RequirementAgainst, ARefusedIdentityIsAboutItsMethod) {
  EXPECT_EQ(against(output::Refuse{Method::face, Refusal::not_live}), "FACE-03");
  EXPECT_EQ(against(output::Refuse{Method::pin, Refusal::pin_wrong}), "PIN-03");
  EXPECT_EQ(against(output::Refuse{Method::visual, Refusal::pin_wrong}), "VISUAL-02");
  EXPECT_EQ(against(output::Refuse{Method::smartphone, Refusal::pin_wrong}), "PHONE-05");
}

TEST(RequirementAgainst, AnAlarmIsAboutTheForgottenCardAndAWipeAboutPrivacy) {
  EXPECT_EQ(against(output::Alarm{true}), "CARD-03");
  EXPECT_EQ(against(output::Wipe{}), "PRIV-01");
}

}  // namespace match_test
}  // namespace uketsuke::conformance::test

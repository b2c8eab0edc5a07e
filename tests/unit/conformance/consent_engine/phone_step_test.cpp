// A smartphone used instead of the card: docs/reception-flow.md, S1 to S6.

#include "tests/unit/conformance/consent_engine/walk.h"

namespace uketsuke::conformance::test {
namespace phone_step_test {

Setting with_phones() {
  Setting setting = new_setting();
  setting.smartphone = true;
  return setting;
}

Walk chosen(Button kind, Setting setting = with_phones()) {
  Walk walk(setting);
  walk.touch(Screen::idle, Button::smartphone).touch(Screen::phone_kind, kind);
  return walk;
}

Walk held(Setting setting = with_phones()) {
  Walk walk = chosen(Button::iphone, setting);
  walk.in(input::PhoneHeld{});
  return walk;
}

Walk accepted(Setting setting = with_phones()) {
  Walk walk = held(setting);
  walk.in(input::PhoneChecked{PhoneCheck::accepted});
  return walk;
}

TEST(PhoneEngine, IsOfferedWhereDayAndReaderAllowIt) {
  EXPECT_FALSE(Walk(new_setting()).possible(input::Touched{Screen::idle, Button::smartphone}));
  Walk walk(with_phones());
  walk.touch(Screen::idle, Button::smartphone);
  EXPECT_THAT(walk.out(), ElementsAre("screen phone_kind (iphone, android)"));
  EXPECT_EQ(walk.rule(), "PHONE-01");
}

TEST(PhoneEngine, IdleScreenCanBeNeitherCancelledNorTimeOut) {
  Setting setting = with_phones();
  setting.cancel = true;
  EXPECT_FALSE(Walk(setting).possible(input::Touched{Screen::idle, Button::cancel}));
  EXPECT_FALSE(Walk(setting).possible(input::TimedOut{Screen::idle}));
}

TEST(PhoneEngine, IPhoneIsHeldAtOnce) {
  EXPECT_THAT(chosen(Button::iphone).out(), ElementsAre("screen hold_phone"));
}

TEST(PhoneEngine, AndroidPhoneIsHeldAfterItsDigits) {
  Walk walk = chosen(Button::android);
  EXPECT_THAT(walk.out(), ElementsAre("screen enter_pin"));
  EXPECT_FALSE(walk.possible(input::PhoneHeld{}));
  EXPECT_THAT(walk.in(input::PinEntered{}).out(), ElementsAre("screen hold_phone"));
}

TEST(PhoneEngine, AcceptedPhoneIsTheIdentity) {
  EXPECT_THAT(accepted().out(), ElementsAre("identity confirmed by smartphone", "screen checking"));
}

TEST(PhoneEngine, WrongDigitsAreTypedAgain) {
  Walk walk = chosen(Button::android);
  walk.in(input::PinEntered{}).in(input::PhoneHeld{}).in(input::PhoneChecked{PhoneCheck::wrong});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by smartphone (pin_wrong)", "screen pin_wrong (retry)"));
  EXPECT_FALSE(walk.possible(input::Touched{Screen::pin_wrong, Button::face}));
  EXPECT_THAT(walk.touch(Screen::pin_wrong, Button::retry).out(), ElementsAre("screen enter_pin"));
}

TEST(PhoneEngine, LockedPhoneEndsTheReception) {
  Walk walk = chosen(Button::android);
  walk.in(input::PinEntered{}).in(input::PhoneHeld{}).in(input::PhoneChecked{PhoneCheck::blocked});
  EXPECT_THAT(walk.out(), ElementsAre("identity refused by smartphone (pin_locked)",
                                      "reception aborted (identity_failed)", "screen identity_failed"));
}

TEST(PhoneEngine, ThirdPhoneThatCannotBeUsedEndsTheReception) {
  Walk walk = held();
  for (int attempt = 1; attempt < 3; ++attempt) {
    walk.in(input::PhoneChecked{PhoneCheck::unreadable});
    EXPECT_THAT(walk.out(), ElementsAre("identity refused by smartphone (phone_unreadable)",
                                        "screen phone_failed (retry)"));
    walk.touch(Screen::phone_failed, Button::retry).in(input::PhoneHeld{});
  }
  walk.in(input::PhoneChecked{PhoneCheck::not_unlocked});
  EXPECT_THAT(walk.out(), ElementsAre("identity refused by smartphone (phone_not_unlocked)",
                                      "reception aborted (identity_failed)", "screen identity_failed"));
}

TEST(PhoneEngine, OtherKindIsChosenAnew) {
  Walk walk = held();
  walk.in(input::PhoneChecked{PhoneCheck::other_kind});
  EXPECT_THAT(walk.touch(Screen::phone_failed, Button::retry).out(),
              ElementsAre("screen phone_kind (iphone, android)"));
}

TEST(PhoneEngine, CertificateOfAPhoneHasNoGrace) {
  Walk walk = accepted();
  walk.in(input::CertificateAnswered{CertificateStatus::in_grace});
  EXPECT_EQ(walk.rule(), "PHONE-06");
  EXPECT_THAT(walk.out(),
              ElementsAre("reception aborted (certificate_invalid)", "screen certificate_invalid"));
}

TEST(PhoneEngine, GraceWouldBeTheCardsIfARuleGaveIt) {
  Setting setting = with_phones();
  setting.phone_grace = true;
  EXPECT_THAT(accepted(setting).in(input::CertificateAnswered{CertificateStatus::in_grace}).out(),
              ElementsAre("screen certificate_notice (confirm)"));
}

TEST(PhoneEngine, WhoeverIsNotRegisteredBringsTheCard) {
  Walk walk = accepted();
  walk.in(input::CertificateAnswered{CertificateStatus::valid}).in(input::RegistrationAnswered{false});
  EXPECT_THAT(walk.out(),
              ElementsAre("reception aborted (phone_not_registered)", "screen phone_not_registered"));
}

TEST(PhoneEngine, ParameterLetsAPhoneRegister) {
  Setting setting = with_phones();
  setting.phone_registers = true;
  Walk walk = accepted(setting);
  walk.in(input::CertificateAnswered{CertificateStatus::valid}).in(input::RegistrationAnswered{false});
  EXPECT_THAT(walk.out(), ElementsAre("screen registration (register, do_not_register)"));
  EXPECT_THAT(walk.touch(Screen::registration, Button::do_not_enroll).out(),
              ElementsAre("reception aborted (registration_refused)", "screen phone_ended"));
}

TEST(PhoneEngine, CompletesAndEndsByItselfWithoutACard) {
  Walk walk = accepted();
  walk.in(input::CertificateAnswered{CertificateStatus::valid})
      .in(input::RegistrationAnswered{true})
      .in(input::EligibilityAnswered{Validity::valid})
      .touch(Screen::consent_all, Button::agree_all)
      .in(input::Stored{});
  EXPECT_EQ(walk.out().back(), "screen done");
  EXPECT_EQ(walk.state().phase, Phase::parting);
  EXPECT_FALSE(walk.possible(input::CardLeft{}));
  EXPECT_FALSE(walk.possible(input::CardTaken{}));
  walk.in(input::Parted{});
  EXPECT_THAT(walk.out(), ElementsAre("certificate wiped", "reader idle", "screen idle (smartphone)"));
  EXPECT_EQ(walk.state(), State{});
}

TEST(PhoneEngine, NobodyAnswersOrTheServiceIsSilentAndItEndsByItself) {
  Walk away = chosen(Button::iphone);
  EXPECT_THAT(away.in(input::TimedOut{Screen::hold_phone}).out(),
              ElementsAre("reception aborted (timed_out)", "screen phone_ended"));
  EXPECT_EQ(away.in(input::Parted{}).state().phase, Phase::idle);
  Walk silent = accepted();
  EXPECT_THAT(silent.in(input::ServiceSilent{}).out(),
              ElementsAre("reception aborted (service_unavailable)", "screen service_unavailable"));
  EXPECT_EQ(silent.state().phase, Phase::parting);
}

TEST(PhoneEngine, NoCardGoesInMeanwhile) {
  EXPECT_FALSE(accepted().possible(input::CardInserted{}));
  EXPECT_TRUE(Walk(with_phones()).possible(input::CardInserted{}));
}

TEST(PhoneEngine, CancelEndsWithoutACardToTake) {
  Setting setting = with_phones();
  setting.cancel = true;
  Walk walk = chosen(Button::iphone, setting);
  EXPECT_THAT(walk.touch(Screen::hold_phone, Button::cancel).out(),
              ElementsAre("reception aborted (cancelled)", "screen phone_ended"));
}

}  // namespace phone_step_test
}  // namespace uketsuke::conformance::test

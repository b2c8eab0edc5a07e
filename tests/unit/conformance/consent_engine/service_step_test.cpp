// Rows 7 to 9 of docs/reception-flow.md, and a service that does not answer.

#include "tests/unit/conformance/consent_engine/walk.h"

namespace uketsuke::conformance::test {
namespace service_step_test {

TEST(EngineRow7, BadCertificatesAbort) {
  for (const auto status : {CertificateStatus::expired, CertificateStatus::suspended,
                            CertificateStatus::revoked, CertificateStatus::untrusted}) {
    EXPECT_THAT(Walk().face().in(input::CertificateAnswered{status}).out(),
                ElementsAre("reception aborted (certificate_invalid)", "screen certificate_invalid"));
  }
}

TEST(EngineRow7, NoticeForOneThatExpiresSoonOrIsInGrace) {
  for (const auto status : {CertificateStatus::expires_soon, CertificateStatus::in_grace}) {
    EXPECT_THAT(Walk().face().in(input::CertificateAnswered{status}).out(),
                ElementsAre("screen certificate_notice (confirm)"));
  }
}

TEST(EngineRow7, NoticeGoesOnByItself) {
  Walk walk;
  walk.face().in(input::CertificateAnswered{CertificateStatus::expires_soon});
  EXPECT_EQ(walk.in(input::TimedOut{Screen::certificate_notice}).state().phase, Phase::registration);
}

TEST(EngineRow8, UnregisteredIsAsked) {
  Walk walk;
  walk.face().in(input::CertificateAnswered{CertificateStatus::valid}).in(input::RegistrationAnswered{false});
  EXPECT_THAT(walk.out(), ElementsAre("screen registration (register, do_not_register)"));
  EXPECT_EQ(walk.touch(Screen::registration, Button::enroll).in(input::Enrolled{}).state().phase,
            Phase::eligibility);
}

TEST(EngineRow8, RefusingAborts) {
  Walk walk;
  walk.face().in(input::CertificateAnswered{CertificateStatus::valid}).in(input::RegistrationAnswered{false});
  EXPECT_THAT(walk.touch(Screen::registration, Button::do_not_enroll).out(),
              ElementsAre("reception aborted (registration_refused)", "screen take_card"));
}

TEST(EngineRow9, ValidAndMedicalAidGoOn) {
  for (const auto validity : {Validity::valid, Validity::valid_unregistered}) {
    EXPECT_EQ(Walk().registered().in(input::EligibilityAnswered{validity}).state().phase, Phase::consent_all);
  }
}

TEST(EngineRow9, EveryOtherAborts) {
  for (const auto validity :
       {Validity::invalid, Validity::invalid_newer_exists, Validity::none, Validity::several}) {
    EXPECT_THAT(Walk().registered().in(input::EligibilityAnswered{validity}).out(),
                ElementsAre("reception aborted (not_insured)", "screen not_insured"));
  }
}

TEST(Engine, ASilentServiceAborts) {
  EXPECT_THAT(Walk().face().in(input::ServiceSilent{}).out(),
              ElementsAre("reception aborted (service_unavailable)", "screen service_unavailable"));
}

TEST(Engine, ASilentServiceAfterTheCardWasTakenEndsInIdle) {
  Walk walk;
  walk.insured()
      .touch(Screen::consent_all, Button::agree_all)
      .in(input::CardTaken{})
      .in(input::ServiceSilent{});
  EXPECT_EQ(walk.state(), State{});
}

}  // namespace service_step_test
}  // namespace uketsuke::conformance::test

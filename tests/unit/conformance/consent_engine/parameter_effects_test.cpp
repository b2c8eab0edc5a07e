// Effects of other values in identification_parameters.yaml.

#include "tests/unit/conformance/consent_engine/walk.h"
#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace parameter_effects_test {

Walk after_visual_check(const Setting& setting) {
  Walk walk(setting);
  walk.in(input::StaffModeSet{StaffMode::visual_check}).card().in(input::StaffDecided{true});
  walk.in(input::CertificateAnswered{CertificateStatus::valid}).in(input::RegistrationAnswered{true});
  walk.in(input::EligibilityAnswered{Validity::valid, true});
  return walk;
}

TEST(EngineParameters, ReachTheSettingFromTheRules) {
  Rules changed = rules();
  changed.identification.specific_disease_in_consent_all = true;
  changed.identification.refuse_all_button = true;
  changed.identification.visual_check_asks_consent = false;
  changed.identification.suspended_certificate_as_revoked = false;
  const Setting usual = setting_on(rules().on(*parse_date(kNewDay)), kAsks);
  const Setting setting = setting_on(changed.on(*parse_date(kNewDay)), kAsks);
  EXPECT_FALSE(usual.specific_disease_in_consent_all);
  EXPECT_TRUE(setting.specific_disease_in_consent_all);
  EXPECT_FALSE(usual.refuse_all_button);
  EXPECT_TRUE(setting.refuse_all_button);
  EXPECT_TRUE(usual.visual_check_asks_consent);
  EXPECT_FALSE(setting.visual_check_asks_consent);
  EXPECT_TRUE(usual.suspended_certificate_as_revoked);
  EXPECT_FALSE(setting.suspended_certificate_as_revoked);
}

TEST(EngineParameters, AgreeingToAllCoversTheDiseaseWhereItDoes) {
  Setting setting = new_setting();
  setting.specific_disease_in_consent_all = true;
  Walk walk(setting);
  walk.holder().touch(Screen::consent_all, Button::agree_all);
  EXPECT_EQ(walk.state().phase, Phase::storing);
  EXPECT_THAT(walk.in(input::Stored{}).out(),
              testing::Contains("consent SpecificDiseasesCertificate recorded as given"));
  Walk one_by_one(setting);
  one_by_one.holder().touch(Screen::consent_all, Button::individually);
  one_by_one.touch(Screen::consent_medicines, Button::agree);
  EXPECT_THAT(one_by_one.touch(Screen::consent_health_checkups, Button::agree).out(),
              ElementsAre("screen specific_disease (provide, do_not_provide)"));
}

TEST(EngineParameters, TimeOutOfAllCoversTheDiseaseWhereAgreeingDoes) {
  Setting setting = new_setting();
  setting.specific_disease_in_consent_all = true;
  Walk walk(setting);
  walk.holder().in(input::TimedOut{Screen::consent_all}).in(input::Stored{});
  EXPECT_THAT(walk.out(), testing::Contains("consent SpecificDiseasesCertificate recorded as not given"));
}

TEST(EngineParameters, RefuseAllIsAButtonWhereThereIsOne) {
  EXPECT_FALSE(Walk().insured().possible(input::Touched{Screen::consent_all, Button::refuse_all}));
  Setting setting = new_setting();
  setting.refuse_all_button = true;
  Walk walk(setting);
  EXPECT_THAT(walk.insured().out(), ElementsAre("screen consent_all (agree_all, individually, refuse_all)"));
  walk.touch(Screen::consent_all, Button::refuse_all).in(input::Stored{});
  EXPECT_THAT(walk.out(),
              ElementsAre("consent PharmacistsInfo recorded as not given",
                          "consent SpecificHealthCheckupsInfo recorded as not given", "Eligibility released",
                          "LimitApplicationCertificate released", "reception completed", "screen done"));
}

TEST(EngineParameters, VisualCheckAsksForConsentUnlessItDoesNot) {
  Setting setting = new_setting();
  EXPECT_EQ(after_visual_check(setting).state().phase, Phase::consent_all);
  setting.visual_check_asks_consent = false;
  Walk walk = after_visual_check(setting);
  EXPECT_EQ(walk.state().phase, Phase::storing);
  EXPECT_THAT(walk.in(input::Stored{}).out(),
              ElementsAre("Eligibility released", "LimitApplicationCertificate released",
                          "reception completed", "screen done"));
  EXPECT_EQ(Walk(setting).holder().state().phase, Phase::consent_all) << "by face it asks all the same";
}

TEST(EngineParameters, SuspendedCertificateServesForEligibilityWhereItIsNotAsRevoked) {
  Setting setting = new_setting();
  EXPECT_EQ(Walk(setting).face().in(input::CertificateAnswered{CertificateStatus::suspended}).state().outcome,
            Outcome::aborted);
  setting.suspended_certificate_as_revoked = false;
  Walk walk(setting);
  walk.face().in(input::CertificateAnswered{CertificateStatus::suspended});
  EXPECT_THAT(walk.out(), ElementsAre("screen certificate_notice (confirm)"));
  walk.touch(Screen::certificate_notice, Button::confirm).in(input::RegistrationAnswered{true});
  EXPECT_EQ(walk.in(input::EligibilityAnswered{Validity::valid, true}).state().phase, Phase::storing);
}

}  // namespace parameter_effects_test
}  // namespace uketsuke::conformance::test

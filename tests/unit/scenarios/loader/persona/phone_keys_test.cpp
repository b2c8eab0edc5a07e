#include "scenarios/loader/persona/phone_keys.h"

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace phone_keys_test {

std::string with_given(const std::string& given) {
  return scenario_with("given: " + given + "\nscript: [insert_card]\nexpect: { reception: aborted }\n");
}

std::string profile_error(const std::string& text) {
  return failure([&] { read_phone(yaml::parse(text, "p.yaml").at(0)); }).what;
}

TEST(Phone, ProfileIsRead) {
  const PhoneProfile& phone = *shipped_library().personas.at("sato-hanako")->phone;
  EXPECT_EQ(phone.kind, record::PhoneKind::iphone);
  EXPECT_EQ(format_date(phone.certificate_expires), "2027-04-12");
  EXPECT_EQ(phone.pin.size(), 4U);
  EXPECT_EQ(shipped_library().personas.at("suzuki-taro")->phone->kind, record::PhoneKind::android);
  EXPECT_FALSE(shipped_library().personas.at("kato-mei")->phone);
}

TEST(Phone, ProfileErrorsKnowTheirPlaceAndRepeatNoDigits) {
  EXPECT_EQ(
      profile_error("{ kind: iphon, issued: 2025-07-01, certificate_expires: 2027-04-12, pin: \"1234\" }"),
      "p.yaml:1:9: \"iphon\" is not a valid value of this key (did you mean \"iphone\"?)");
  EXPECT_EQ(
      profile_error("{ kind: iphone, issued: 2025-07-01, certificate_expires: 2024-04-12, pin: \"1234\" }"),
      "p.yaml:1:58: 2024-04-12 is before the day of issue (2025-07-01)");
  EXPECT_EQ(
      profile_error("{ kind: iphone, issued: 2025-07-01, certificate_expires: 2027-04-12, pin: \"98x7\" }"),
      "p.yaml:1:75: a PIN has 4 digits");
  EXPECT_EQ(
      profile_error("{ kind: iphone, isued: 2025-07-01, issued: 2025-07-01, certificate_expires: 2027-04-12, "
                    "pin: \"1234\" }"),
      "p.yaml:1:17: unknown key \"isued\" (did you mean \"issued\"?)");
}

TEST(Phone, EveryGivenKeyIsRead) {
  const GivenPhone phone =
      cases_of(with_given("{ phone: { kind: android, pin_tries_left: 1, certificate: revoked, "
                          "certificate_expires: 2025-09-30, registered: false } }"))
          .at(0)
          .given.phone;
  EXPECT_EQ(phone.kind, record::PhoneKind::android);
  EXPECT_EQ(phone.pin_tries_left, 1);
  EXPECT_EQ(phone.certificate, record::CertificateStatus::revoked);
  EXPECT_EQ(format_date(*phone.certificate_expires), "2025-09-30");
  EXPECT_EQ(phone.registered, false);
  EXPECT_TRUE(phone.has_certificate);
  EXPECT_FALSE(cases_of(with_given("{ phone: { certificate: none } }")).at(0).given.phone.has_certificate);
}

TEST(Phone, GivenErrorsSayWhatIsWrong) {
  EXPECT_EQ(error_of(with_given("{ phone: { pin_trys_left: 1 } }")),
            "t.yaml:8:19: unknown key \"pin_trys_left\" (did you mean \"pin_tries_left\"?)");
  EXPECT_EQ(
      error_of(with_given("{ phone: { certificate: expired } }")),
      "t.yaml:8:32: only \"suspended\", \"revoked\" or \"none\" can be given; everything else follows from "
      "\"certificate_expires\" and the date");
  EXPECT_EQ(
      error_of("scenario: x\ntitle: { ja: 例, en: x }\ndate: 2025-10-20\nsite: clinic-default\npatient: "
               "kato-mei\ngiven: { phone: { kind: iphone } }\nscript: [insert_card]\nexpect: { reception: "
               "none }\n"),
      "t.yaml:6:17: kato-mei has no phone; add \"phone:\" to the persona");
}

TEST(Phone, StepsAreRead) {
  const auto script =
      cases_of(with_script("  - choose: smartphone\n  - choose_phone: android\n  - enter_pin\n"
                           "  - hold_phone\n  - hold_phone: { unlock: false, lift_after: 300ms, "
                           "of: suzuki-taro }\n"))
          .at(0)
          .script;
  EXPECT_EQ(std::get<step::Choose>(script.at(0).action).method, record::Method::smartphone);
  EXPECT_EQ(std::get<step::ChoosePhone>(script.at(1).action).kind, record::PhoneKind::android);
  EXPECT_TRUE(std::get<step::HoldPhone>(script.at(3).action).unlock);
  const auto& hold = std::get<step::HoldPhone>(script.at(4).action);
  EXPECT_FALSE(hold.unlock);
  EXPECT_EQ(hold.lift_after, std::chrono::milliseconds(300));
  EXPECT_EQ(hold.of, "suzuki-taro");
  EXPECT_EQ(script.at(4).text, "hold_phone: { unlock: false, lift_after: 300ms, of: suzuki-taro }");
}

TEST(Phone, StepErrorsSayWhatIsWrong) {
  EXPECT_EQ(error_of(with_script("  - hold_phone: { unlok: false }\n")),
            "t.yaml:10:19: unknown key \"unlok\" (did you mean \"unlock\"?)");
  EXPECT_EQ(error_of(with_script("  - choose_phone: androit\n")),
            "t.yaml:10:19: \"androit\" is not a valid value of this key (did you mean \"android\"?)");
  EXPECT_EQ(error_of(with_script("  - hold_phon\n")),
            "t.yaml:10:5: unknown step \"hold_phon\" (did you mean \"hold_phone\"?)");
  EXPECT_EQ(error_of(with_script("  - next_patient: kato-mei\n  - hold_phone\n")),
            "t.yaml:11:5: kato-mei has no phone to hold");
}

TEST(Phone, ItsDigitsAreNotTheCards) {
  // A card without a PIN has none to enter; a phone has one.
  const std::string pinless =
      "scenario: x\ntitle: { ja: 例, en: x }\ndate: 2025-10-20\nsite: clinic-default\n"
      "patient: sato-hanako\nexpect: { reception: none }\nscript:\n";
  EXPECT_NO_THROW(cases_of(pinless + "  - insert_card: { of: watanabe-shige }\n  - remove_card\n"
                                     "  - choose: smartphone\n  - enter_pin\n"));
  EXPECT_THROW(cases_of(pinless + "  - insert_card: { of: watanabe-shige }\n  - enter_pin\n"), InputError);
}

TEST(Phone, ExpectationsAreRead) {
  const auto expect =
      cases_of(
          scenario_with("script: [insert_card]\nexpect: { offers_smartphone: false, phone_tries_left: 2, "
                        "identity: smartphone }\n"))
          .at(0)
          .expect;
  EXPECT_EQ(expect.offers_smartphone, false);
  EXPECT_EQ(expect.phone_tries_left, 2);
  EXPECT_EQ(expect.identity->method, record::Method::smartphone);
}

}  // namespace phone_keys_test
}  // namespace uketsuke::scenario

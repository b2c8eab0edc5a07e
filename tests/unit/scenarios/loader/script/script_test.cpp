#include "scenarios/loader/script/script.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace script_test {

using record::Screen;

Step step_of(const std::string& text) {
  return cases_of(with_script("  - " + text + "\n")).at(0).script.at(0);
}

template <class Kind>
Kind action(const std::string& text) {
  return std::get<Kind>(step_of(text).action);
}

std::string error_in(const std::string& steps) { return error_of(with_script("  - " + steps + "\n")); }

TEST(Script, InsertCardIsThePatientsOwn) {
  EXPECT_EQ(action<step::InsertCard>("insert_card").card, CardInHand::own);
  EXPECT_FALSE(action<step::InsertCard>("insert_card").of);
}

TEST(Script, InsertCardOfAnotherKind) {
  EXPECT_EQ(action<step::InsertCard>("insert_card: unreadable").card, CardInHand::unreadable);
}

TEST(Script, InsertCardOfAnotherPersonaBringsThemIntoTheCase) {
  const auto c = cases_of(with_script("  - insert_card: { of: suzuki-taro }\n")).at(0);
  EXPECT_EQ(std::get<step::InsertCard>(c.script[0].action).of, "suzuki-taro");
  ASSERT_EQ(c.others.size(), 1u);
  EXPECT_EQ(c.others.at("suzuki-taro")->id, "suzuki-taro");
}

TEST(Script, NextPatientComesIntoTheCaseButThePatientIsNotAdded) {
  const auto c =
      cases_of(with_script("  - next_patient: mori-kiyoko\n  - next_patient: sato-hanako\n")).at(0);
  EXPECT_EQ(std::get<step::NextPatient>(c.script[0].action).persona, "mori-kiyoko");
  EXPECT_EQ(c.others.size(), 1u);
}

TEST(Script, RemoveCardWhenAskedAtAScreenOrAfterATime) {
  const auto asked = action<step::RemoveCard>("remove_card");
  EXPECT_FALSE(asked.at || asked.after);
  EXPECT_EQ(action<step::RemoveCard>("remove_card: { at: done }").at, Screen::done);
  EXPECT_EQ(action<step::RemoveCard>("remove_card: { after: 2s }").after, std::chrono::seconds(2));
}

TEST(Script, LookAtCameraWithTheFaceOfTheScenarioOrItsOwn) {
  EXPECT_FALSE(action<step::LookAtCamera>("look_at_camera").as.face);
  EXPECT_EQ(action<step::LookAtCamera>("look_at_camera: other").as.face, Face::other);
}

TEST(Script, AnswerToAll) { EXPECT_EQ(action<step::Answer>("answer: { all: nothing }").all, Reply::nothing); }

TEST(Script, AnswerToSingleScreens) {
  const auto answer = action<step::Answer>(
      "answer: { medicines: agree, operations: refuse, health_checkups: nothing, limit: agree, registration: "
      "refuse }");
  const std::vector<std::pair<Screen, Reply>> expected = {{Screen::consent_medicines, Reply::agree},
                                                          {Screen::consent_operations, Reply::refuse},
                                                          {Screen::consent_health_checkups, Reply::nothing},
                                                          {Screen::limit, Reply::agree},
                                                          {Screen::registration, Reply::refuse}};
  EXPECT_EQ(answer.each, expected);
}

TEST(Script, TheOtherSteps) {
  EXPECT_EQ(action<step::Choose>("choose: face").method, record::Method::face);
  EXPECT_EQ(action<step::Touch>("touch: register").button, record::Button::enroll);
  EXPECT_EQ(action<step::WaitFor>("wait_for: idle").screen, Screen::idle);
  EXPECT_EQ(action<step::SetStaffMode>("staff_mode: visual_check").mode, record::StaffMode::visual_check);
  EXPECT_TRUE(action<step::DecideVisualCheck>("visual_check: same").same_person);
  EXPECT_FALSE(action<step::DecideVisualCheck>("visual_check: other").same_person);
  EXPECT_EQ(action<step::ShowCertificate>("show_certificate: nothing").certificate,
            record::Certificate::nothing);
  EXPECT_EQ(action<step::SetNetwork>("network: down").change.up, false);
  EXPECT_EQ(action<step::ShiftServiceClock>("service_clock: -2h").by, -std::chrono::hours(2));
  action<step::LeaveCard>("leave_card");
  action<step::ReportLost>("report_lost");
}

TEST(Script, StepKeepsItsTextAndPlace) {
  const Step step = step_of("answer:   { medicines: agree, limit: \"refuse\" }");
  EXPECT_EQ(step.text, "answer: { medicines: agree, limit: refuse }");
  EXPECT_EQ(to_string(step.place), "t.yaml:10:5");
}

// ---- PINs ----

TEST(Pin, RightAndWrongAreWords) {
  EXPECT_EQ(action<step::EnterPin>("enter_pin").choice, PinChoice::right);
  EXPECT_EQ(action<step::EnterPin>("enter_pin: right").choice, PinChoice::right);
  EXPECT_EQ(action<step::EnterPin>("enter_pin: wrong").choice, PinChoice::wrong);
}

TEST(Pin, DigitsAreASecretAndNotInTheText) {
  const Step step = step_of("enter_pin: \"0123\"");
  EXPECT_EQ(std::get<step::EnterPin>(step.action).digits->reveal(), "0123");
  EXPECT_EQ(step.text, "enter_pin: ****");
}

TEST(Pin, MessageDoesNotRepeatDigits) {
  EXPECT_EQ(error_in("enter_pin: \"98765\""),
            "t.yaml:10:16: expected \"right\", \"wrong\" or four digits in quotes");
}

TEST(Pin, DigitsStandInQuotes) {
  EXPECT_EQ(error_in("enter_pin: 0123"),
            "t.yaml:10:16: put the digits of a PIN in quotes; otherwise other tools read a number and drop "
            "leading zeros");
}

TEST(Pin, DigitsCannotComeFromTheMatrix) {
  EXPECT_EQ(
      error_of(scenario_with("matrix: { pin: [\"0123\"] }\nexpect: { reception: aborted }\n"
                             "script: [insert_card, enter_pin: \"${pin}\"]\n")),
      "t.yaml:10:34: digits of a PIN cannot come from the matrix, whose values are part of the case's name; "
      "write them here, or \"right\" or \"wrong\" on the axis");
}

TEST(Pin, WordMayComeFromTheMatrix) {
  const auto cases =
      cases_of(scenario_with("matrix: { pin: [right, wrong] }\nexpect: { reception: aborted }\n"
                             "script: [insert_card, enter_pin: \"${pin}\"]\n"));
  EXPECT_EQ(std::get<step::EnterPin>(cases[1].script[1].action).choice, PinChoice::wrong);
}

TEST(Pin, RightOneOfACardWithoutPinIsAnError) {
  EXPECT_EQ(error_in("insert_card: { of: watanabe-shige }\n  - enter_pin"),
            "t.yaml:11:5: the card of watanabe-shige has no PIN; write \"enter_pin: wrong\"");
}

// ---- errors ----

TEST(Script, EmptyScriptIsAnError) {
  const auto error = failure([] { cases_of(scenario_with("script: []\nexpect: { reception: none }\n")); });
  EXPECT_EQ(error.problem, InputProblem::empty);
  EXPECT_EQ(error.what, "t.yaml:8:9: the script has no step");
}

TEST(Script, SingleValueWhereTheListIsExpected) {
  EXPECT_EQ(error_of(scenario_with("script: insert_card\nexpect: { reception: none }\n")),
            "t.yaml:8:9: expected a list, found a single value");
}

struct BadStep {
  const char* text;
  const char* error;
};

class BadSteps : public testing::TestWithParam<BadStep> {};

TEST_P(BadSteps, SayWhatIsWrong) {
  EXPECT_EQ(error_in(GetParam().text), std::string("t.yaml:") + GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadSteps,
    testing::Values(
        BadStep{"insert_crad", "10:5: unknown step \"insert_crad\" (did you mean \"insert_card\"?)"},
        BadStep{"enter_pinn: wrong", "10:5: unknown step \"enter_pinn\" (did you mean \"enter_pin\"?)"},
        BadStep{"wait", "10:5: \"wait\" needs a value"},
        BadStep{"leave_card: 5s", "10:5: \"leave_card\" takes no value"},
        BadStep{"{ choose: face, wait: 5s }",
                "10:5: a step is one word, or one key with its value; begin the next with \"-\""},
        BadStep{"[insert_card]", "10:5: expected a single value, found a list"},
        BadStep{"insert_card:", "10:5: expected a single value, found nothing"},
        BadStep{"insert_card: { from: x }", "10:18: the key \"of\" is missing"},
        BadStep{"insert_card: { of: sato-hanoko }",
                "10:24: unknown persona \"sato-hanoko\" (did you mean \"sato-hanako\"?)"},
        BadStep{"insert_card: { of: inoue-masa }", "10:24: inoue-masa has no card to insert"},
        BadStep{
            "next_patient: suzuki",
            "10:19: unknown persona \"suzuki\" (known: hara-ai, hayashi-nozomi, hirano-setsu, inoue-masa, "
            "ito-sora, kadenokoji-sakurako, kato-mei, kimura-sachi, kobayashi-fumi, "
            "matsumoto-goro, mori-kiyoko, nakamura-ken, ogawa-tome, santos-maria, sato-hanako, "
            "shimizu-kaoru, "
            "suzuki-taro, takahashi-jun, takasaki-rei, tanaka-yui, …)"},
        BadStep{"next_patient: inoue-masa\n  - insert_card", "11:5: inoue-masa has no card to insert"},
        BadStep{"next_patient: inoue-masa\n  - report_lost", "11:5: inoue-masa has no card to report lost"},
        BadStep{"remove_card: { at: finished }",
                "10:24: \"finished\" is not a valid value of this key (known: idle, reading, choose_method, "
                "face_guide, "
                "face_failed, enter_pin, pin_wrong, pin_locked, visual_check, checking, registration, "
                "certificate_notice, consent_all, consent_medicines, consent_operations, "
                "consent_health_checkups, "
                "specific_disease, prescription_form, limit, done, …)"},
        BadStep{"remove_card: { at: done, after: 2s }",
                "10:18: give either a screen (\"at\") or a time (\"after\")"},
        BadStep{"remove_card: {}", "10:18: give either a screen (\"at\") or a time (\"after\")"},
        BadStep{"choose: visual",
                "10:13: a patient cannot choose \"visual\"; write \"staff_mode: visual_check\""},
        BadStep{"look_at_camera: twin",
                "10:21: \"twin\" is not a valid value of this key (known: same, other, lookalike, none)"},
        BadStep{"answer: {}", "10:13: answers nothing"},
        BadStep{"answer: { all: agree, limit: agree }",
                "10:13: \"all\" answers every consent screen; answer the others in a separate step"},
        BadStep{"answer: { medicine: agree }",
                "10:15: unknown key \"medicine\" (did you mean \"medicines\"?)"},
        BadStep{"answer: { all: yes }",
                "10:20: \"yes\" is not a valid value of this key (known: agree, refuse, nothing)"},
        BadStep{"touch: agree_al",
                "10:12: \"agree_al\" is not a valid value of this key (did you mean \"agree_all\"?)"},
        BadStep{"wait: 5", "10:11: \"5\" is not a duration (write 800ms, 2s, 1.5min or 24h)"},
        BadStep{"visual_check: perhaps", "10:19: expected \"same\" or \"other\", found \"perhaps\""},
        BadStep{"network: slow", "10:14: expected \"up\" or \"down\", found \"slow\""}));

}  // namespace script_test
}  // namespace uketsuke::scenario

// What people read of the reference engine: inputs and outputs as one line each.

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance::test {
namespace describe_test {

using record::Button;
using record::Category;
using record::Method;
using record::Refusal;
using record::Screen;
using record::WipedItem;
using testing::HasSubstr;

std::string text(const Output& output) { return to_string(output); }
std::string text(const Input& input) { return to_string(input); }

// ---- the alphabet ----

TEST(Alphabet, HasEveryKindOfInput) {
  std::set<std::size_t> kinds;
  for (const Input& input : alphabet()) kinds.insert(input.index());
  EXPECT_EQ(kinds.size(), std::variant_size_v<Input>);
}

TEST(Alphabet, HasNoInputTwice) {
  std::set<std::string> lines;
  for (const Input& input : alphabet()) EXPECT_TRUE(lines.insert(text(input)).second) << text(input);
}

TEST(Alphabet, TouchesEveryButtonOnEveryScreen) {
  std::map<Screen, std::set<Button>> touched;
  for (const Input& input : alphabet()) {
    if (const auto* touch = std::get_if<input::Touched>(&input)) touched[touch->screen].insert(touch->button);
  }
  EXPECT_EQ(touched.size(), kEnumCount<Screen>);
  for (const auto& [screen, buttons] : touched) EXPECT_EQ(buttons.size(), kEnumCount<Button>);
}

TEST(Alphabet, LetsEveryScreenTimeOut) {
  std::set<Screen> screens;
  for (const Input& input : alphabet()) {
    if (const auto* out = std::get_if<input::TimedOut>(&input)) screens.insert(out->screen);
  }
  EXPECT_EQ(screens.size(), kEnumCount<Screen>);
}

TEST(Alphabet, AnswersEveryValidityWithAndWithoutADisease) {
  std::set<std::pair<record::Validity, bool>> answers;
  for (const Input& input : alphabet()) {
    if (const auto* answer = std::get_if<input::EligibilityAnswered>(&input))
      answers.insert({answer->validity, answer->specific_disease});
  }
  EXPECT_EQ(answers.size(), 2 * kEnumCount<record::Validity>);
}

TEST(Alphabet, HasEveryStateOfACertificate) {
  std::set<record::CertificateStatus> states;
  for (const Input& input : alphabet()) {
    if (const auto* answer = std::get_if<input::CertificateAnswered>(&input)) states.insert(answer->status);
  }
  EXPECT_EQ(states.size(), kEnumCount<record::CertificateStatus>);
}

// ---- inputs ----

TEST(InputText, NoneIsEmpty) {
  for (const Input& input : alphabet()) EXPECT_FALSE(text(input).empty()) << input.index();
}

TEST(InputText, ATouchNamesButtonAndScreen) {
  EXPECT_EQ(text(input::Touched{Screen::consent_all, Button::agree_all}), "touched agree_all on consent_all");
}

TEST(InputText, ATimeOutNamesItsScreen) {
  EXPECT_EQ(text(input::TimedOut{Screen::enter_pin}), "enter_pin timed out");
}

TEST(InputText, ADiseaseIsSaidOnlyOfThoseWhoHaveOne) {
  EXPECT_EQ(text(input::EligibilityAnswered{record::Validity::valid, false}), "eligibility valid");
  EXPECT_EQ(text(input::EligibilityAnswered{record::Validity::valid, true}),
            "eligibility valid with a specific disease");
}

TEST(InputText, YesAndNoReadDifferently) {
  EXPECT_NE(text(input::Proved{true}), text(input::Proved{false}));
  EXPECT_NE(text(input::PinTries{true}), text(input::PinTries{false}));
  EXPECT_NE(text(input::StaffDecided{true}), text(input::StaffDecided{false}));
  EXPECT_NE(text(input::RegistrationAnswered{true}), text(input::RegistrationAnswered{false}));
}

TEST(InputText, TheNumberOnTheCardAndThePinAreToldApart) {
  EXPECT_THAT(text(input::NumberChecked{record::SecretCheck::wrong}), HasSubstr("照合番号B"));
  EXPECT_THAT(text(input::PinChecked{record::SecretCheck::wrong}), HasSubstr("PIN"));
}

// ---- outputs ----

TEST(OutputText, AScreenNamesItsButtonsInOrder) {
  EXPECT_EQ(text(output::Show{Screen::consent_all, {Button::agree_all, Button::individually}}),
            "screen consent_all (agree_all, individually)");
}

TEST(OutputText, AScreenWithoutButtonsHasNoBrackets) {
  EXPECT_EQ(text(output::Show{Screen::done, {}}), "screen done");
}

TEST(OutputText, AConsentSaysWhetherItIsGiven) {
  EXPECT_EQ(text(output::Record{Category::diagnosis_info, true}), "consent DiagnosisInfo recorded as given");
  EXPECT_EQ(text(output::Record{Category::diagnosis_info, false}),
            "consent DiagnosisInfo recorded as not given");
}

TEST(OutputText, AReleaseNamesItsCategory) {
  EXPECT_EQ(text(output::Release{Category::diagnosis_info, HealthCheck::none}), "DiagnosisInfo released");
}

TEST(OutputText, AHealthCheckSaysOfWhichAge) {
  const auto of = [](HealthCheck check) {
    return text(output::Release{Category::specific_health_checkups_info, check});
  };
  EXPECT_THAT(of(HealthCheck::none), HasSubstr("says nothing"));
  EXPECT_THAT(of(HealthCheck::late_elderly), HasSubstr("late elderly"));
  EXPECT_THAT(of(HealthCheck::specific), testing::EndsWith("released"));
}

TEST(OutputText, OtherCategoriesSayNothingOfHealthChecks) {
  EXPECT_EQ(text(output::Release{Category::operation_info, HealthCheck::late_elderly}),
            "OperationInfo released");
}

TEST(OutputText, ARefusalNamesMethodAndReason) {
  EXPECT_EQ(text(output::Refuse{Method::face, Refusal::not_live}), "identity refused by face (not_live)");
}

TEST(OutputText, AnAbortNamesItsReason) {
  EXPECT_EQ(text(output::Abort{record::AbortReason::not_insured}), "reception aborted (not_insured)");
}

TEST(OutputText, AWipeListsWhatIsDeleted) {
  HeldItems held;
  held.add(WipedItem::photo);
  held.add(WipedItem::pin);
  EXPECT_EQ(text(output::Wipe{held}), "pin, photo wiped");
  EXPECT_EQ(text(output::Wipe{}), "nothing wiped");
}

TEST(OutputText, AnAlarmSaysWhetherItBeginsOrEnds) {
  EXPECT_THAT(text(output::Alarm{true}), testing::EndsWith(" on"));
  EXPECT_THAT(text(output::Alarm{false}), testing::EndsWith(" off"));
}

}  // namespace describe_test
}  // namespace uketsuke::conformance::test

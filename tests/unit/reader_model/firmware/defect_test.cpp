#include "reader_model/firmware/defect.h"

#include <gtest/gtest.h>

#include "tests/unit/reader_model/firmware/flow_driver.h"

// That each defect is found is shown with whole receptions (tests/integration/defects_test.py); here, that
// planting one changes what it says it changes.

namespace uketsuke::reader {
namespace defect_test {

TEST(Defect, EachHasANameAndChangesSomething) {
  for (const auto& [defect, name] : enum_names(Defect{})) {
    FlowSettings settings = after_reform();
    plant(defect, settings);
    const FlowSettings untouched = after_reform();
    const Tampering found = tampering(defect);
    const bool in_settings =
        settings.asks != untouched.asks || settings.limit_screen != untouched.limit_screen ||
        settings.disease_in_consent_all != untouched.disease_in_consent_all ||
        settings.smartphone != untouched.smartphone || settings.phone_grace != untouched.phone_grace;
    EXPECT_TRUE(in_settings || found.input || found.actions) << name;
  }
}

TEST(Defect, TimeOutBecomesATouchOnlyOnConsentScreens) {
  const Tampering tamper = tampering(Defect::timeout_counts_as_consent);
  Actions shown = {action::Show{record::Screen::consent_medicines, {}}};
  tamper.actions(shown);
  Input input = input::TimedOut{TimerPurpose::screen};
  tamper.input(input);
  ASSERT_TRUE(std::holds_alternative<input::Touched>(input));
  EXPECT_EQ(std::get<input::Touched>(input).button, record::Button::agree);

  Actions other = {action::Show{record::Screen::choose_method, {}}};
  tamper.actions(other);
  Input again = input::TimedOut{TimerPurpose::screen};
  tamper.input(again);
  EXPECT_TRUE(std::holds_alternative<input::TimedOut>(again));
}

TEST(Defect, LastConsentIsSentForTheNextPatient) {
  const Tampering tamper = tampering(Defect::reuses_last_consent);
  const auto send = [](bool given) {
    return action::SendConsents{
        {{record::Category::pharmacists_info, given}}, {record::Category::eligibility}, {}};
  };
  Actions first = {send(true)};
  tamper.actions(first);
  Actions second = {send(false)};
  tamper.actions(second);
  EXPECT_TRUE(std::get<action::SendConsents>(second.at(0)).answers.at(0).second);
}

}  // namespace defect_test
}  // namespace uketsuke::reader

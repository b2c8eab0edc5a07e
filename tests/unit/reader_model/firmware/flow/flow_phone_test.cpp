// Steps S1 to S6 of docs/reception-flow.md, as the firmware has them.

#include "tests/unit/reader_model/firmware/flow_driver.h"

namespace uketsuke::reader {
namespace flow_phone_test {

using record::Button;
using record::PhoneCheck;
using record::PhoneKind;
using record::Screen;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

FlowSettings with_phones() {
  FlowSettings settings;
  settings.smartphone = true;
  settings.consent_order = {Screen::consent_medicines};
  settings.asks = {record::Category::pharmacists_info};
  return settings;
}

FlowDriver chosen(Button kind, const FlowSettings& settings = with_phones()) {
  FlowDriver flow(settings);
  flow.tell(input::Touched{Button::smartphone});
  flow.tell(input::Touched{kind});
  return flow;
}

FlowDriver checked(PhoneCheck result, int tries_left = -1, const FlowSettings& settings = with_phones()) {
  const bool digits = result == PhoneCheck::wrong || result == PhoneCheck::blocked;
  FlowDriver flow = chosen(digits ? Button::android : Button::iphone, settings);
  if (digits) flow.tell(input::PinTyped{});
  flow.tell(input::PhoneHeld{});
  flow.tell(input::PhoneChecked{result, tries_left});
  return flow;
}

FlowDriver insured() {
  FlowDriver flow = checked(PhoneCheck::accepted);
  flow.tell(input::CertificateAnswer{record::CertificateStatus::valid});
  flow.tell(input::RegistrationAnswer{true});
  flow.tell(input::EligibilityAnswer{record::Validity::valid});
  return flow;
}

TEST(FlowPhone, OffersAPhoneOnlyIfItCanReadOne) {
  EXPECT_THAT(Flow(FlowSettings{}).idle_buttons(), IsEmpty());
  EXPECT_THAT(Flow(with_phones()).idle_buttons(), ElementsAre(Button::smartphone));
  FlowDriver without((FlowSettings()));
  without.tell(input::Touched{Button::smartphone});
  EXPECT_THAT(without.ordered, IsEmpty());
}

TEST(FlowPhone, ClosesTheSlotAndAsksForTheKind) {
  FlowDriver flow(with_phones());
  flow.tell(input::Touched{Button::smartphone});
  EXPECT_TRUE(flow.has<action::CloseSlot>());
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::phone_kind));
  EXPECT_THAT(flow.buttons(), ElementsAre(Button::iphone, Button::android));
}

TEST(FlowPhone, AsksAnIPhoneAtOnceAndAnAndroidPhoneAfterItsDigits) {
  EXPECT_THAT(chosen(Button::iphone).screens(), ElementsAre(Screen::hold_phone));
  FlowDriver android = chosen(Button::android);
  EXPECT_THAT(android.screens(), ElementsAre(Screen::enter_pin));
  EXPECT_TRUE(android.all<action::Show>().back().by_phone);
  android.tell(input::PhoneHeld{});
  EXPECT_THAT(android.ordered, IsEmpty());
  android.tell(input::PinTyped{});
  EXPECT_THAT(android.screens(), ElementsAre(Screen::hold_phone));
  android.tell(input::PhoneHeld{});
  EXPECT_EQ(android.all<action::ReadPhone>().at(0).kind, PhoneKind::android);
}

TEST(FlowPhone, ConfirmsAPhoneThatWasAccepted) {
  FlowDriver flow = checked(PhoneCheck::accepted);
  EXPECT_EQ(flow.all<action::Confirm>().at(0).method, record::Method::smartphone);
  EXPECT_TRUE(flow.has<action::AskCertificate>());
}

TEST(FlowPhone, SaysHowManyTriesAreLeft) {
  FlowDriver flow = checked(PhoneCheck::wrong, 2);
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::pin_wrong));
  EXPECT_EQ(flow.all<action::Show>().back().tries_left, 2);
  flow.tell(input::Touched{Button::retry});
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::enter_pin));
}

TEST(FlowPhone, EndsWithALockedPhone) {
  for (const auto& flow : {checked(PhoneCheck::wrong, 0), checked(PhoneCheck::blocked, 0)}) {
    EXPECT_EQ(flow.all<action::Refuse>().at(0).reason, record::Refusal::pin_locked);
    EXPECT_EQ(flow.all<action::Abort>().at(0).reason, record::AbortReason::identity_failed);
    EXPECT_EQ(flow.flow.stage(), Stage::parting);
  }
}

TEST(FlowPhone, LimitsHowOftenAPhoneIsHeldAgain) {
  FlowDriver flow = checked(PhoneCheck::not_unlocked);
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::phone_failed));
  flow.tell(input::Touched{Button::retry});
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::hold_phone));
  flow.tell(input::PhoneHeld{});
  flow.tell(input::PhoneChecked{PhoneCheck::other_kind, -1});
  flow.tell(input::Touched{Button::retry});
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::phone_kind));
  flow.tell(input::Touched{Button::android});
  flow.tell(input::PinTyped{});
  flow.tell(input::PhoneHeld{});
  flow.tell(input::PhoneChecked{PhoneCheck::unreadable, -1});
  EXPECT_EQ(flow.all<action::Abort>().at(0).reason, record::AbortReason::identity_failed);
}

TEST(FlowPhone, RefusesTheGraceThatACardHas) {
  for (const auto status : {record::CertificateStatus::in_grace, record::CertificateStatus::expired}) {
    FlowDriver flow = checked(PhoneCheck::accepted);
    flow.tell(input::CertificateAnswer{status});
    EXPECT_THAT(flow.screens(), ElementsAre(Screen::certificate_invalid));
  }
}

TEST(FlowPhone, AsksAnUnregisteredPatientForTheCard) {
  FlowDriver flow = checked(PhoneCheck::accepted);
  flow.tell(input::CertificateAnswer{record::CertificateStatus::valid});
  flow.tell(input::RegistrationAnswer{false});
  EXPECT_EQ(flow.all<action::Abort>().at(0).reason, record::AbortReason::phone_not_registered);
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::phone_not_registered));
}

TEST(FlowPhone, SettingLetsAPhoneRegister) {
  FlowSettings settings = with_phones();
  settings.phone_registers = true;
  FlowDriver flow = checked(PhoneCheck::accepted, -1, settings);
  flow.tell(input::CertificateAnswer{record::CertificateStatus::valid});
  flow.tell(input::RegistrationAnswer{false});
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::registration));
}

TEST(FlowPhone, EndsByItselfAndOpensTheSlot) {
  FlowDriver flow = insured();
  flow.tell(input::Touched{Button::agree_all});
  flow.tell(input::OrderDone{});
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::done));
  EXPECT_EQ(flow.all<action::SetTimer>().at(0).purpose, TimerPurpose::done_without_card);
  flow.tell(input::TimedOut{TimerPurpose::done_without_card});
  EXPECT_TRUE(flow.has<action::Wipe>());
  EXPECT_TRUE(flow.has<action::OpenSlot>());
  EXPECT_THAT(flow.buttons(), ElementsAre(Button::smartphone));
  EXPECT_EQ(flow.flow.fingerprint(), Flow(with_phones()).fingerprint());
}

TEST(FlowPhone, AsksForNoCardIfAScreenIsNotAnswered) {
  FlowDriver flow = chosen(Button::iphone);
  flow.tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::phone_ended));
}

TEST(FlowPhone, AcceptsNoCardDuringAReception) {
  for (const Input& of_a_card :
       {Input(input::CardIn{}), Input(input::CardOut{}), Input(input::FaceReady{}),
        Input(input::PinChecked{record::SecretCheck::accepted, 3}), Input(input::VisualCheckDecided{true})}) {
    FlowDriver flow = chosen(Button::iphone);
    EXPECT_THAT(flow.tell(of_a_card).ordered, IsEmpty());
    EXPECT_EQ(flow.flow.stage(), Stage::phone_hold);
  }
}

TEST(FlowPhone, LeavesNothingOfThePhoneForTheNextCard) {
  FlowDriver flow = insured();
  flow.tell(input::TimedOut{TimerPurpose::service});
  flow.tell(input::Touched{Button::agree_all});
  flow.tell(input::OrderDone{});
  flow.tell(input::TimedOut{TimerPurpose::done_without_card});
  flow.card_read();
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::choose_method));
  flow.tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_THAT(flow.screens(), ElementsAre(Screen::take_card));
  EXPECT_EQ(flow.flow.stage(), Stage::card_out);
}

}  // namespace flow_phone_test
}  // namespace uketsuke::reader

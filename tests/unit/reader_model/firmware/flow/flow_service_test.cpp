#include <gtest/gtest.h>

#include "tests/unit/reader_model/firmware/flow_driver.h"

// Steps 7 to 9 of docs/reception-flow.md.

namespace uketsuke::reader {
namespace flow_service_test {

using record::AbortReason;
using record::Button;
using record::CertificateStatus;
using record::Screen;
using record::Validity;
using ::testing::ElementsAre;

class FlowCertificate : public ::testing::TestWithParam<CertificateStatus> {};

TEST_P(FlowCertificate, ThatMayNotBeUsedIsError006) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::CertificateAnswer{GetParam()});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::certificate_invalid));
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::certificate_invalid);
}

INSTANTIATE_TEST_SUITE_P(Invalid, FlowCertificate,
                         ::testing::Values(CertificateStatus::expired, CertificateStatus::suspended,
                                           CertificateStatus::revoked, CertificateStatus::untrusted));

TEST(FlowService, CertificateThatExpiresSoonGivesANoticeAndTheReceptionContinues) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::CertificateAnswer{CertificateStatus::expires_soon});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::certificate_notice));
  driver.tell(input::TimedOut{TimerPurpose::notice});
  EXPECT_TRUE(driver.has<action::AskRegistration>());
}

TEST(FlowService, UnregisteredCardIsAskedToRegister) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::CertificateAnswer{CertificateStatus::valid});
  driver.tell(input::RegistrationAnswer{false});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::registration));
  driver.tell(input::Touched{Button::enroll});
  EXPECT_TRUE(driver.has<action::OrderRegistration>());
  driver.tell(input::OrderDone{});
  EXPECT_TRUE(driver.has<action::AskEligibility>());
}

TEST(FlowService, RefusedRegistrationEndsTheReception) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::CertificateAnswer{CertificateStatus::valid});
  driver.tell(input::RegistrationAnswer{false});
  driver.tell(input::Touched{Button::do_not_enroll});
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::registration_refused);
}

class FlowValidity : public ::testing::TestWithParam<Validity> {};

TEST_P(FlowValidity, WithoutInsuranceTheReceptionEnds) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::CertificateAnswer{CertificateStatus::valid});
  driver.tell(input::RegistrationAnswer{true});
  driver.tell(input::EligibilityAnswer{GetParam()});
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::not_insured);
}

INSTANTIATE_TEST_SUITE_P(NotInsured, FlowValidity,
                         ::testing::Values(Validity::invalid, Validity::invalid_newer_exists, Validity::none,
                                           Validity::several));

TEST(FlowService, SilentServiceEndsTheReception) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::TimedOut{TimerPurpose::service});
  EXPECT_TRUE(driver.has<action::NoteServiceSilent>());
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::service_unavailable);
}

TEST(FlowService, AnswerThatComesAfterTheEndChangesNothing) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::TimedOut{TimerPurpose::service});
  driver.tell(input::CertificateAnswer{CertificateStatus::valid});
  EXPECT_TRUE(driver.ordered.empty());
}

}  // namespace flow_service_test
}  // namespace uketsuke::reader

#include "sim/clerk/desk_rules.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace desk_rules_test {

using namespace date::literals;
using record::Certificate;
using record::DeskDecision;

DeskDecision decide(Certificate certificate, std::optional<Date> valid_until, Date today,
                    bool card_shown = false) {
  static const DeskRules rules = load_desk_rules("sim/clerk/desk_rules.yaml");
  return rules.decide({certificate, valid_until, card_shown}, today).decision;
}

// Leaflet: a legacy certificate that is valid on 2024-12-02 serves for at most one year.
TEST(DeskRules, LegacyCertificateIsAcceptedUntilItsOwnDate) {
  const Date last = 2025_y / 3 / 31;
  EXPECT_EQ(decide(Certificate::legacy_certificate, last, last), DeskDecision::accept);
  EXPECT_NE(decide(Certificate::legacy_certificate, last, 2025_y / 4 / 1), DeskDecision::accept);
}

TEST(DeskRules, NoLegacyCertificateIsAcceptedAfterTheFirstOfDecember2025) {
  const Date printed = 2026_y / 7 / 31;
  EXPECT_EQ(decide(Certificate::legacy_certificate, printed, 2025_y / 12 / 1), DeskDecision::accept);
  EXPECT_EQ(decide(Certificate::legacy_certificate, printed, 2025_y / 12 / 2), DeskDecision::look_up);
  EXPECT_EQ(decide(Certificate::legacy_certificate, printed, 2026_y / 3 / 31), DeskDecision::look_up);
  EXPECT_EQ(decide(Certificate::legacy_certificate, printed, 2026_y / 4 / 1), DeskDecision::refuse);
}

TEST(DeskRules, EligibilityCertificateIsEnoughByItself) {
  EXPECT_EQ(decide(Certificate::eligibility_certificate, 2030_y / 1 / 1, 2026_y / 4 / 1),
            DeskDecision::accept);
}

TEST(DeskRules, NoticeIsAcceptedOnlyWithTheCard) {
  EXPECT_EQ(decide(Certificate::eligibility_notice, std::nullopt, 2026_y / 4 / 1, true),
            DeskDecision::accept_with_card);
  EXPECT_EQ(decide(Certificate::eligibility_notice, std::nullopt, 2026_y / 3 / 31), DeskDecision::look_up);
  EXPECT_EQ(decide(Certificate::eligibility_notice, std::nullopt, 2026_y / 4 / 1), DeskDecision::refuse);
}

TEST(DeskRules, WithoutPapersThePatientDeclaresTheirInsurance) {
  EXPECT_EQ(decide(Certificate::nothing, std::nullopt, 2025_y / 1 / 10), DeskDecision::declaration);
}

}  // namespace desk_rules_test
}  // namespace uketsuke::sim

#include "scenarios/model/specific_disease.h"

#include <gtest/gtest.h>

namespace uketsuke::scenario {
namespace specific_disease_model_test {

Date day(const char* text) { return *parse_date(text); }

TEST(SpecificDiseaseCertificate, IsInForceFromItsFirstToItsLastDay) {
  SpecificDiseaseCertificate certificate;
  certificate.from = day("2020-04-01");
  certificate.until = day("2025-03-31");
  EXPECT_FALSE(certificate.in_force(day("2020-03-31")));
  EXPECT_TRUE(certificate.in_force(day("2020-04-01")));
  EXPECT_TRUE(certificate.in_force(day("2025-03-31")));
  EXPECT_FALSE(certificate.in_force(day("2025-04-01")));
}

TEST(SpecificDiseaseCertificate, WithoutALastDayGoesOn) {
  SpecificDiseaseCertificate certificate;
  certificate.from = day("2020-04-01");
  EXPECT_TRUE(certificate.in_force(day("2099-12-31")));
}

}  // namespace specific_disease_model_test
}  // namespace uketsuke::scenario

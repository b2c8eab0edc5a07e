#include "oqs/message.h"

#include <gtest/gtest.h>

#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace message_test {

const DateTime kNine = DateTime(Date(2024_y / 10 / 7)) + std::chrono::hours(9) + std::chrono::seconds(6);

// The ministry: a consent is valid for 24 hours. Captures: available until the next day, same second.
TEST(Consent, GivenItLastsForTwentyFourHours) {
  const Consent consent = Consent::given(kNine);
  EXPECT_EQ(consent.flag, "1");
  EXPECT_EQ(format_compact(*consent.cons_time), "20241007090006");
  EXPECT_EQ(format_compact(*consent.available_time), "20241008090006");
}

TEST(Consent, ItEndsInTheNextYearIfGivenOnItsLastDay) {
  const DateTime late = DateTime(Date(2024_y / 12 / 31)) + std::chrono::hours(23);
  EXPECT_EQ(format_compact(*Consent::given(late).available_time), "20250101230000");
}

TEST(Consent, RefusedItHasNoTimes) {
  const Consent consent = Consent::refused();
  EXPECT_EQ(consent.flag, "0");
  EXPECT_FALSE(consent.cons_time);
  EXPECT_FALSE(consent.available_time);
}

TEST(Consent, ACategoryThatIsNotAskedHasNoFlag) { EXPECT_FALSE(Consent{}.flag); }

TEST(OpenConsent, HasTheTimeItWasGivenAt) {
  EXPECT_EQ(OpenConsent::given(kNine).flag, "1");
  EXPECT_EQ(OpenConsent::given(kNine).cons_time, kNine);
  EXPECT_EQ(OpenConsent::refused().flag, "0");
  EXPECT_FALSE(OpenConsent::refused().cons_time);
}

}  // namespace message_test
}  // namespace uketsuke::oqs

#include "sim/pki/openssl/openssl_reading.h"

#include <gtest/gtest.h>
#include <openssl/err.h>

#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {
namespace openssl_reading_test {

using TimeHandle = Handle<ASN1_TIME, ASN1_TIME_free>;

std::optional<DateTime> japan(const char* text) {
  const TimeHandle time(ASN1_TIME_new());
  if (ASN1_TIME_set_string(time.get(), text) != 1) return std::nullopt;
  return to_japan(time.get());
}

TEST(ReadX509, ReadsACertificate) {
  const X509Handle certificate = read_x509(TestAuthority::instance().authentication_certificate());
  ASSERT_NE(certificate, nullptr);
  EXPECT_EQ(X509_get_version(certificate.get()), X509_VERSION_3);
}

TEST(ReadX509, RubbishIsNullAndLeavesNoError) {
  ERR_clear_error();
  EXPECT_EQ(read_x509({}), nullptr);
  EXPECT_EQ(read_x509({0x30, 0x82, 0x01}), nullptr);
  EXPECT_EQ(ERR_peek_error(), 0U);
}

// Japan Standard Time is nine hours before UTC all the year.
TEST(ToJapan, IsNineHoursAhead) {
  EXPECT_EQ(format_time(*japan("260217145959Z")), "2026-02-17T23:59:59");
  EXPECT_EQ(format_time(*japan("260217150000Z")), "2026-02-18T00:00:00");
  EXPECT_EQ(format_time(*japan("260701000000Z")), "2026-07-01T09:00:00") << "no summer time";
}

// RFC 5280, 4.1.2.5: two digits below 50 are 20xx, others 19xx; from 2050 on GeneralizedTime.
TEST(ToJapan, KnowsBothFormsOfATime) {
  EXPECT_EQ(format_time(*japan("491231150000Z")), "2050-01-01T00:00:00");
  EXPECT_EQ(format_time(*japan("500101000000Z")), "1950-01-01T09:00:00");
  EXPECT_EQ(format_time(*japan("20991231000000Z")), "2099-12-31T09:00:00");
}

TEST(ToJapan, NoTimeIsNothing) { EXPECT_FALSE(to_japan(nullptr)); }

TEST(ToJapan, AnEmptyTimeIsNothing) {
  const TimeHandle time(ASN1_TIME_new());
  EXPECT_FALSE(to_japan(time.get()));
}

}  // namespace openssl_reading_test
}  // namespace uketsuke::pki

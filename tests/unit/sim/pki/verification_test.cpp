#include "sim/pki/verification.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "sim/pki/openssl/signature.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {

namespace verification_test {

DateTime at(const char* day, int hour = 12, int minute = 0, int second = 0) {
  return DateTime(*parse_date(day)) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
         std::chrono::seconds(second);
}

class TrustStoreTest : public testing::Test {
 protected:
  TrustStoreTest() { store_.trust(authority_.authentication.certificate(*parse_date("2025-10-27"))); }

  CertificateVerdict verify(DateTime when) {
    return store_.verify(authority_.authentication_certificate(), when);
  }

  TestAuthority& authority_ = TestAuthority::instance();
  TrustStore store_;
};

TEST_F(TrustStoreTest, CertificateIsValidOnItsFirstAndItsLastSecond) {
  EXPECT_EQ(verify(at("2025-10-27", 0)), CertificateVerdict::valid);
  EXPECT_EQ(verify(at("2030-02-17", 23, 59, 59)), CertificateVerdict::valid);
}

TEST_F(TrustStoreTest, CertificateIsNotYetValidTheSecondBefore) {
  EXPECT_EQ(verify(at("2025-10-26", 23, 59, 59)), CertificateVerdict::not_yet_valid);
}

TEST_F(TrustStoreTest, CertificateHasExpiredTheSecondAfter) {
  EXPECT_EQ(verify(at("2030-02-18", 0)), CertificateVerdict::expired);
}

TEST_F(TrustStoreTest, CertificateOfAnotherGenerationIsUntrusted) {
  TrustStore older;
  older.trust(authority_.authentication.certificate(*parse_date("2022-06-01")));
  EXPECT_EQ(older.verify(authority_.authentication_certificate(), at("2026-01-01")),
            CertificateVerdict::untrusted);
}

TEST_F(TrustStoreTest, TwoGenerationsOfOneNameCanBeTrustedTogether) {
  TrustStore both;
  both.trust(authority_.authentication.certificate(*parse_date("2022-06-01")));
  both.trust(authority_.authentication.certificate(*parse_date("2025-10-27")));
  EXPECT_EQ(both.verify(authority_.authentication_certificate(), at("2026-01-01")),
            CertificateVerdict::valid);
}

TEST_F(TrustStoreTest, TrustThatComesLaterCounts) {
  TrustStore empty;
  EXPECT_EQ(empty.verify(authority_.authentication_certificate(), at("2026-01-01")),
            CertificateVerdict::untrusted);
  empty.trust(authority_.authentication.certificate(*parse_date("2025-10-27")));
  EXPECT_EQ(empty.verify(authority_.authentication_certificate(), at("2026-01-01")),
            CertificateVerdict::valid);
}

TEST_F(TrustStoreTest, SigningCertificateIsNotOneOfUserAuthentication) {
  const Bytes signing =
      authority_.signing.issue_signing_certificate(TestAuthority::signing_subject(), authority_.holder_key());
  EXPECT_EQ(store_.verify(signing, at("2026-01-01")), CertificateVerdict::untrusted);
}

TEST_F(TrustStoreTest, ChangedCertificateIsUntrustedOrMalformed) {
  const Bytes good = authority_.authentication_certificate();
  for (std::size_t i = 0; i < good.size(); i += 97) {
    Bytes bad = good;
    bad[i] ^= 0x04;
    EXPECT_NE(store_.verify(bad, at("2026-01-01")), CertificateVerdict::valid) << "byte " << i;
  }
}

TEST_F(TrustStoreTest, OtherBytesAreMalformed) {
  EXPECT_EQ(store_.verify({}, at("2026-01-01")), CertificateVerdict::malformed);
  EXPECT_EQ(store_.verify(Bytes(2048, 0xFF), at("2026-01-01")), CertificateVerdict::malformed);
}

TEST_F(TrustStoreTest, FillerBehindACertificateDoesNoHarm) {
  Bytes filled = authority_.authentication_certificate();
  filled.resize(2048, 0xFF);
  EXPECT_EQ(store_.verify(filled, at("2026-01-01")), CertificateVerdict::valid);
}

TEST_F(TrustStoreTest, OnlyACertificateCanBeTrusted) { EXPECT_THROW(store_.trust(Bytes(10)), SystemError); }

TEST(ReadCertificate, TellsSerialNameAndTimes) {
  const auto facts = read_certificate(TestAuthority::instance().authentication_certificate());
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->serial, 0x1A2B3C4DU);
  EXPECT_EQ(facts->common_name, "997794E9AGCIEG13221003A");
  EXPECT_EQ(facts->not_before, at("2025-10-27", 0));
  EXPECT_EQ(facts->not_after, at("2030-02-17", 23, 59, 59));
}

TEST(ReadCertificate, OtherBytesAreNone) { EXPECT_FALSE(read_certificate(Bytes(100, 0x30))); }

class SignatureTest : public testing::Test {
 protected:
  TestAuthority& authority_ = TestAuthority::instance();
  const Bytes data_ = to_bytes("受付");
  const Bytes signature_ = sign_sha256(authority_.holder_key(), data_);
};

TEST_F(SignatureTest, VerifiesUnderTheCertificate) {
  EXPECT_TRUE(verify_signature(authority_.authentication_certificate(), data_, signature_));
}

TEST_F(SignatureTest, VerifiesUnderTheBareKey) {
  EXPECT_TRUE(verify_signature_by_modulus(modulus_of(authority_.holder_key()), data_, signature_));
}

TEST_F(SignatureTest, DoesNotVerifyForOtherDataSignatureOrKey) {
  Bytes other = signature_;
  other[0] ^= 1;
  const Bytes certificate = authority_.authentication_certificate();
  EXPECT_FALSE(verify_signature(certificate, to_bytes("受付。"), signature_));
  EXPECT_FALSE(verify_signature(certificate, data_, other));
  EXPECT_FALSE(verify_signature(certificate, data_, {}));
  EXPECT_FALSE(verify_signature({}, data_, signature_));
  EXPECT_FALSE(
      verify_signature(authority_.authentication.certificate(*parse_date("2025-10-27")), data_, signature_));
  EXPECT_FALSE(verify_signature_by_modulus({}, data_, signature_));
  EXPECT_FALSE(verify_signature_by_modulus(Bytes(256, 0xFF), data_, signature_));
}

/// RFC 5280 §4.2.1.1: the authority's key identifier in both.
TEST(CertificateFacts, NameTheGenerationThatIssued) {
  const auto facts = read_certificate(TestAuthority::instance().authentication_certificate());
  const auto of = [](const char* day) {
    return read_certificate(TestAuthority::instance().authentication.certificate(*parse_date(day)))
        ->subject_key;
  };
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->issuer_key.size(), 20u);
  EXPECT_EQ(facts->issuer_key, of("2025-10-27"));
  EXPECT_NE(facts->issuer_key, of("2022-06-01"));
}

}  // namespace verification_test
}  // namespace uketsuke::pki

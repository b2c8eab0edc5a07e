#include "sim/pki/authority.h"

#include <gtest/gtest.h>

#include <fstream>

#include "sim/pki/openssl/openssl_handles.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {

namespace authority_test {

// The profile of docs/card-facts.md §6. The openssl program checks the extensions:
// tests/integration/pki_test.py.

X509Handle parse(const Bytes& der) {
  const unsigned char* at = der.data();
  return X509Handle(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
}

std::string text(const ASN1_TIME* time) {
  const Handle<BIO, BIO_free> memory(BIO_new(BIO_s_mem()));
  ASN1_TIME_print(memory.get(), time);
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return std::string(data, static_cast<std::size_t>(size));
}

std::string text(const X509_NAME* name) {
  const Handle<BIO, BIO_free> memory(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_RFC2253 & ~XN_FLAG_DN_REV);
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return std::string(data, static_cast<std::size_t>(size));
}

TEST(Authority, CertificateEndsAt23h59m59InJapan) {
  const X509Handle certificate = parse(TestAuthority::instance().authentication_certificate());
  EXPECT_EQ(text(X509_get0_notBefore(certificate.get())), "Oct 26 15:00:00 2025 GMT");
  EXPECT_EQ(text(X509_get0_notAfter(certificate.get())), "Feb 17 14:59:59 2030 GMT");
}

TEST(Authority, AuthorityLivesTenYearsFromTheGenerationsFirstDay) {
  const X509Handle certificate =
      parse(TestAuthority::instance().authentication.certificate(*parse_date("2025-10-27")));
  EXPECT_EQ(text(X509_get0_notBefore(certificate.get())), "Dec 31 15:00:00 2022 GMT");
  EXPECT_EQ(text(X509_get0_notAfter(certificate.get())), "Dec 31 14:59:59 2032 GMT");
}

TEST(Authority, GenerationChangesEveryFourYears) {
  Authority& authority = TestAuthority::instance().authentication;
  EXPECT_EQ(authority.certificate(*parse_date("2023-01-01")),
            authority.certificate(*parse_date("2026-12-31")));
  EXPECT_NE(authority.certificate(*parse_date("2022-12-31")),
            authority.certificate(*parse_date("2023-01-01")));
}

TEST(Authority, SubjectIsACountryAndACode) {
  const X509Handle certificate = parse(TestAuthority::instance().authentication_certificate());
  EXPECT_EQ(text(X509_get_subject_name(certificate.get())), "C=JP,CN=997794E9AGCIEG13221003A");
}

TEST(Authority, NobodyCanTakeItForTheRealOne) {
  const X509Handle certificate = parse(TestAuthority::instance().authentication_certificate());
  const std::string issuer = text(X509_get_issuer_name(certificate.get()));
  EXPECT_NE(issuer.find("O=Uketsuke Test JPKI,OU=JPKI for user authentication"), std::string::npos) << issuer;
}

TEST(Authority, CertificatesBeginAsOpenScNeedsThem) {
  // trap 16: `30 82 hi lo`, and the size computed from exactly these bytes
  TestAuthority& authority = TestAuthority::instance();
  for (const Bytes& der : {authority.authentication_certificate(),
                           authority.authentication.certificate(*parse_date("2025-10-27")),
                           authority.signing.issue_signing_certificate(TestAuthority::signing_subject(),
                                                                       authority.holder_key())}) {
    ASSERT_GT(der.size(), 256U);
    EXPECT_EQ(der[0], 0x30);
    EXPECT_EQ(der[1], 0x82);
    EXPECT_EQ(static_cast<std::size_t>(der[2] << 8 | der[3]) + 4, der.size());
  }
}

TEST(Authority, SameInputsMakeTheSameCertificateWithoutTheCache) {
  TestAuthority& first = TestAuthority::instance();
  const TemporaryFolder elsewhere;
  const ArtefactCache cache(elsewhere.path());
  Authority second(first.keys, cache, Purpose::user_authentication);
  EXPECT_EQ(second.issue_authentication_certificate(TestAuthority::subject(), first.holder_key()),
            first.authentication_certificate());
}

TEST(Authority, AnotherLastDayMakesAnotherCertificate) {
  TestAuthority& authority = TestAuthority::instance();
  AuthenticationSubject shorter = TestAuthority::subject();
  shorter.not_after = *parse_date("2025-11-30");
  EXPECT_NE(authority.authentication.issue_authentication_certificate(shorter, authority.holder_key()),
            authority.authentication_certificate());
}

TEST(Authority, RefusesToEndBeforeItBegins) {
  TestAuthority& authority = TestAuthority::instance();
  AuthenticationSubject subject = TestAuthority::subject();
  subject.not_after = *parse_date("2025-10-26");
  EXPECT_THROW(authority.authentication.issue_authentication_certificate(subject, authority.holder_key()),
               std::invalid_argument);
}

TEST(Authority, IssuesOnlyItsOwnKind) {
  TestAuthority& authority = TestAuthority::instance();
  EXPECT_THROW(
      authority.signing.issue_authentication_certificate(TestAuthority::subject(), authority.holder_key()),
      std::invalid_argument);
  EXPECT_THROW(authority.authentication.issue_signing_certificate(TestAuthority::signing_subject(),
                                                                  authority.holder_key()),
               std::invalid_argument);
}

/// Writes the input that tests/integration/pki_test.py gives to the openssl program. Without the folder, it
/// only issues the certificates.
TEST(Authority, WritesCertificatesForTheOpensslProgram) {
  TestAuthority& authority = TestAuthority::instance();
  const Date day = TestAuthority::subject().not_before;
  const std::pair<const char*, Bytes> files[] = {
      {"authentication-ca.der", authority.authentication.certificate(day)},
      {"signing-ca.der", authority.signing.certificate(day)},
      {"authentication.der", authority.authentication_certificate()},
      {"signing.der",
       authority.signing.issue_signing_certificate(TestAuthority::signing_subject(), authority.holder_key())},
  };
  const char* folder = std::getenv("UKETSUKE_PKI_OUT");
  for (const auto& [name, der] : files) {
    ASSERT_NE(parse(der), nullptr) << name;
    if (folder == nullptr) continue;
    std::ofstream out(std::filesystem::path(folder) / name, std::ios::binary);
    ASSERT_TRUE(
        out.write(reinterpret_cast<const char*>(der.data()), static_cast<std::streamsize>(der.size())));
  }
}

}  // namespace authority_test
}  // namespace uketsuke::pki

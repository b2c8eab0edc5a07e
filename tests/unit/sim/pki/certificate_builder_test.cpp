#include "sim/pki/certificate_builder.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "sim/pki/openssl/openssl_reading.h"
#include "sim/pki/openssl/signature.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {
namespace certificate_builder_test {

using ::testing::HasSubstr;

EVP_PKEY& issuer_key() { return *TestAuthority::instance().keys.rsa_2048("issuer"); }
EVP_PKEY& subject_key() { return TestAuthority::instance().holder_key(); }

const DistinguishedName kIssuer = {{"C", "JP"}, {"O", "Test"}, {"OU", "Issuer"}};
const DistinguishedName kSubject = {{"C", "JP"}, {"CN", "佐藤"}};

CertificateBuilder builder(std::uint32_t serial = 0x12345678) {
  CertificateBuilder built(serial, kIssuer, kSubject, subject_key());
  built.validity(*parse_date("2024-02-29"), *parse_date("2028-02-29"));
  return built;
}

X509Handle signed_by_issuer(CertificateBuilder& built) { return read_x509(built.sign(issuer_key())); }

/// An extension as OpenSSL prints it; whether it is critical stands before.
std::string extension(const X509* certificate, int nid) {
  const int at = X509_get_ext_by_NID(certificate, nid, -1);
  if (at < 0) return "none";
  X509_EXTENSION* found = X509_get_ext(certificate, at);
  const Handle<BIO, BIO_free> memory(BIO_new(BIO_s_mem()));
  X509V3_EXT_print(memory.get(), found, 0, 0);
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return (X509_EXTENSION_get_critical(found) == 1 ? "critical " : "") +
         std::string(text, static_cast<std::size_t>(size));
}

std::string name_text(const X509_NAME* name) {
  const Handle<BIO, BIO_free> memory(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(memory.get(), name, 0, (XN_FLAG_RFC2253 & ~XN_FLAG_DN_REV) & ~ASN1_STRFLGS_ESC_MSB);
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

TEST(CertificateBuilder, MakesAVersion3CertificateOfSerialAndNames) {
  CertificateBuilder built = builder();
  const X509Handle certificate = signed_by_issuer(built);
  ASSERT_NE(certificate, nullptr);
  EXPECT_EQ(X509_get_version(certificate.get()), 2);  // RFC 5280: 2 is v3
  EXPECT_EQ(ASN1_INTEGER_get(X509_get0_serialNumber(certificate.get())), 0x12345678);
  EXPECT_EQ(name_text(X509_get_issuer_name(certificate.get())), "C=JP,O=Test,OU=Issuer");
  EXPECT_EQ(name_text(X509_get_subject_name(certificate.get())), "C=JP,CN=佐藤");
}

TEST(CertificateBuilder, AHighSerialStaysPositive) {
  CertificateBuilder built = builder(0xFFFFFFFFU);
  const X509Handle certificate = signed_by_issuer(built);
  EXPECT_EQ(ASN1_INTEGER_get(X509_get0_serialNumber(certificate.get())), 4294967295L);
}

TEST(CertificateBuilder, IsSignedWithSha256AndRsaByTheIssuer) {
  CertificateBuilder built = builder();
  const X509Handle certificate = signed_by_issuer(built);
  EXPECT_EQ(X509_get_signature_nid(certificate.get()), NID_sha256WithRSAEncryption);
  EXPECT_EQ(X509_verify(certificate.get(), &issuer_key()), 1);
  EXPECT_NE(X509_verify(certificate.get(), &subject_key()), 1);
}

TEST(CertificateBuilder, IsValidFromMidnightToTheLastSecondInJapan) {
  CertificateBuilder built = builder();
  const X509Handle certificate = signed_by_issuer(built);
  EXPECT_EQ(format_time(*to_japan(X509_get0_notBefore(certificate.get()))), "2024-02-29T00:00:00");
  EXPECT_EQ(format_time(*to_japan(X509_get0_notAfter(certificate.get()))), "2028-02-29T23:59:59");
}

TEST(CertificateBuilder, WithoutMoreItHasNoExtensions) {
  CertificateBuilder built = builder();
  EXPECT_EQ(X509_get_ext_count(signed_by_issuer(built).get()), 0);
}

TEST(CertificateBuilder, KeyUsageIsCritical) {
  CertificateBuilder built = builder();
  built.key_usage("digitalSignature,nonRepudiation");
  EXPECT_EQ(extension(signed_by_issuer(built).get(), NID_key_usage),
            "critical Digital Signature, Non Repudiation");
}

TEST(CertificateBuilder, AnAuthorityIsMarkedAsOne) {
  CertificateBuilder built = builder();
  built.certificate_authority();
  EXPECT_EQ(extension(signed_by_issuer(built).get(), NID_basic_constraints), "critical CA:TRUE");
}

TEST(CertificateBuilder, APolicyNamesItsStatement) {
  CertificateBuilder built = builder();
  built.policy("1.2.392.200149.8.5.1.3.30", "http://example.invalid/cps");
  const std::string text = extension(signed_by_issuer(built).get(), NID_certificate_policies);
  EXPECT_THAT(text, HasSubstr("critical Policy: 1.2.392.200149.8.5.1.3.30"));
  EXPECT_THAT(text, HasSubstr("CPS: http://example.invalid/cps"));
}

TEST(CertificateBuilder, AlternativeNamesAreDirectoryNames) {
  CertificateBuilder built = builder();
  built.alternative_name({{"C", "JP"}, {"O", "別名"}}, true);
  built.alternative_name({{"C", "JP"}, {"L", "Shiken-shi"}}, false);
  const X509Handle certificate = signed_by_issuer(built);
  EXPECT_THAT(extension(certificate.get(), NID_issuer_alt_name), HasSubstr("DirName:"));
  EXPECT_THAT(extension(certificate.get(), NID_subject_alt_name), HasSubstr("Shiken-shi"));
}

TEST(CertificateBuilder, AlternativeTextsComeBackInTheirOrder) {
  CertificateBuilder built = builder();
  built.alternative_texts({{"1.2.392.200149.8.5.5.1", "佐藤　花子"}, {"1.2.392.200149.8.5.5.4", "2"}});
  const X509Handle certificate = signed_by_issuer(built);
  const Handle<GENERAL_NAMES, GENERAL_NAMES_free> names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
  ASSERT_NE(names, nullptr);
  ASSERT_EQ(sk_GENERAL_NAME_num(names.get()), 2);
  const ASN1_TYPE* first = sk_GENERAL_NAME_value(names.get(), 0)->d.otherName->value;
  EXPECT_EQ(first->type, V_ASN1_UTF8STRING);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(first->value.utf8string->data),
                        static_cast<std::size_t>(first->value.utf8string->length)),
            "佐藤　花子");
}

TEST(CertificateBuilder, ARevocationListHasADirectoryName) {
  CertificateBuilder built = builder();
  built.revocation_list({{"C", "JP"}, {"CN", "CRL-7"}});
  EXPECT_THAT(extension(signed_by_issuer(built).get(), NID_crl_distribution_points), HasSubstr("CRL-7"));
}

// RFC 5280, 4.2.1.2 (1): SHA-1 of the BIT STRING's value; OpenSSL computes it as X509_pubkey_digest.
TEST(CertificateBuilder, KeyIdentifiersAreSha1OfTheKeys) {
  CertificateBuilder built = builder();
  built.subject_key_id();
  built.authority_key_id(issuer_key());
  const X509Handle certificate = signed_by_issuer(built);
  unsigned char expected[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  ASSERT_EQ(X509_pubkey_digest(certificate.get(), EVP_sha1(), expected, &size), 1);
  const ASN1_OCTET_STRING* id = X509_get0_subject_key_id(certificate.get());
  ASSERT_NE(id, nullptr);
  EXPECT_EQ(Bytes(id->data, id->data + id->length), Bytes(expected, expected + size));
  CertificateBuilder issuer(1, kIssuer, kIssuer, issuer_key());
  issuer.validity(*parse_date("2024-01-01"), *parse_date("2034-01-01"));
  issuer.subject_key_id();
  const X509Handle parent = signed_by_issuer(issuer);
  EXPECT_EQ(X509_check_issued(parent.get(), certificate.get()), X509_V_OK);
}

TEST(CertificateBuilder, ANameOfAnUnknownTypeIsAnError) {
  try {
    CertificateBuilder(1, {{"NoSuchType", "x"}}, kSubject, subject_key());
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_THAT(error.what(), HasSubstr("cannot build a name: "));
  }
}

TEST(CertificateBuilder, AWordThatIsNoKeyUsageIsAnError) {
  CertificateBuilder built = builder();
  EXPECT_THROW(built.key_usage("sometimes"), SystemError);
}

}  // namespace certificate_builder_test
}  // namespace uketsuke::pki

#include "sim/personalisation/certificates/cv_certificate.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include "base/handle.h"
#include "tests/unit/sim/personalisation/file_objects.h"

namespace uketsuke::personalisation {
namespace cv_certificate_test {

EVP_PKEY& root() { return *TestFactory::instance().keys.rsa_2048("cv-test-root"); }

bool verifies(EVP_PKEY& key, const Bytes& data, const Bytes& signature) {
  const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
  return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, &key) == 1 &&
         EVP_DigestVerify(context.get(), signature.data(), signature.size(), data.data(), data.size()) == 1;
}

const Bytes kIssuer = cv_key_id("7600001", "001", 1);
const Bytes kSubject = cv_key_id("7600002", "001", 2);
const Bytes kModulus(256, 0xC7);

Bytes certificate() { return cv_certificate(kIssuer, kSubject, kModulus, root()); }

TEST(CvKeyId, IsSevenDigitsAConstantThreeDigitsAndANumber) {
  EXPECT_EQ(to_hex(cv_key_id("7600001", "001", 0x01020304)),
            "37363030303031"
            "0805"
            "303031"
            "01020304");
  EXPECT_EQ(kIssuer.size(), 16U);
}

// docs/card-facts.md: EF 0004 has 568 bytes with RSA-2048.
TEST(CvCertificate, Has568Bytes) { EXPECT_EQ(certificate().size(), 568U); }

TEST(CvCertificate, IsATemplateOfBodyAndSignature) {
  const auto outer = objects(certificate());
  ASSERT_EQ(outer.size(), 1U);
  const auto inner = objects(outer.at(0x7F21).value);
  EXPECT_EQ(inner.size(), 2U);
  EXPECT_EQ(inner.at(0x5F37).value.size(), 256U);
}

TEST(CvCertificate, ItsBodyNamesIssuerThenSubjectThenKey) {
  const Bytes body = objects(objects(certificate()).at(0x7F21).value).at(0x5F4E).value;
  EXPECT_EQ(Bytes(body.begin(), body.begin() + 16), kIssuer);
  EXPECT_EQ(Bytes(body.begin() + 16, body.begin() + 32), kSubject);
  const auto key = objects(Bytes(body.begin() + 32, body.end()));
  EXPECT_EQ(to_hex(key.at(0x90).value), "010001");
  EXPECT_EQ(key.at(0x91).value, kModulus);
}

TEST(CvCertificate, TheSignatureCoversTheBodysValue) {
  const auto inner = objects(objects(certificate()).at(0x7F21).value);
  Bytes body = inner.at(0x5F4E).value;
  EXPECT_TRUE(verifies(root(), body, inner.at(0x5F37).value));
  body.back() ^= 1U;
  EXPECT_FALSE(verifies(root(), body, inner.at(0x5F37).value));
}

}  // namespace cv_certificate_test
}  // namespace uketsuke::personalisation

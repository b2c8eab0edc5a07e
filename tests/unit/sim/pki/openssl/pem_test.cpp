#include "sim/pki/openssl/pem.h"

#include <gmock/gmock.h>
#include <openssl/pem.h>

#include <algorithm>

#include "base/error.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {
namespace pem_test {

using ::testing::EndsWith;
using ::testing::StartsWith;

/// Base 64 without line feeds, by OpenSSL's block encoder.
std::string base_64(const Bytes& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

// RFC 7468: a line before, a line behind, base 64 in lines of 64 characters between.
TEST(CertificatePem, IsBase64BetweenItsTwoLines) {
  const Bytes der = TestAuthority::instance().authentication_certificate();
  std::string expected = "-----BEGIN CERTIFICATE-----\n";
  const std::string all = base_64(der);
  for (std::size_t at = 0; at < all.size(); at += 64) expected += all.substr(at, 64) + "\n";
  EXPECT_EQ(certificate_pem(der), expected + "-----END CERTIFICATE-----\n");
}

TEST(CertificatePem, TwoInARowAreAFileOfTwo) {
  const Bytes der = TestAuthority::instance().authentication_certificate();
  const std::string both = certificate_pem(der) + certificate_pem(der);
  const Handle<BIO, BIO_free> memory(BIO_new_mem_buf(both.data(), static_cast<int>(both.size())));
  for (int i = 0; i < 2; ++i)
    EXPECT_NE(X509Handle(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)), nullptr);
  EXPECT_EQ(X509Handle(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)), nullptr);
}

TEST(CertificatePem, RubbishIsAnErrorThatSaysWhatWasTried) {
  try {
    certificate_pem({1, 2, 3});
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_THAT(error.what(), StartsWith("cannot read a certificate: "));
  }
}

}  // namespace pem_test
}  // namespace uketsuke::pki

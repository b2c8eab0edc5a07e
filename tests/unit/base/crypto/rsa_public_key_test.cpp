#include "base/crypto/rsa_public_key.h"

#include <gmock/gmock.h>
#include <openssl/bn.h>
#include <openssl/err.h>

#include "base/bytes.h"

namespace uketsuke {
namespace rsa_public_key_test {

using ::testing::ElementsAre;

TEST(RsaPublicKey, TheUsualExponentIs65537) {
  EXPECT_THAT(usual_rsa_exponent(), ElementsAre(0x01, 0x00, 0x01));
}

// The textbook key: p = 61, q = 53, n = 3233 = 0x0CA1, e = 17.
TEST(RsaPublicKey, TakesItsNumbersBigEndian) {
  const Bytes modulus{0x0C, 0xA1};
  const PublicKey key = rsa_public_key(modulus.data(), modulus.size(), {17});
  ASSERT_NE(key, nullptr);
  BIGNUM* n = nullptr;
  BIGNUM* e = nullptr;
  ASSERT_EQ(EVP_PKEY_get_bn_param(key.get(), "n", &n), 1);
  ASSERT_EQ(EVP_PKEY_get_bn_param(key.get(), "e", &e), 1);
  EXPECT_EQ(BN_get_word(n), 3233U);
  EXPECT_EQ(BN_get_word(e), 17U);
  BN_free(n);
  BN_free(e);
}

TEST(RsaPublicKey, IsAnRsaKeyOfItsModulusSize) {
  for (const std::size_t bytes : {std::size_t{128}, std::size_t{256}, std::size_t{384}}) {
    Bytes modulus(bytes, 0xFF);
    const PublicKey key = rsa_public_key(modulus.data(), modulus.size());
    ASSERT_NE(key, nullptr);
    EXPECT_EQ(EVP_PKEY_get_base_id(key.get()), EVP_PKEY_RSA);
    EXPECT_EQ(EVP_PKEY_get_bits(key.get()), static_cast<int>(8 * bytes));
  }
}

TEST(RsaPublicKey, LeadingZerosOfTheModulusDoNotCount) {
  Bytes modulus(129, 0xC5);
  modulus[0] = 0x00;
  const PublicKey key = rsa_public_key(modulus.data(), modulus.size());
  ASSERT_NE(key, nullptr);
  EXPECT_EQ(EVP_PKEY_get_bits(key.get()), 1024);
}

TEST(RsaPublicKey, WithoutAnExponentItHasTheUsualOne) {
  const Bytes modulus(128, 0xC5);
  const PublicKey key = rsa_public_key(modulus.data(), modulus.size());
  ASSERT_NE(key, nullptr);
  BIGNUM* e = nullptr;
  ASSERT_EQ(EVP_PKEY_get_bn_param(key.get(), "e", &e), 1);
  EXPECT_EQ(BN_get_word(e), 65537U);
  BN_free(e);
}

TEST(RsaPublicKey, LeavesNoErrorBehindInOpenSsl) {
  ERR_clear_error();
  const Bytes modulus(128, 0xC5);
  rsa_public_key(modulus.data(), modulus.size());
  rsa_public_key(modulus.data(), 0);
  EXPECT_EQ(ERR_peek_error(), 0U);
}

}  // namespace rsa_public_key_test
}  // namespace uketsuke

#include "sim/virtual_reader/sealed_secret.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "base/error.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::virtual_reader {

namespace sealed_secret_test {

const record::Secret kSecret("ABC123XYZ");

TEST(SealedSecret, OpensWithItsKey) {
  EXPECT_EQ(unseal(seal(kSecret, *chip::test_key()), *chip::test_key()), kSecret);
}

TEST(SealedSecret, DoesNotContainTheSecretAndIsNeverTheSame) {
  const Bytes first = seal(kSecret, *chip::test_key());
  EXPECT_EQ(std::string(first.begin(), first.end()).find(kSecret.reveal()), std::string::npos);
  EXPECT_NE(first, seal(kSecret, *chip::test_key()));
}

TEST(SealedSecret, DoesNotOpenWithAnotherKey) {
  const std::shared_ptr<EVP_PKEY> other(EVP_RSA_gen(2048), EVP_PKEY_free);
  EXPECT_THROW(unseal(seal(kSecret, *other), *chip::test_key()), SystemError);
}

TEST(SealedSecret, DamagedBytesDoNotOpen) {
  Bytes sealed = seal(kSecret, *chip::test_key());
  sealed[100] ^= 1;
  EXPECT_THROW(unseal(sealed, *chip::test_key()), SystemError);
  EXPECT_THROW(unseal({}, *chip::test_key()), SystemError);
}

}  // namespace sealed_secret_test

}  // namespace uketsuke::virtual_reader

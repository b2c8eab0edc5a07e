#include "sim/chip/rsa_contexts.h"

#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>
#include <vector>

namespace uketsuke::chip {
namespace rsa_contexts_test {

using KeyPointer = std::shared_ptr<EVP_PKEY>;

KeyPointer rsa_key() { return {EVP_RSA_gen(1024), EVP_PKEY_free}; }

/// With a key of 1,024 bits: 128 bytes.
std::vector<unsigned char> signature_of(EVP_PKEY_CTX* context, const std::vector<unsigned char>& data) {
  std::vector<unsigned char> signature(512);
  std::size_t size = signature.size();
  EXPECT_EQ(EVP_PKEY_sign(context, signature.data(), &size, data.data(), data.size()), 1);
  signature.resize(size);
  return signature;
}

TEST(RsaContexts, AreMadeOnceAScheme) {
  const KeyPointer key = rsa_key();
  RsaContexts contexts;
  EVP_PKEY_CTX* const bare = contexts.of(key.get(), 0);
  ASSERT_NE(bare, nullptr);
  EXPECT_EQ(contexts.of(key.get(), 0), bare);
  EXPECT_NE(contexts.of(key.get(), 2), bare);
  EXPECT_EQ(contexts.of(key.get(), 0), bare);
}

TEST(RsaContexts, SignTheSameAgain) {
  const KeyPointer key = rsa_key();
  RsaContexts contexts;
  const auto first = signature_of(contexts.of(key.get(), 0), {1, 2, 3});
  EXPECT_NE(signature_of(contexts.of(key.get(), 0), {4}), first);
  EXPECT_EQ(signature_of(contexts.of(key.get(), 0), {1, 2, 3}), first);
}

TEST(RsaContexts, AreThoseOfTheKeyThatIsGiven) {
  const KeyPointer key = rsa_key(), other = rsa_key();
  RsaContexts contexts;
  const auto by_key = signature_of(contexts.of(key.get(), 0), {1});
  EXPECT_NE(signature_of(contexts.of(other.get(), 0), {1}), by_key);
  EXPECT_EQ(signature_of(contexts.of(key.get(), 0), {1}), by_key);
}

TEST(RsaContexts, KeepTheirKey) {
  RsaContexts contexts;
  EVP_PKEY_CTX* context = nullptr;
  {
    const KeyPointer key = rsa_key();
    context = contexts.of(key.get(), 0);
  }
  EXPECT_EQ(signature_of(context, {1}).size(), 128U);
}

TEST(RsaContexts, AreNoneForAKeyOfAnotherKind) {
  const KeyPointer key(EVP_EC_gen("P-384"), EVP_PKEY_free);
  RsaContexts contexts;
  EXPECT_EQ(contexts.of(key.get(), 0), nullptr);
  EXPECT_EQ(contexts.of(nullptr, 0), nullptr);
}

}  // namespace rsa_contexts_test
}  // namespace uketsuke::chip

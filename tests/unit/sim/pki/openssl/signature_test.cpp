#include "sim/pki/openssl/signature.h"

#include <gtest/gtest.h>
#include <openssl/rsa.h>

#include "base/error.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {
namespace signature_test {

/// What the public key makes of a signature, padding and all.
Bytes opened(EVP_PKEY& key, const Bytes& signature) {
  const PkeyContext context(EVP_PKEY_CTX_new(&key, nullptr));
  EVP_PKEY_encrypt_init(context.get());
  EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING);
  Bytes block(256);
  std::size_t size = block.size();
  EXPECT_EQ(EVP_PKEY_encrypt(context.get(), block.data(), &size, signature.data(), signature.size()), 1);
  return block;
}

/// 00 01 FF … FF 00 content: RFC 8017, 9.2, type 1.
Bytes type_1(const Bytes& content) {
  Bytes block(256 - content.size(), 0xFF);
  block[0] = 0x00;
  block[1] = 0x01;
  block.back() = 0x00;
  block.insert(block.end(), content.begin(), content.end());
  return block;
}

// FIPS 180-4's examples: "abc" and the empty message.
TEST(Sha256, IsThatOfTheStandardsExamples) {
  EXPECT_EQ(to_hex(sha256(to_bytes("abc"))),
            "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
  EXPECT_EQ(to_hex(sha256({})), "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855");
}

// RFC 8017, 9.2 note 1: DigestInfo of SHA-256 begins with these 19 bytes.
TEST(SignSha256, IsPkcs1WithTheDigestInfoOfSha256) {
  EVP_PKEY& key = TestAuthority::instance().holder_key();
  const Bytes signature = sign_sha256(key, to_bytes("abc"));
  ASSERT_EQ(signature.size(), 256U);
  EXPECT_EQ(to_hex(opened(key, signature)),
            to_hex(type_1(from_hex("3031300D060960864801650304020105000420"
                                   "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"))));
}

TEST(SignPadded, PutsType1PaddingAroundUnchangedBytes) {
  EVP_PKEY& key = TestAuthority::instance().holder_key();
  const Bytes block = from_hex("0102030405");
  EXPECT_EQ(to_hex(opened(key, sign_padded(key, block))), to_hex(type_1(block)));
}

TEST(SignPadded, IsTheSameEveryTime) {
  EVP_PKEY& key = TestAuthority::instance().holder_key();
  EXPECT_EQ(sign_padded(key, {1, 2, 3}), sign_padded(key, {1, 2, 3}));
  EXPECT_NE(sign_padded(key, {1, 2, 3}), sign_padded(key, {1, 2, 4}));
}

// RFC 8017, 9.2: at least eight bytes FF and three of framing: 245 bytes fit into 256.
TEST(SignPadded, TakesNoMoreThanThePaddingLeaves) {
  EVP_PKEY& key = TestAuthority::instance().holder_key();
  EXPECT_EQ(sign_padded(key, Bytes(245, 7)).size(), 256U);
  EXPECT_THROW(sign_padded(key, Bytes(246, 7)), SystemError);
}

}  // namespace signature_test
}  // namespace uketsuke::pki

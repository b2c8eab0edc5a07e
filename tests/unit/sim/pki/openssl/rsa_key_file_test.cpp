#include "sim/pki/openssl/rsa_key_file.h"

#include <gtest/gtest.h>

#include "sim/pki/openssl/signature.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {
namespace rsa_key_file_test {

const Bytes& der() {
  static const Bytes bytes = to_pkcs1(TestAuthority::instance().holder_key());
  return bytes;
}

// RFC 8017, A.1.2: SEQUENCE { INTEGER 0, n, e, d, p, q, dP, dQ, qInv }; n of 2048 bits is 257 bytes with its
// leading zero.
TEST(RsaKeyFile, IsTheSequenceOfPkcs1) {
  EXPECT_EQ(der()[0], 0x30);
  EXPECT_EQ(to_hex(Bytes(der().begin() + 4, der().begin() + 12)), "0201000282010100");
}

TEST(RsaKeyFile, ComesBackAsTheSameKey) {
  const PkeyHandle key = from_pkcs1(der());
  ASSERT_NE(key, nullptr);
  EXPECT_EQ(EVP_PKEY_eq(key.get(), &TestAuthority::instance().holder_key()), 1);
  EXPECT_EQ(sign_sha256(*key, {1, 2}), sign_sha256(TestAuthority::instance().holder_key(), {1, 2}));
  EXPECT_EQ(to_pkcs1(*key), der());
}

TEST(RsaKeyFile, OpenSslsOwnDecoderReadsIt) {
  const unsigned char* at = der().data();
  const PkeyHandle key(d2i_PrivateKey(EVP_PKEY_RSA, nullptr, &at, static_cast<long>(der().size())));
  ASSERT_NE(key, nullptr);
  EXPECT_EQ(EVP_PKEY_eq(key.get(), from_pkcs1(der()).get()), 1);
}

TEST(RsaKeyFile, CutAnywhereItIsNoKey) {
  for (std::size_t size = 0; size < der().size(); size += size < 40 ? 1 : 37)
    EXPECT_EQ(from_pkcs1(Bytes(der().begin(), der().begin() + static_cast<long>(size))), nullptr) << size;
  EXPECT_EQ(from_pkcs1(Bytes(der().begin(), der().end() - 1)), nullptr);
}

TEST(RsaKeyFile, NothingMayFollow) {
  Bytes longer = der();
  longer.push_back(0);
  EXPECT_EQ(from_pkcs1(longer), nullptr);
}

// A disk that flips one bit must not give a key that signs wrongly; every 29th byte stands for all of them.
TEST(RsaKeyFile, OneWrongBitAnywhereIsNoticed) {
  for (std::size_t at = 0; at < der().size(); at += 29) {
    Bytes wrong = der();
    wrong[at] ^= 0x04U;
    EXPECT_EQ(from_pkcs1(wrong), nullptr) << "byte " << at;
  }
}

TEST(RsaKeyFile, RubbishIsNoKey) {
  for (const char* hex :
       {"", "30", "3000", "30FF", "3080020100", "0203010203", "3084FFFFFFFF", "308200030201"})
    EXPECT_EQ(from_pkcs1(from_hex(hex)), nullptr) << hex;
}

// PKCS#1 version 1 has more than two primes.
TEST(RsaKeyFile, AnotherVersionIsNotRead) {
  Bytes multi = der();
  multi[6] = 0x01;
  EXPECT_EQ(from_pkcs1(multi), nullptr);
}

}  // namespace rsa_key_file_test
}  // namespace uketsuke::pki

#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include "sim/chip/commands/sign.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {
namespace sign_ec_test {

constexpr Duration kPerSignature = std::chrono::milliseconds(90);
constexpr Duration kPerByte = std::chrono::microseconds(3);
const Bytes kMessage = to_bytes("受付");

// The key pair for P-384 of RFC 6979, A.2.6: private key x and public key U = xG.
constexpr std::string_view kPrivate =
    "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D8"
    "96D5724E4C70A825F872C9EA60D2EDF5";
constexpr std::string_view kPublic =
    "04"
    "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64"
    "DEF8F0EA9055866064A254515480BC13"
    "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1"
    "288B231C3AE0D4FE7344FD2533264720";

std::shared_ptr<EVP_PKEY> rfc_key(bool with_private) {
  OSSL_PARAM_BLD* build = OSSL_PARAM_BLD_new();
  const Bytes point = from_hex(kPublic);
  const Bytes number = from_hex(kPrivate);
  BIGNUM* scalar = BN_bin2bn(number.data(), static_cast<int>(number.size()), nullptr);
  OSSL_PARAM_BLD_push_utf8_string(build, OSSL_PKEY_PARAM_GROUP_NAME, "P-384", 0);
  OSSL_PARAM_BLD_push_octet_string(build, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  if (with_private) OSSL_PARAM_BLD_push_BN(build, OSSL_PKEY_PARAM_PRIV_KEY, scalar);
  OSSL_PARAM* params = OSSL_PARAM_BLD_to_param(build);
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
  EVP_PKEY* key = nullptr;
  EVP_PKEY_fromdata_init(context);
  EVP_PKEY_fromdata(context, &key, with_private ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, params);
  EVP_PKEY_CTX_free(context);
  OSSL_PARAM_free(params);
  BN_free(scalar);
  OSSL_PARAM_BLD_free(build);
  return {key, EVP_PKEY_free};
}

struct Signed {
  StatusWord status = 0;
  Answer answer;
};

Signed sign(std::uint8_t p1, const Bytes& input, const std::shared_ptr<EVP_PKEY>& with = rfc_key(true)) {
  ChipTiming timing;
  timing.ec_p384 = kPerSignature;
  timing.hash_per_byte = kPerByte;
  Chip chip(standard_image(), timing);
  const Command command{};
  Key key;
  key.key = with;
  Signed result;
  const Execution execution{chip, command, result.answer};
  result.status = sign_ec(execution, key, p1, input);
  return result;
}

Bytes digest(const EVP_MD* kind, const Bytes& message) {
  Bytes hash(static_cast<std::size_t>(EVP_MD_get_size(kind)));
  EVP_Digest(message.data(), message.size(), hash.data(), nullptr, kind, nullptr);
  return hash;
}

/// Whether r and s, 48 bytes each, are the signature of this hash under the public key of the RFC.
bool signs(const Bytes& plain, const Bytes& hash) {
  if (plain.size() != 96) return false;
  ECDSA_SIG* signature = ECDSA_SIG_new();
  ECDSA_SIG_set0(signature, BN_bin2bn(plain.data(), 48, nullptr), BN_bin2bn(plain.data() + 48, 48, nullptr));
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(signature, &der);
  const auto key = rfc_key(false);
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(key.get(), nullptr);
  EVP_PKEY_verify_init(context);
  const int good = EVP_PKEY_verify(context, der, static_cast<std::size_t>(size), hash.data(), hash.size());
  EVP_PKEY_CTX_free(context);
  OPENSSL_free(der);
  ECDSA_SIG_free(signature);
  return good == 1;
}

TEST(SignEc, SignatureOfAHashVerifiesUnderThePublicKey) {
  const Bytes hash = digest(EVP_sha384(), kMessage);
  EXPECT_TRUE(signs(sign(0x02, hash).answer.bytes, hash));
}

TEST(SignEc, CardHashesWithSha384) {
  EXPECT_TRUE(signs(sign(0x03, kMessage).answer.bytes, digest(EVP_sha384(), kMessage)));
}

TEST(SignEc, SignatureOfOneHashIsNotThatOfAnother) {
  const Bytes signature = sign(0x02, digest(EVP_sha384(), kMessage)).answer.bytes;
  EXPECT_FALSE(signs(signature, digest(EVP_sha384(), to_bytes("退出"))));
}

// One r or s in 256 begins with a zero byte, which DER leaves out: 500 signatures have about four of them.
TEST(SignEc, EverySignatureHas96BytesHoweverSmallItsNumbers) {
  const auto key = rfc_key(true);
  const Bytes hash(48, 0x5A);
  for (int i = 0; i < 500; ++i) ASSERT_EQ(sign(0x02, hash, key).answer.bytes.size(), 96U);
}

class WrongLength : public ::testing::TestWithParam<std::size_t> {};

TEST_P(WrongLength, OfAHashIsRefusedWithoutData) {
  const Signed result = sign(0x02, Bytes(GetParam(), 1));
  EXPECT_EQ(result.status, 0x6985);
  EXPECT_TRUE(result.answer.bytes.empty());
}

INSTANTIATE_TEST_SUITE_P(Hashes, WrongLength, ::testing::Values(0U, 32U, 47U, 49U, 64U));

TEST(SignEc, SchemesOfRsaAreRefused) {
  for (const std::uint8_t p1 : {0x00, 0x01, 0x04, 0x05}) EXPECT_EQ(sign(p1, Bytes(48)).status, 0x6A86);
}

TEST(SignEc, KeyWithoutItsPrivatePartIsRefusedWithoutData) {
  const Signed result = sign(0x02, Bytes(48, 1), rfc_key(false));
  EXPECT_EQ(result.status, 0x6985);
  EXPECT_TRUE(result.answer.bytes.empty());
}

TEST(SignEc, RefusalCostsNoSignature) {
  EXPECT_EQ(sign(0x02, Bytes(32)).answer.processing, Duration::zero());
}

TEST(SignEc, HashOfTheCallerCostsASignature) {
  EXPECT_EQ(sign(0x02, Bytes(48, 1)).answer.processing, kPerSignature);
}

TEST(SignEc, HashingCostsTimeForEachByte) {
  EXPECT_EQ(sign(0x03, Bytes(100)).answer.processing, kPerSignature + 100 * kPerByte);
}

}  // namespace sign_ec_test
}  // namespace uketsuke::chip

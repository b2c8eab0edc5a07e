#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "sim/chip/commands/sign.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {
namespace sign_rsa_test {

/// What the function makes of an input, without a card around it.
struct Signed {
  StatusWord status = 0;
  Answer answer;
};

constexpr Duration kPerSignature = std::chrono::milliseconds(250);
constexpr Duration kPerByte = std::chrono::microseconds(2);

Signed sign(std::uint8_t p1, const Bytes& input) {
  ChipTiming timing;
  timing.rsa_2048 = kPerSignature;
  timing.hash_per_byte = kPerByte;
  Chip chip(standard_image(), timing);
  const Command command{};
  Key key;
  key.key = test_key();
  Signed result;
  const Execution execution{chip, command, result.answer};
  result.status = sign_rsa(execution, key, p1, input);
  return result;
}

Bytes digest(const EVP_MD* kind, const Bytes& message) {
  Bytes hash(static_cast<std::size_t>(EVP_MD_get_size(kind)));
  EVP_Digest(message.data(), message.size(), hash.data(), nullptr, kind, nullptr);
  return hash;
}

const Bytes kMessage = to_bytes("受付");

/// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and this length of salt (RFC 8017, 8.1.2).
bool is_pss(const Bytes& signature, const Bytes& message, int salt) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_PKEY_CTX* options = nullptr;
  EVP_DigestVerifyInit(context.get(), &options, EVP_sha256(), nullptr, test_key().get());
  EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING);
  EVP_PKEY_CTX_set_rsa_pss_saltlen(options, salt);
  return EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                          message.size()) == 1;
}

// PKCS#1 v1.5 has no random part (RFC 8017, 8.2): there is one right signature.
TEST(SignRsa, HashedByTheCardIsTheSignatureOfOpenssl) {
  EXPECT_EQ(sign(0x03, kMessage).answer.bytes, signature_by(*test_key(), kMessage));
}

TEST(SignRsa, HashedByTheCallerIsTheSameSignature) {
  EXPECT_EQ(sign(0x02, digest(EVP_sha256(), kMessage)).answer.bytes, signature_by(*test_key(), kMessage));
}

// The DigestInfo of SHA-256: RFC 8017, 9.2, note 1.
TEST(SignRsa, DigestInfoOfTheCallerIsTheSameSignature) {
  Bytes input = from_hex("3031300D060960864801650304020105000420");
  const Bytes hash = digest(EVP_sha256(), kMessage);
  input.insert(input.end(), hash.begin(), hash.end());
  EXPECT_EQ(sign(0x00, input).answer.bytes, signature_by(*test_key(), kMessage));
}

TEST(SignRsa, PssHasASaltAsLongAsTheHash) {
  EXPECT_TRUE(is_pss(sign(0x05, kMessage).answer.bytes, kMessage, 32));
}

TEST(SignRsa, PssOfOneMessageIsNeverTheSameTwice) {
  EXPECT_NE(sign(0x05, kMessage).answer.bytes, sign(0x05, kMessage).answer.bytes);
}

TEST(SignRsa, CardHashesAMessageThatIsLongerThanItsKey) {
  const Bytes message(1000, 0x61);
  EXPECT_EQ(sign(0x03, message).answer.bytes, signature_by(*test_key(), message));
}

// RFC 8017, 9.2: the padding takes 11 bytes of the 256.
TEST(SignRsa, PadsAtMost245Bytes) {
  EXPECT_EQ(sign(0x00, Bytes(245, 1)).status, 0x9000);
  EXPECT_EQ(sign(0x00, Bytes(246, 1)).status, 0x6985);
}

class HashOfTheCaller : public ::testing::TestWithParam<std::uint8_t> {};

TEST_P(HashOfTheCaller, OfSha1IsRefused) {
  EXPECT_EQ(sign(GetParam(), digest(EVP_sha1(), kMessage)).status, 0x6985);
}

TEST_P(HashOfTheCaller, OfSha384IsRefused) {
  EXPECT_EQ(sign(GetParam(), digest(EVP_sha384(), kMessage)).status, 0x6985);
}

INSTANTIATE_TEST_SUITE_P(Schemes, HashOfTheCaller, ::testing::Values(0x02, 0x04));

TEST(SignRsa, RefusalHasNoData) { EXPECT_TRUE(sign(0x02, Bytes(31)).answer.bytes.empty()); }

TEST(SignRsa, RefusalCostsNoSignature) {
  EXPECT_EQ(sign(0x02, Bytes(31)).answer.processing, Duration::zero());
}

TEST(SignRsa, HashOfTheCallerCostsASignature) {
  EXPECT_EQ(sign(0x02, Bytes(32)).answer.processing, kPerSignature);
}

TEST(SignRsa, HashingCostsTimeForEachByte) {
  EXPECT_EQ(sign(0x03, Bytes(500)).answer.processing, kPerSignature + 500 * kPerByte);
}

}  // namespace sign_rsa_test
}  // namespace uketsuke::chip

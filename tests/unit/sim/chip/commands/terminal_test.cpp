#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace terminal_test {

// 特定機関認証: docs/card-facts.md §4.2. SET PUBLIC IC KEY is public; everything tested in `AssumedTerminal`
// is our own assumption, and these tests only check that it is as documented.

std::shared_ptr<EVP_PKEY> terminal_key() {
  static const std::shared_ptr<EVP_PKEY> key(EVP_RSA_gen(2048), EVP_PKEY_free);
  return key;
}

Bytes modulus_of(const EVP_PKEY& key) {
  BIGNUM* n = nullptr;
  EVP_PKEY_get_bn_param(&key, "n", &n);
  Bytes bytes(256);
  BN_bn2binpad(n, bytes.data(), 256);
  BN_free(n);
  return bytes;
}

/// A terminal's certificate under `test_key`, in the two blocks that are sent.
struct Blocks {
  Bytes body;       // 307 bytes
  Bytes signature;  // 261 bytes
};

Blocks certificate() {
  Bytes value(32, 0x39);
  const Bytes head = from_hex("9003010001 91820100");
  const Bytes modulus = modulus_of(*terminal_key());
  value.insert(value.end(), head.begin(), head.end());
  value.insert(value.end(), modulus.begin(), modulus.end());
  Blocks blocks{from_hex("7F21820233 5F4E820129"), from_hex("5F37820100")};
  blocks.body.insert(blocks.body.end(), value.begin(), value.end());
  const Bytes signature = signature_by(*test_key(), value);
  blocks.signature.insert(blocks.signature.end(), signature.begin(), signature.end());
  return blocks;
}

Chip at_authority(Pinless pinless = Pinless::off) {
  const auto image = signing_image();
  image->policies.pinless = pinless;
  Chip chip = powered_chip(image);
  ask(chip, kSelectJpki);
  ask(chip, "00A4020C02 0016");
  return chip;
}

StatusWord send(Chip& chip, std::string_view header, const Bytes& data) {
  return chip.transmit(extended_command(header, data)).status();
}

StatusWord set_key(Chip& chip, const Blocks& blocks) {
  const StatusWord first = send(chip, "80A206C1", blocks.body);
  return first != sw::kOk ? first : send(chip, "80A200C1", blocks.signature);
}

TEST(ChipSetPublicKey, TakesACertificateInTwoBlocks) {
  const Blocks blocks = certificate();
  ASSERT_EQ(blocks.body.size(), 307U);
  ASSERT_EQ(blocks.signature.size(), 261U);
  Chip chip = at_authority();
  EXPECT_EQ(set_key(chip, blocks), 0x9000);
}

TEST(ChipSetPublicKey, GarbageAnswers6700) {
  Chip chip = at_authority();
  EXPECT_EQ(send(chip, "80A206C1", Bytes(307, 0x55)), 0x6700);
  EXPECT_EQ(send(chip, "80A206C1", Bytes(3, 0x7F)), 0x6700);
  EXPECT_EQ(send(chip, "80A200C1", Bytes(261, 0x55)), 0x6700);
  EXPECT_EQ(ask(chip, "80A206C1"), "6700");
}

TEST(ChipSetPublicKey, CertificateThatTheAuthorityDidNotSignIsRefused) {
  Blocks blocks = certificate();
  blocks.body.back() ^= 1;
  Chip chip = at_authority();
  EXPECT_NE(set_key(chip, blocks), 0x9000);
}

TEST(ChipSetPublicKey, SecondBlockAloneIsRefused) {
  Chip chip = at_authority();
  EXPECT_NE(send(chip, "80A200C1", certificate().signature), 0x9000);
}

TEST(ChipSetPublicKey, AnotherObjectThanTheAuthoritysKeyIsRefused) {
  Chip chip = at_authority();
  ask(chip, "00A4020C02 0017");
  EXPECT_NE(send(chip, "80A206C1", certificate().body), 0x9000);
}

TEST(ChipSetPublicKey, AcceptedCertificateAloneOpensNothing) {  // observed: EF 0009 remained inaccessible
  Chip chip = at_authority();
  ASSERT_EQ(set_key(chip, certificate()), 0x9000);
  EXPECT_EQ(ask(chip, "00B0890001"), "6982");
  EXPECT_EQ(ask(chip, "802A039704 01020304 00"), "6982");
}

/// GET CHALLENGE, then EXTERNAL AUTHENTICATE with a signature of the challenge.
StatusWord authenticate(Chip& chip, EVP_PKEY& key) {
  const Answer answer = chip.transmit(from_hex("0084000010"));
  return send(chip, "00820096", signature_by(key, Bytes(answer.data().begin(), answer.data().end())));
}

TEST(AssumedTerminal, SignsWithoutPinAfterItsAuthentication) {
  Chip chip = at_authority(Pinless::assumed);
  ASSERT_EQ(set_key(chip, certificate()), 0x9000);
  EXPECT_EQ(ask(chip, "802A039704 01020304 00"), "6982");
  EXPECT_EQ(authenticate(chip, *terminal_key()), 0x9000);
  EXPECT_TRUE(chip.terminal_authenticated());
  EXPECT_EQ(status(chip, "802A039704 01020304 00"), "9000");
}

TEST(AssumedTerminal, GetsNeitherTheSigningKeyNorTheSigningCertificate) {
  Chip chip = at_authority(Pinless::assumed);
  set_key(chip, certificate());
  ASSERT_EQ(authenticate(chip, *terminal_key()), 0x9000);
  EXPECT_EQ(ask(chip, "802A039A04 01020304 00"), "6982");
  EXPECT_EQ(ask(chip, "00B0810001"), "6982");
}

TEST(AssumedTerminal, WithAnotherKeyIsRefused) {
  Chip chip = at_authority(Pinless::assumed);
  set_key(chip, certificate());
  EXPECT_EQ(authenticate(chip, *test_key()), 0x6300);
  EXPECT_EQ(ask(chip, "802A039704 01020304 00"), "6982");
}

TEST(AssumedTerminal, WithoutCertificateIsRefused) {
  Chip chip = at_authority(Pinless::assumed);
  EXPECT_EQ(authenticate(chip, *terminal_key()), 0x6985);
}

TEST(AssumedTerminal, ChallengeIsGoodForOneAttempt) {
  Chip chip = at_authority(Pinless::assumed);
  set_key(chip, certificate());
  const Answer answer = chip.transmit(from_hex("0084000010"));
  const Bytes signature = signature_by(*terminal_key(), Bytes(answer.data().begin(), answer.data().end()));
  EXPECT_EQ(send(chip, "00820096", signature), 0x9000);
  EXPECT_EQ(send(chip, "00820096", signature), 0x6985);
  EXPECT_FALSE(chip.terminal_authenticated());
}

TEST(AssumedTerminal, IsForgottenWithAnotherApplicationAndWithPower) {
  Chip chip = at_authority(Pinless::assumed);
  set_key(chip, certificate());
  authenticate(chip, *terminal_key());
  ask(chip, kSelectCardFace);
  EXPECT_FALSE(chip.terminal_authenticated());

  Chip other = at_authority(Pinless::assumed);
  set_key(other, certificate());
  ASSERT_EQ(authenticate(other, *terminal_key()), 0x9000);
  other.power_off();
  other.power_on();
  EXPECT_FALSE(other.terminal_authenticated());
  ask(other, kSelectJpki);
  EXPECT_EQ(ask(other, "802A039704 01020304 00"), "6982");
}

TEST(AssumedTerminal, IsNamedInTheAssumptionsOfTheCard) {
  const auto image = standard_image();
  EXPECT_TRUE(image->assumptions().empty());
  image->policies.pinless = Pinless::assumed;
  ASSERT_EQ(image->assumptions().size(), 1U);
  EXPECT_NE(image->assumptions()[0].find("assumed"), std::string::npos);
}

}  // namespace terminal_test
}  // namespace uketsuke::chip

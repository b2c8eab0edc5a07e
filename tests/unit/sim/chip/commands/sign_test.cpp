#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "sim/chip/warm_up.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace sign_test {

// COMPUTE SIGNATURE: the matrix of docs/card-facts.md §2.2; traps 10 and 11 of §7.10. OpenSSL reverses what
// the chip did.

const Bytes kMessage = to_bytes("受付");

Bytes sha256(const Bytes& data) {
  Bytes hash(32);
  EVP_Digest(data.data(), data.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
  return hash;
}

/// The content of PKCS#1 v1.5 type-1 padding; empty if the signature is not by the test key.
Bytes recovered(ByteView signature) {
  const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
      EVP_PKEY_CTX_new(test_key().get(), nullptr), EVP_PKEY_CTX_free);
  EVP_PKEY_verify_recover_init(context.get());
  EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING);
  Bytes block(256);
  std::size_t size = block.size();
  if (EVP_PKEY_verify_recover(context.get(), block.data(), &size, signature.data, signature.size) <= 0)
    return {};
  block.resize(size);
  return block;
}

bool is_signature_of(ByteView signature, const Bytes& message, int padding) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_PKEY_CTX* options = nullptr;
  EVP_DigestVerifyInit(context.get(), &options, EVP_sha256(), nullptr, test_key().get());
  EVP_PKEY_CTX_set_rsa_padding(options, padding);
  return EVP_DigestVerify(context.get(), signature.data, signature.size, message.data(), message.size()) == 1;
}

Bytes sign_command(std::uint8_t p1, std::uint8_t p2, const Bytes& data) {
  Bytes command = from_hex("802A");
  command.push_back(p1);
  command.push_back(p2);
  command.push_back(static_cast<std::uint8_t>(data.size()));
  command.insert(command.end(), data.begin(), data.end());
  command.push_back(0x00);
  return command;
}

Chip logged_in() {
  Chip chip = powered_chip(signing_image());
  ask(chip, kSelectJpki);
  verify(chip, "98", kPin);
  ask(chip, "00A4020C02 0017");
  return chip;
}

TEST(ChipSign, PadsTheCallersBytesWhateverTheyAre) {
  // with and without NULL, SHA-1, and no DigestInfo at all: the chip checks none of them
  const Bytes digest = sha256(kMessage);
  for (const char* head :
       {"3031300D060960864801650304020105000420", "302F300B0609608648016503040201 0420", ""}) {
    Bytes input = from_hex(head);
    input.insert(input.end(), digest.begin(), digest.end());
    Chip chip = logged_in();
    const Answer answer = chip.transmit(sign_command(0x00, 0x80, input));
    EXPECT_EQ(answer.status(), sw::kOk);
    EXPECT_EQ(answer.data().size, 256U);
    EXPECT_EQ(recovered(answer.data()), input) << head;
  }
}

TEST(ChipSign, DigestInfoSignatureVerifiesAsSha256) {
  Bytes input = from_hex("3031300D060960864801650304020105000420");
  const Bytes digest = sha256(kMessage);
  input.insert(input.end(), digest.begin(), digest.end());
  Chip chip = logged_in();
  const Answer answer = chip.transmit(sign_command(0x00, 0x80, input));
  EXPECT_TRUE(is_signature_of(answer.data(), kMessage, RSA_PKCS1_PADDING));
}

TEST(ChipSign, P1Of01PadsTheBareHash) {
  Chip chip = logged_in();
  const Answer answer = chip.transmit(sign_command(0x01, 0x80, kMessage));
  EXPECT_EQ(recovered(answer.data()), sha256(kMessage));
}

TEST(ChipSign, P1Of02AddsTheDigestInfo) {
  Chip chip = logged_in();
  const Answer answer = chip.transmit(sign_command(0x02, 0x80, sha256(kMessage)));
  EXPECT_TRUE(is_signature_of(answer.data(), kMessage, RSA_PKCS1_PADDING));
}

TEST(ChipSign, P1Of03HashesAndAddsTheDigestInfo) {
  Chip chip = logged_in();
  const Answer answer = chip.transmit(sign_command(0x03, 0x80, kMessage));
  EXPECT_TRUE(is_signature_of(answer.data(), kMessage, RSA_PKCS1_PADDING));
}

TEST(ChipSign, P1Of04IsPssOfTheCallersHash) {
  Chip chip = logged_in();
  const Answer answer = chip.transmit(sign_command(0x04, 0x80, sha256(kMessage)));
  EXPECT_TRUE(is_signature_of(answer.data(), kMessage, RSA_PKCS1_PSS_PADDING));
}

TEST(ChipSign, P1Of05HashesForPss) {
  Chip chip = logged_in();
  const Answer answer = chip.transmit(sign_command(0x05, 0x80, kMessage));
  EXPECT_TRUE(is_signature_of(answer.data(), kMessage, RSA_PKCS1_PSS_PADDING));
}

TEST(ChipSign, TakesUpTo245Bytes) {
  Chip chip = logged_in();
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x80, Bytes(245, 0xA5))).status(), sw::kOk);
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x80, Bytes(246, 0xA5))).status(), 0x6985);
}

TEST(ChipSign, PrehashedOfOtherThan32BytesAnswers6985) {
  Chip chip = logged_in();
  for (const std::uint8_t p1 : {0x02, 0x04}) {
    EXPECT_EQ(chip.transmit(sign_command(p1, 0x80, Bytes(31))).status(), 0x6985);
    EXPECT_EQ(chip.transmit(sign_command(p1, 0x80, Bytes(33))).status(), 0x6985);
  }
}

TEST(ChipSign, WithoutDataOrLeAnswers6700) {
  Chip chip = logged_in();
  EXPECT_EQ(ask(chip, "802A0080"), "6700");
  EXPECT_EQ(ask(chip, "802A008001 00"), "6700");
}

TEST(ChipSign, WithoutPinAnswers6982) {
  Chip chip = powered_chip(signing_image());
  ask(chip, kSelectJpki);
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x97, kMessage)).status(), 0x6982);
}

TEST(ChipSign, PinOfOneKeyDoesNotOpenTheOther) {
  Chip chip = logged_in();
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x9A, kMessage)).status(), 0x6982);
  verify(chip, "9B", kPassword);
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x9A, kMessage)).status(), sw::kOk);
}

TEST(ChipSign, NonKeyAnswers6981) {
  Chip chip = logged_in();
  ask(chip, "00A4020C02 000A");
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x80, kMessage)).status(), 0x6981);
}

TEST(ChipSign, DefaultKeyOfTheCardFaceApplicationNeedsNoSecret) {
  Chip chip = powered_chip(signing_image());
  ask(chip, kSelectCardFace);
  const Answer answer = chip.transmit(sign_command(0x00, 0x00, kMessage));
  EXPECT_EQ(recovered(answer.data()), kMessage);
}

TEST(ChipSign, ApplicationWithoutDefaultKeyAnswers6A82) {
  Chip chip = logged_in();
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x00, kMessage)).status(), 0x6A82);
}

TEST(ChipSign, EmptyKeyObjectAnswers6985) {
  Chip chip = powered_chip(standard_image());
  ask(chip, kSelectCardFace);
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x00, kMessage)).status(), 0x6985);
}

TEST(ChipSign, LeShorterThanTheSignatureAnswers6700) {
  Chip chip = logged_in();
  EXPECT_EQ(ask(chip, "802A008001 00 FF"), "6700");
}

TEST(ChipSign, WarmUpLeavesTheKeysAsTheyWere) {
  const auto image = signing_image();
  warm_up(*image);
  Chip chip = powered_chip(image);
  ask(chip, kSelectCardFace);
  EXPECT_EQ(recovered(chip.transmit(sign_command(0x00, 0x00, kMessage)).data()), kMessage);
}

TEST(ChipSign, TakesTheTimeOfAPrivateKeyOperation) {
  ChipTiming timing;
  timing.rsa_2048 = std::chrono::milliseconds(250);
  Chip chip = powered_chip(signing_image(), timing);
  ask(chip, kSelectCardFace);
  EXPECT_EQ(chip.transmit(sign_command(0x00, 0x00, kMessage)).processing, std::chrono::milliseconds(250));
}

}  // namespace sign_test
}  // namespace uketsuke::chip

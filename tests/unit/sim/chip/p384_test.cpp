#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <fstream>

#include "tests/unit/sim/chip/card_fixture.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::chip {

namespace p384_test {

// A card type of our own with P-384 keys, in YAML alone. The successor of the My Number Card is announced
// with ECDSA P-384 and SHA-384 (docs/card-facts.md §6.3); its files and commands are not public, so this is
// only a card with such a key.

constexpr const char* kCard = R"(card: elliptic
variants:
  only: {}
applications:
  - name: authentication
    aid: F055 4B 4554 53
    keys:
      - { id: 0017, key: signer, type: ec_p384, use: [pin] }
    secrets:
      - { id: 0018, secret: pin, tries: 3, length: [4, 4] }
)";

std::shared_ptr<EVP_PKEY> p384_key() {
  static const std::shared_ptr<EVP_PKEY> key(EVP_EC_gen("P-384"), EVP_PKEY_free);
  return key;
}

CardContents contents(std::shared_ptr<EVP_PKEY> key) {
  CardContents contents;
  contents.holder = "test-person";
  contents.keys["signer"] = std::move(key);
  contents.secrets["pin"] = record::Secret("1234");
  return contents;
}

CardLayout layout() {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "card.yaml") << kCard;
  return CardLayout::load(folder.path() / "card.yaml");
}

Chip logged_in(ChipTiming timing = {}) {
  Chip chip = powered_chip(std::make_shared<CardImage>(layout().bind("only", contents(p384_key()))), timing);
  ask(chip, "00A4040C06 F0554B455453");
  verify(chip, "98", "1234");
  return chip;
}

/// Whether r and s, 48 bytes each, sign the message with SHA-384.
bool is_ecdsa_signature_of(ByteView plain, const Bytes& message) {
  if (plain.size != 96) return false;
  ECDSA_SIG* signature = ECDSA_SIG_new();
  ECDSA_SIG_set0(signature, BN_bin2bn(plain.data, 48, nullptr), BN_bin2bn(plain.data + 48, 48, nullptr));
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(signature, &der);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_DigestVerifyInit(context, nullptr, EVP_sha384(), nullptr, p384_key().get());
  const int good =
      EVP_DigestVerify(context, der, static_cast<std::size_t>(size), message.data(), message.size());
  EVP_MD_CTX_free(context);
  OPENSSL_free(der);
  ECDSA_SIG_free(signature);
  return good == 1;
}

TEST(EllipticCard, SignsWhatItHashesItself) {
  Chip chip = logged_in();
  const Answer answer = chip.transmit(from_hex("802A039704 01020304 00"));
  EXPECT_TRUE(is_ecdsa_signature_of(answer.data(), from_hex("01020304")));
}

TEST(EllipticCard, SignsTheCallersHash) {
  Bytes hash(48);
  const Bytes message = to_bytes("受付");
  EVP_Digest(message.data(), message.size(), hash.data(), nullptr, EVP_sha384(), nullptr);
  Bytes command = from_hex("802A029730");
  command.insert(command.end(), hash.begin(), hash.end());
  command.push_back(0x00);
  Chip chip = logged_in();
  EXPECT_TRUE(is_ecdsa_signature_of(chip.transmit(command).data(), message));
}

TEST(EllipticCard, HashOfSha256IsTooShort) {
  Bytes command = from_hex("802A029720");
  command.resize(command.size() + 32, 0x5A);
  command.push_back(0x00);
  Chip chip = logged_in();
  EXPECT_EQ(chip.transmit(command).status(), 0x6985);
}

TEST(EllipticCard, HasNoPaddingToGive) {
  Chip chip = logged_in();
  for (const char* p1 : {"00", "01", "04", "05"}) {
    EXPECT_EQ(ask(chip, std::string("802A") + p1 + "9704 01020304 00"), "6A86") << p1;
  }
}

TEST(EllipticCard, NeedsItsPin) {
  Chip chip = logged_in();
  ask(chip, "00A4040C06 F0554B455453");
  EXPECT_EQ(ask(chip, "802A039704 01020304 00"), "6982");
}

TEST(EllipticCard, LeBelow96Answers6700) {
  Chip chip = logged_in();
  EXPECT_EQ(ask(chip, "802A039704 01020304 5F"), "6700");
  EXPECT_EQ(status(chip, "802A039704 01020304 60"), "9000");
}

TEST(EllipticCard, TakesItsOwnTime) {
  ChipTiming timing;
  timing.ec_p384 = std::chrono::milliseconds(90);
  Chip chip = logged_in(timing);
  EXPECT_EQ(chip.transmit(from_hex("802A039704 01020304 00")).processing, std::chrono::milliseconds(90));
}

TEST(EllipticCard, KeyOfAnotherTypeIsAnErrorAtItsPlace) {
  try {
    layout().bind("only", contents(test_key()));
    FAIL() << "an RSA key was taken for one on P-384";
  } catch (const InputError& e) {
    EXPECT_EQ(e.problem(), InputProblem::bad_value);
    EXPECT_EQ(e.place().line, 8);
  }
}

}  // namespace p384_test
}  // namespace uketsuke::chip

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace secure_messaging_test {

// Secure messaging of 券面事項入力補助: docs/card-facts.md §1.5. Contains a second implementation of the
// terminal's end, written from that section.

const Bytes kSeed = from_hex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");

std::shared_ptr<CardImage> image() {
  const auto image = signing_image();
  for (Application& application : image->applications) {
    if (application.name == "input_support") application.secure_messaging.key = test_key();
  }
  return image;
}

Chip at_input_support() {
  Chip chip = powered_chip(image());
  ask(chip, kSelectInputSupport);
  return chip;
}

/// RSA-OAEP with SHA-256 under the key of EF 0006.
Bytes encrypted(const Bytes& data) {
  const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
      EVP_PKEY_CTX_new(test_key().get(), nullptr), EVP_PKEY_CTX_free);
  EVP_PKEY_encrypt_init(context.get());
  EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING);
  EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256());
  Bytes out(256);
  std::size_t size = out.size();
  EVP_PKEY_encrypt(context.get(), out.data(), &size, data.data(), data.size());
  return out;
}

StatusWord set_session_key(Chip& chip, std::string_view head = "A0228020") {
  Bytes data = from_hex(head);
  data.insert(data.end(), kSeed.begin(), kSeed.end());
  return chip.transmit(extended_command("80AE0000", encrypted(data))).status();
}

/// The terminal's end of a session.
class Terminal {
 public:
  explicit Terminal(Chip& chip) : chip_(chip) {}

  /// Sends a command with encrypted data; for READ, with `le` and no data. Returns status word and decrypted
  /// answer.
  std::string send(std::string_view header, const Bytes& plain, int le = -1) {
    ++counter_;
    Bytes objects;
    if (!plain.empty()) {
      Bytes padded = plain;
      padded.push_back(0x80);
      while (padded.size() % 16 != 0) padded.push_back(0x00);
      const Bytes cipher = cbc(padded, true);
      objects = {0x86, static_cast<std::uint8_t>(cipher.size() + 1), 0x01};
      objects.insert(objects.end(), cipher.begin(), cipher.end());
    }
    if (le >= 0) {
      for (const int byte : {0x96, 0x03, 0x00, le >> 8, le & 0xFF}) {
        objects.push_back(static_cast<std::uint8_t>(byte));
      }
    }
    const Answer answer = chip_.transmit(extended_command(header, objects));
    std::string text = to_hex(Bytes(answer.bytes.end() - 2, answer.bytes.end()));
    const ByteView data = answer.data();
    if (data.empty()) return text;
    EXPECT_EQ(data[0], 0x86);
    const std::size_t head = data[1] == 0x82 ? 4 : 2;
    EXPECT_EQ(data[head], 0x01);
    Bytes clear = cbc(Bytes(data.begin() + head + 1, data.end()), false);
    while (!clear.empty() && clear.back() == 0x00) clear.pop_back();
    EXPECT_EQ(clear.back(), 0x80);
    clear.pop_back();
    return to_hex(clear) + text;
  }

  void skip() { ++counter_; }

 private:
  Chip& chip_;
  int counter_ = 0;

  Bytes cbc(const Bytes& data, bool encrypt) const {
    Bytes counter(16, 0x00);
    counter[15] = static_cast<std::uint8_t>(counter_);
    Bytes vector = aes(EVP_aes_128_ecb(), counter, nullptr, true);
    return aes(EVP_aes_128_cbc(), data, vector.data(), encrypt);
  }

  static Bytes aes(const EVP_CIPHER* cipher, const Bytes& data, const std::uint8_t* vector, bool encrypt) {
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  EVP_CIPHER_CTX_free);
    EVP_CipherInit_ex(context.get(), cipher, nullptr, kSeed.data(), vector, encrypt ? 1 : 0);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    Bytes out(data.size() + 16);
    int size = 0;
    EVP_CipherUpdate(context.get(), out.data(), &size, data.data(), static_cast<int>(data.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
  }
};

TEST(SecureMessaging, SessionKeyNeedsThePinInClear) {
  Chip chip = at_input_support();
  EXPECT_EQ(set_session_key(chip), 0x6982);
  verify(chip, "94", kNumberA);
  EXPECT_EQ(set_session_key(chip), 0x6982);  // 照合番号A is not sufficient
  verify(chip, "91", kPin);
  EXPECT_EQ(set_session_key(chip), 0x9000);
}

TEST(SecureMessaging, WrongStructureAnswers6A80) {
  Chip chip = at_input_support();
  verify(chip, "91", kPin);
  EXPECT_EQ(set_session_key(chip, "A0228120"), 0x6A80);
  EXPECT_EQ(chip.transmit(extended_command("80AE0000", Bytes(256, 0x11))).status(), 0x6A80);
}

TEST(SecureMessaging, OtherApplicationsAnswerAsTheyWereSeenTo) {
  for (const auto& [application, answer] :
       {std::pair(kSelectCommon, 0x66F1), std::pair(kSelectCardFace, 0x66F1), std::pair(kSelectJpki, 0x6982),
        std::pair(kSelectJuki, 0x6982)}) {
    Chip chip = powered_chip(image());
    ask(chip, application);
    EXPECT_EQ(set_session_key(chip), answer) << application;
  }
}

TEST(SecureMessaging, VerifiesAndReadsEncrypted) {
  Chip chip = at_input_support();
  verify(chip, "91", kPin);
  ASSERT_EQ(set_session_key(chip), 0x9000);
  Terminal terminal(chip);
  EXPECT_EQ(terminal.send("08200094", to_bytes(kNumberA)), "9000");
  EXPECT_EQ(terminal.send("08A4020C", from_hex("0001")), "9000");
  EXPECT_EQ(terminal.send("08B00000", {}, 15), "FF100C3132333435363738393031389000");
}

TEST(SecureMessaging, RefusedSecureCommandCountsAndPlainOneDoesNot) {
  Chip chip = at_input_support();
  verify(chip, "91", kPin);
  set_session_key(chip);
  Terminal terminal(chip);
  EXPECT_EQ(terminal.send("08A4020C", from_hex("00FF")), "6A82");
  EXPECT_EQ(ask(chip, "00B0840002"), "00019000");
  EXPECT_EQ(terminal.send("08200094", to_bytes(kNumberA)), "9000");
}

TEST(SecureMessaging, CounterOutOfStepEndsTheSession) {
  Chip chip = at_input_support();
  verify(chip, "91", kPin);
  set_session_key(chip);
  Terminal terminal(chip);
  terminal.skip();
  EXPECT_EQ(terminal.send("08A4020C", from_hex("0001")), "6988");
  EXPECT_EQ(terminal.send("08A4020C", from_hex("0001")), "69FC");
  EXPECT_EQ(ask(chip, "00B0840002"), "00019000") << "plain commands go on";
}

TEST(SecureMessaging, ClassWithAuthenticatedHeaderAnswers6987) {
  Chip chip = at_input_support();
  verify(chip, "91", kPin);
  set_session_key(chip);
  EXPECT_EQ(ask(chip, "0CB0840002"), "6987");
}

TEST(SecureMessaging, SessionEndsWithTheSelectionOfAnApplication) {
  Chip chip = at_input_support();
  verify(chip, "91", kPin);
  set_session_key(chip);
  ask(chip, kSelectInputSupport);
  Terminal terminal(chip);
  EXPECT_NE(terminal.send("08A4020C", from_hex("0001")), "9000");
}

}  // namespace secure_messaging_test
}  // namespace uketsuke::chip

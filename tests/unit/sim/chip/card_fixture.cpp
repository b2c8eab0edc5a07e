#include "tests/unit/sim/chip/card_fixture.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace uketsuke::chip {

namespace {

Bytes counting(std::size_t size) {
  Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i);
  return bytes;
}

}  // namespace

std::shared_ptr<EVP_PKEY> test_key() {
  static const std::shared_ptr<EVP_PKEY> key(EVP_RSA_gen(2048), EVP_PKEY_free);
  return key;
}

CardContents full_contents() {
  CardContents all;
  all.holder = "test-person";
  for (const char* name :
       {"signing_certificate", "signing_authority_certificate", "authentication_certificate",
        "authentication_authority_certificate", "card_face", "card_face_information", "age_record",
        "card_face_cv_certificate", "my_number_image", "four_items", "signed_public_key", "card_certificate",
        "issuer_certificate"}) {
    all.contents[name] = counting(500);
  }
  all.contents["token_information"] = counting(160);
  all.contents["certificate_presence"] = {0x8F, 0x8F, 0x00};
  all.contents["my_number"] = from_hex("FF100C 313233343536373839303138");
  all.contents["input_support_integrity"] = counting(336);
  all.contents["input_support_cv_certificate"] = counting(568);
  all.contents["input_support_information"] = counting(164);
  all.contents["session_public_key"] = counting(269);
  all.contents["common_key_reference"] = counting(16);
  all.contents["issuer_identification"] = counting(4);
  all.contents["card_number"] = counting(10);
  all.contents["card_recognition"] = counting(11);
  all.contents["card_key_id"] = counting(16);
  all.records["common_record"] = {from_hex("011C" + std::string(56, '3'))};
  all.records["juki_record"] = {from_hex("0201 30")};
  all.contents["municipality_code"] = to_bytes("99101");
  all.contents["card_expiry"] = to_bytes("20350217");
  for (const char* name : {"authentication_key", "signing_key", "card_key", "terminal_authority_key",
                           "input_support_key", "common_key", "session_key"}) {
    all.keys[name] = nullptr;
  }
  const auto secret = [&all](const char* name, std::string_view value) {
    all.secrets[name] = record::Secret(std::string(value));
  };
  secret("authentication_pin", kPin);
  secret("signing_password", kPassword);
  secret("card_face_number_a", kNumberA);
  secret("card_face_number_b", kNumberB);
  secret("birth_date_key", kBirthDate);
  secret("input_support_pin", kPin);
  secret("input_support_number_a", kNumberA);
  secret("input_support_number_b", kNumberB);
  secret("common_pin", kPin);
  secret("juki_pin", kPin);
  return all;
}

std::shared_ptr<CardImage> standard_image() {
  static const CardLayout layout = CardLayout::load("sim/chip/images/my-number-card.yaml");
  return std::make_shared<CardImage>(layout.bind("standard", full_contents()));
}

std::shared_ptr<CardImage> signing_image() {
  auto image = standard_image();
  for (Key& key : image->keys) key.key = test_key();
  return image;
}

Bytes signature_by(EVP_PKEY& key, const Bytes& data) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  Bytes signature(512);
  std::size_t size = signature.size();
  EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, &key);
  EVP_DigestSign(context.get(), signature.data(), &size, data.data(), data.size());
  signature.resize(size);
  return signature;
}

bool is_signature_of(EVP_PKEY& key, ByteView signature, const Bytes& data) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, &key);
  return EVP_DigestVerify(context.get(), signature.data, signature.size, data.data(), data.size()) == 1;
}

Bytes extended_command(std::string_view header, const Bytes& data, bool with_le) {
  Bytes command = from_hex(header);
  command.insert(command.end(),
                 {0x00, static_cast<std::uint8_t>(data.size() >> 8), static_cast<std::uint8_t>(data.size())});
  command.insert(command.end(), data.begin(), data.end());
  if (with_le) command.insert(command.end(), {0x00, 0x00});
  return command;
}

Chip powered_chip(std::shared_ptr<const CardImage> image, ChipTiming timing) {
  Chip chip(std::move(image), timing);
  chip.power_on();
  return chip;
}

std::string ask(Chip& chip, std::string_view command) {
  return to_hex(chip.transmit(from_hex(command)).bytes);
}

std::string status(Chip& chip, std::string_view command) {
  const std::string answer = ask(chip, command);
  return answer.size() < 4 ? answer : answer.substr(answer.size() - 4);
}

std::string verify(Chip& chip, std::string_view reference, std::string_view value) {
  Bytes command = from_hex("002000");
  command.push_back(from_hex(reference).at(0));
  command.push_back(static_cast<std::uint8_t>(value.size()));
  command.insert(command.end(), value.begin(), value.end());
  return to_hex(chip.transmit(command).bytes);
}

}  // namespace uketsuke::chip

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
        "card_face_cv_certificate", "my_number_image"}) {
    all.contents[name] = counting(500);
  }
  all.contents["token_information"] = counting(160);
  all.contents["certificate_presence"] = {0x8F, 0x8F, 0x00};
  all.contents["municipality_code"] = to_bytes("99101");
  all.contents["card_expiry"] = to_bytes("20350217");
  for (const char* name : {"authentication_key", "signing_key", "card_key"}) all.keys[name] = nullptr;
  const auto secret = [&all](const char* name, std::string_view value) {
    all.secrets[name] = record::Secret(std::string(value));
  };
  secret("authentication_pin", kPin);
  secret("signing_password", kPassword);
  secret("card_face_number_a", kNumberA);
  secret("card_face_number_b", kNumberB);
  secret("birth_date_key", kBirthDate);
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

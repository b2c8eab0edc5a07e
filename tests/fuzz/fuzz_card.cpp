#include "tests/fuzz/fuzz_card.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <array>

#include "sim/personalisation/certificates/cv_certificate.h"
#include "sim/pki/key_store.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::fuzz {

namespace {

constexpr std::uint8_t kPolicies = 6;

std::shared_ptr<const chip::CardImage> make_image(std::uint8_t policies) {
  auto image = chip::standard_image();
  for (chip::Key& key : image->keys) {
    key.key = key.command == chip::KeyCommand::set_public_key ? chip::test_key() : signing_key();
  }
  for (chip::Application& application : image->applications) {
    if (application.name == "input_support") application.secure_messaging.key = signing_key();
  }
  const auto rule = [policies](int bit) {
    return (policies >> bit & 1) != 0 ? chip::StatusRule::keeps : chip::StatusRule::clears;
  };
  chip::Policies& choice = image->policies;
  choice.reselect = rule(0);
  choice.select_other = rule(1);
  choice.warm_reset = rule(2);
  choice.wrong_try = rule(3);
  choice.after_signing = rule(4);
  choice.pinless = (policies >> 5 & 1) != 0 ? chip::Pinless::assumed : chip::Pinless::off;
  return image;
}

chip::ChipTiming timing() {
  chip::ChipTiming timing;
  timing.overhead = std::chrono::microseconds(400);
  timing.verify = std::chrono::milliseconds(2);
  timing.write = std::chrono::milliseconds(3);
  return timing;
}

std::shared_ptr<EVP_PKEY> rsa(unsigned bits) { return {EVP_RSA_gen(bits), EVP_PKEY_free}; }

}  // namespace

std::shared_ptr<EVP_PKEY> signing_key() {
  static const std::shared_ptr<EVP_PKEY> key = rsa(1024);
  return key;
}

std::shared_ptr<EVP_PKEY> terminal_key() {
  static const std::shared_ptr<EVP_PKEY> key = rsa(2048);
  return key;
}

Bytes terminal_certificate() {
  using personalisation::cv_key_id;
  return personalisation::cv_certificate(cv_key_id("7900001", "001", 1), cv_key_id("7900002", "001", 1),
                                         pki::modulus_of(*terminal_key()), *chip::test_key());
}

chip::Chip fuzz_chip(std::uint8_t policies) {
  static const auto images = [] {
    std::array<std::shared_ptr<const chip::CardImage>, 1 << kPolicies> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = make_image(static_cast<std::uint8_t>(i));
    return made;
  }();
  return chip::Chip(images[policies % images.size()], timing(), policies);
}

}  // namespace uketsuke::fuzz

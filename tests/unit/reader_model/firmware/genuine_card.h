#pragma once

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>

#include "tests/unit/reader_model/fake_card.h"

namespace uketsuke::reader {

/// A card with a photo and a key of its own, which signs what the reader wants signed: enough for a reception
/// by face.
class GenuineCard : public FakeCard {
 public:
  explicit GenuineCard(const Bytes& photo) : key_(EVP_RSA_gen(2048), EVP_PKEY_free) {
    const Bytes exponent = number(OSSL_PKEY_PARAM_RSA_E), modulus = number(OSSL_PKEY_PARAM_RSA_N);
    // FF20 { DF24 { 90 e, 91 n }, DF27 photo }, after the tag table of the card's users.
    const Bytes key = object({0xDF, 0x24}, joined(object({0x90}, exponent), object({0x91}, modulus)));
    file_ = object({0xFF, 0x20}, joined(key, object({0xDF, 0x27}, photo)));
    answers("9000");  // SELECT of the JPKI application
  }

  /// What the reader asks before it looks: the printed number, the photo, a signature.
  void answers_for_a_face() {
    for (const char* each : {"9000", "9000", "9000", "63CA", "9000"}) answers(each);
    const Bytes success = from_hex("9000");
    answers(joined(Bytes(file_.begin(), file_.begin() + 5), success));
    answers(joined(file_, success));
    answers([this, success](const Bytes& command) { return joined(signature_over(command), success); });
  }

 private:
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
  Bytes file_;

  static Bytes joined(const Bytes& one, const Bytes& other) {
    Bytes both = one;
    both.insert(both.end(), other.begin(), other.end());
    return both;
  }

  static Bytes object(const Bytes& tag, const Bytes& value) {
    const Bytes length = {0x82, static_cast<std::uint8_t>(value.size() >> 8),
                          static_cast<std::uint8_t>(value.size())};
    return joined(joined(tag, length), value);
  }

  Bytes number(const char* name) const {
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), name, &value);
    Bytes bytes(static_cast<std::size_t>(BN_num_bytes(value)));
    BN_bn2bin(value, bytes.data());
    BN_free(value);
    return bytes;
  }

  /// RSASSA-PKCS1-v1_5 over the DigestInfo in the command's data field.
  Bytes signature_over(const Bytes& command) const {
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new(key_.get(), nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY_sign_init(context.get());
    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING);
    std::size_t size = 256;
    Bytes signature(size);
    EVP_PKEY_sign(context.get(), signature.data(), &size, command.data() + 5, command.at(4));
    return signature;
  }
};

}  // namespace uketsuke::reader

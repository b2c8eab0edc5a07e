#include "sim/pki/openssl/rsa_key_file.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include <array>
#include <optional>

namespace uketsuke::pki {

namespace {

// In the order of PKCS#1; the version precedes them.
constexpr std::array<const char*, 8> kNumbers = {
    OSSL_PKEY_PARAM_RSA_N,         OSSL_PKEY_PARAM_RSA_E,           OSSL_PKEY_PARAM_RSA_D,
    OSSL_PKEY_PARAM_RSA_FACTOR1,   OSSL_PKEY_PARAM_RSA_FACTOR2,     OSSL_PKEY_PARAM_RSA_EXPONENT1,
    OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1};
enum Number { kN, kE, kD, kP, kQ, kDp, kDq, kQinv };

using SecretNumber = Handle<BIGNUM, BN_clear_free>;
using Numbers = std::array<SecretNumber, kNumbers.size()>;
using BnContext = Handle<BN_CTX, BN_CTX_free>;

/// Reads definite lengths of up to two bytes, which suffices for an RSA key.
class DerReader {
 public:
  explicit DerReader(const Bytes& der) : at_(der.data()), end_(der.data() + der.size()) {}

  bool done() const { return at_ == end_; }

  /// The value of the next element if it has this tag, else nothing; the reader moves past it.
  std::optional<DerReader> enter(std::uint8_t tag) {
    if (end_ - at_ < 2 || *at_++ != tag) return std::nullopt;
    std::size_t length = *at_++;
    if (length > 0x80) {
      const std::size_t count = length - 0x80;
      if (count > 2 || static_cast<std::size_t>(end_ - at_) < count) return std::nullopt;
      length = 0;
      for (std::size_t i = 0; i < count; ++i) length = length << 8 | *at_++;
    }
    if (static_cast<std::size_t>(end_ - at_) < length) return std::nullopt;
    DerReader inner(at_, at_ + length);
    at_ += length;
    return inner;
  }

  SecretNumber number() {
    const auto value = enter(0x02);
    if (!value || value->done() || (*value->at_ & 0x80) != 0) return nullptr;
    return SecretNumber(BN_bin2bn(value->at_, static_cast<int>(value->end_ - value->at_), nullptr));
  }

 private:
  DerReader(const std::uint8_t* at, const std::uint8_t* end) : at_(at), end_(end) {}
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

std::optional<Numbers> read_numbers(const Bytes& der) {
  DerReader file(der);
  auto sequence = file.enter(0x30);
  if (!sequence || !file.done()) return std::nullopt;
  const SecretNumber version = sequence->number();
  if (version == nullptr || !BN_is_zero(version.get())) return std::nullopt;
  Numbers numbers;
  for (SecretNumber& number : numbers) {
    number = sequence->number();
    if (number == nullptr) return std::nullopt;
  }
  return sequence->done() ? std::make_optional(std::move(numbers)) : std::nullopt;
}

/// Whether d mod (prime - 1) is the exponent.
bool exponent_fits(const BIGNUM* d, const BIGNUM* prime, const BIGNUM* exponent, BN_CTX* context) {
  const SecretNumber less(BN_dup(prime));
  const SecretNumber rest(BN_new());
  return less && rest && BN_sub_word(less.get(), 1) == 1 && !BN_is_zero(less.get()) &&
         BN_mod(rest.get(), d, less.get(), context) == 1 && BN_cmp(rest.get(), exponent) == 0;
}

/// Whether the numbers belong together: a file with a flipped bit must not become a key that signs wrongly.
bool consistent(const Numbers& v) {
  const BnContext context(BN_CTX_new());
  const SecretNumber product(BN_new());
  if (!context || !product || BN_is_zero(v[kP].get()) || BN_is_zero(v[kQ].get())) return false;
  if (BN_mul(product.get(), v[kP].get(), v[kQ].get(), context.get()) != 1) return false;
  if (BN_cmp(product.get(), v[kN].get()) != 0 || !BN_is_word(v[kE].get(), 65537)) return false;
  if (BN_mod_mul(product.get(), v[kQinv].get(), v[kQ].get(), v[kP].get(), context.get()) != 1) return false;
  return BN_is_one(product.get()) && exponent_fits(v[kD].get(), v[kP].get(), v[kDp].get(), context.get()) &&
         exponent_fits(v[kD].get(), v[kQ].get(), v[kDq].get(), context.get());
}

}  // namespace

Bytes to_pkcs1(const EVP_PKEY& key) {
  unsigned char* der = nullptr;
  const int size = i2d_PrivateKey(&key, &der);
  check(size > 0, "write an RSA key");
  Bytes bytes(der, der + size);
  OPENSSL_clear_free(der, static_cast<std::size_t>(size));
  return bytes;
}

PkeyHandle from_pkcs1(const Bytes& der) {
  const auto numbers = read_numbers(der);
  if (!numbers || !consistent(*numbers)) return nullptr;
  const Handle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(check(OSSL_PARAM_BLD_new(), "read an RSA key"));
  for (std::size_t i = 0; i < kNumbers.size(); ++i) {
    check(OSSL_PARAM_BLD_push_BN(builder.get(), kNumbers[i], (*numbers)[i].get()), "read an RSA key");
  }
  const Handle<OSSL_PARAM, OSSL_PARAM_free> parameters(
      check(OSSL_PARAM_BLD_to_param(builder.get()), "read an RSA key"));
  const PkeyContext context(check(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr), "read an RSA key"));
  EVP_PKEY* key = nullptr;
  check(EVP_PKEY_fromdata_init(context.get()) > 0, "read an RSA key");
  check(EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) > 0, "read an RSA key");
  return PkeyHandle(key);
}

}  // namespace uketsuke::pki

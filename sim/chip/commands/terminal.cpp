#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <memory>

#include "sim/chip/execution.h"

// 特定機関認証, PIN-less authentication of a specified institution's terminal.
//
// SET PUBLIC IC KEY is as it was seen on cards. EXTERNAL AUTHENTICATE, and the right that it gives, is an
// ASSUMPTION that no source supports; it exists only under `pinless: assumed`.

namespace uketsuke::chip {

namespace {

constexpr std::size_t kKeyIds = 32;  // issuer's and subject's
constexpr std::size_t kModulus = 256;
constexpr std::size_t kSignature = 256;
constexpr std::size_t kChallengeLeast = 8;

// 7F21 820233, 5F4E 820129: the only lengths that a certificate of an RSA-2048 key signed by another can
// have.
constexpr std::array<std::uint8_t, 10> kBodyHead = {0x7F, 0x21, 0x82, 0x02, 0x33,
                                                    0x5F, 0x4E, 0x82, 0x01, 0x29};
constexpr std::array<std::uint8_t, 9> kKeyHead = {0x90, 0x03, 0x01, 0x00, 0x01, 0x91, 0x82, 0x01, 0x00};
constexpr std::array<std::uint8_t, 5> kSignatureHead = {0x5F, 0x37, 0x82, 0x01, 0x00};
constexpr std::size_t kBody = kKeyIds + kKeyHead.size() + kModulus;

template <class Head>
bool begins_with(ByteView data, const Head& head) {
  return data.size >= head.size() && std::equal(head.begin(), head.end(), data.begin());
}

ByteView behind(ByteView data, std::size_t count) { return {data.data + count, data.size - count}; }

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
template <class T, auto Free>
using Handle = std::unique_ptr<T, Freer<Free>>;

std::shared_ptr<EVP_PKEY> public_key(const std::uint8_t* modulus) {
  const Handle<BIGNUM, BN_free> n(BN_bin2bn(modulus, kModulus, nullptr));
  const Handle<BIGNUM, BN_free> e(BN_new());
  const Handle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
  const Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  if (!n || !e || !builder || !context || BN_set_word(e.get(), 65537) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) {
    return nullptr;
  }
  const Handle<OSSL_PARAM, OSSL_PARAM_free> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  EVP_PKEY* key = nullptr;
  if (!parameters || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    return nullptr;
  }
  return {key, EVP_PKEY_free};
}

/// PKCS#1 v1.5 with SHA-256.
bool verifies(EVP_PKEY* key, ByteView data, ByteView signature) {
  const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
  const bool good =
      key != nullptr && context != nullptr &&
      EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
      EVP_DigestVerify(context.get(), signature.data, signature.size, data.data, data.size) == 1;
  ERR_clear_error();
  return good;
}

/// The key that checks certificates, where it is the current object.
struct Found {
  const Key* key = nullptr;
  StatusWord error = sw::kOk;
};

Found authority_key(const Execution& execution, const ObjectRef* object) {
  if (object == nullptr) return {nullptr, sw::kNoCurrentFile};
  if (object->kind != ObjectRef::Kind::key) return {nullptr, sw::kIncompatibleFile};
  const Key& key = execution.image().keys[object->index];
  if (key.command != KeyCommand::set_public_key) return {nullptr, sw::kConditionsOfUse};
  return {&key, sw::kOk};
}

}  // namespace

StatusWord set_public_key_body(Execution& execution) {
  const ByteView data = execution.command.data;
  const Found found = authority_key(execution, execution.session().object);
  if (found.error != sw::kOk) return found.error;
  const ByteView body = data.size < kBodyHead.size() ? ByteView() : behind(data, kBodyHead.size());
  // Whatever is no certificate of this form was seen to be answered 6700.
  if (execution.command.le || body.size != kBody || !begins_with(data, kBodyHead) ||
      !begins_with(behind(body, kKeyIds), kKeyHead)) {
    return sw::kWrongLength;
  }
  execution.session().terminal = {};
  execution.session().terminal.certificate_body.assign(body.begin(), body.end());
  return sw::kOk;
}

StatusWord set_public_key_signature(Execution& execution) {
  const ByteView data = execution.command.data;
  const Found found = authority_key(execution, execution.session().object);
  if (found.error != sw::kOk) return found.error;
  if (execution.command.le || data.size != kSignatureHead.size() + kSignature ||
      !begins_with(data, kSignatureHead)) {
    return sw::kWrongLength;
  }
  TerminalAuthentication& terminal = execution.session().terminal;
  const Bytes body = std::exchange(terminal.certificate_body, {});
  if (body.empty()) return sw::kConditionsOfUse;
  execution.spend(execution.timing().rsa_public);
  // That a false signature answers 6985 is assumed: sources have only certificates of wrong form.
  if (!verifies(found.key->key.get(), body, behind(data, kSignatureHead.size()))) return sw::kConditionsOfUse;
  terminal.key = public_key(body.data() + kKeyIds + kKeyHead.size());
  return sw::kOk;
}

StatusWord external_authenticate(Execution& execution) {
  const Command& command = execution.command;
  Session& session = execution.session();
  const std::size_t challenge = std::exchange(session.challenge.size, 0);  // good for one attempt
  session.terminal.authenticated = false;
  const Target target = referred_by(execution, command.p2);
  if (target.error != sw::kOk) return target.error;
  const Found found = authority_key(execution, target.object);
  if (found.error != sw::kOk) return found.error;
  if (command.le || command.data.size != kSignature) return sw::kWrongLength;
  if (session.terminal.key == nullptr || challenge < kChallengeLeast) return sw::kConditionsOfUse;
  execution.spend(execution.timing().rsa_public);
  const ByteView expected(session.challenge.bytes.data(), challenge);
  if (!verifies(session.terminal.key.get(), expected, command.data)) return sw::kWrongUnlimited;
  session.terminal.authenticated = true;
  return sw::kOk;
}

}  // namespace uketsuke::chip

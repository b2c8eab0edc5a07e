#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/crypto/rsa_public_key.h"
#include "base/handle.h"
#include "sim/chip/execution.h"

// 特定機関認証, PIN-less authentication of a specified institution's terminal.
//
// SET PUBLIC IC KEY behaves as observed on cards. EXTERNAL AUTHENTICATE, and the right that it gives, is an
// ASSUMPTION without any source; it exists only under `pinless: assumed`.

namespace uketsuke::chip {

namespace {

constexpr std::size_t kKeyIds = 32;  // issuer's and subject's
constexpr std::size_t kModulus = 256;
constexpr std::size_t kSignature = 256;
constexpr std::size_t kChallengeLeast = 8;

// 7F21 820233, 5F4E 820129: the only possible lengths of a certificate whose subject and issuer keys are
// RSA-2048.
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

/// The key that checks certificates, if it is the current object.
struct FoundAuthority {
  const Key* key = nullptr;
  StatusWord error = sw::kOk;
};

FoundAuthority authority_key(const Execution& execution, const ObjectRef* object) {
  if (object == nullptr) return {nullptr, sw::kNoCurrentFile};
  if (object->kind != ObjectRef::Kind::key) return {nullptr, sw::kIncompatibleFile};
  const Key& key = execution.image().keys[object->index];
  if (key.command != KeyCommand::set_public_key) return {nullptr, sw::kConditionsOfUse};
  return {&key, sw::kOk};
}

}  // namespace

StatusWord set_public_key_body(Execution& execution) {
  const ByteView data = execution.command.data;
  const FoundAuthority found = authority_key(execution, execution.session().object);
  if (found.error != sw::kOk) return found.error;
  const ByteView body = data.size < kBodyHead.size() ? ByteView() : behind(data, kBodyHead.size());
  // Observed: bytes that are not a certificate of this form are answered with 6700.
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
  const FoundAuthority found = authority_key(execution, execution.session().object);
  if (found.error != sw::kOk) return found.error;
  if (execution.command.le || data.size != kSignatureHead.size() + kSignature ||
      !begins_with(data, kSignatureHead)) {
    return sw::kWrongLength;
  }
  TerminalAuthentication& terminal = execution.session().terminal;
  const Bytes body = std::exchange(terminal.certificate_body, {});
  if (body.empty()) return sw::kConditionsOfUse;
  execution.spend(execution.timing().rsa_public);
  // Assumed: a wrong signature is answered with 6985. Sources only show certificates of wrong form.
  if (!verifies(found.key->key.get(), body, behind(data, kSignatureHead.size()))) return sw::kConditionsOfUse;
  terminal.key = rsa_public_key(body.data() + kKeyIds + kKeyHead.size(), kModulus);
  return sw::kOk;
}

StatusWord external_authenticate(Execution& execution) {
  const Command& command = execution.command;
  Session& session = execution.session();
  const std::size_t challenge = std::exchange(session.challenge.size, 0);  // valid for one attempt
  session.terminal.authenticated = false;
  const Target target = referred_by(execution, command.p2);
  if (target.error != sw::kOk) return target.error;
  const FoundAuthority found = authority_key(execution, target.object);
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

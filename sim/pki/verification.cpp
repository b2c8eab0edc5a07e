#include "sim/pki/verification.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <array>
#include <map>
#include <utility>

#include "base/crypto/rsa_public_key.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "sim/pki/openssl/openssl_reading.h"

namespace uketsuke::pki {

namespace {

constexpr std::size_t kMostRemembered = 4096;

Bytes to_bytes_of(const ASN1_OCTET_STRING* string) {
  if (string == nullptr) return {};
  const unsigned char* at = ASN1_STRING_get0_data(string);
  return {at, at + ASN1_STRING_length(string)};
}

/// Fetched once: EVP_sha256() would be resolved for every signature.
const EVP_MD* sha256_algorithm() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

/// A context that verifies SHA-256 with PKCS#1 v1.5 under a key; null for an unsuitable key.
PkeyContext verifier_of(EVP_PKEY* key) {
  if (key == nullptr || EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA) return nullptr;
  PkeyContext context(EVP_PKEY_CTX_new(key, nullptr));
  const bool ready = context != nullptr && EVP_PKEY_verify_init(context.get()) == 1 &&
                     EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
                     EVP_PKEY_CTX_set_signature_md(context.get(), sha256_algorithm()) == 1;
  ERR_clear_error();
  return ready ? std::move(context) : nullptr;
}

/// False for any mismatch or malformed input.
bool verify(EVP_PKEY_CTX* verifier, const Bytes& data, const Bytes& signature) {
  std::array<unsigned char, 32> hash;
  const bool good =
      verifier != nullptr &&
      EVP_Digest(data.data(), data.size(), hash.data(), nullptr, sha256_algorithm(), nullptr) == 1 &&
      EVP_PKEY_verify(verifier, signature.data(), signature.size(), hash.data(), hash.size()) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace

/// The part of a verification that does not depend on the time.
struct Chain {
  CertificateVerdict verdict = CertificateVerdict::malformed;  ///< valid: an authority signed it
  DateTime not_before{}, not_after{};
  DateTime authority_not_before{}, authority_not_after{};
};

struct TrustStore::Impl {
  X509StoreHandle store{check(X509_STORE_new(), "make a trust store")};
  /// Cached facts about a certificate, each determined on first use.
  struct Known {
    std::optional<Chain> chain;
    std::optional<std::optional<CertificateFacts>> facts;
    std::optional<PkeyContext> verifier;  ///< null: no signature is valid
  };
  std::map<Bytes, Known> known;  ///< by certificate: hashing one costs more than finding it among thousands

  Chain examine(const Bytes& der) const;
  Known& look_up(const Bytes& der);
};

Chain TrustStore::Impl::examine(const Bytes& der) const {
  const X509Handle certificate(read_x509(der));
  if (certificate == nullptr) return {};
  const X509StoreContext context(check(X509_STORE_CTX_new(), "verify a certificate"));
  check(X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr), "verify a certificate");
  X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_NO_CHECK_TIME);
  const bool good = X509_verify_cert(context.get()) == 1;
  ERR_clear_error();
  if (!good) return {CertificateVerdict::untrusted, {}, {}, {}, {}};
  const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(context.get());
  const X509* authority = sk_X509_value(chain, sk_X509_num(chain) - 1);
  const auto first = to_japan(X509_get0_notBefore(certificate.get()));
  const auto last = to_japan(X509_get0_notAfter(certificate.get()));
  const auto authority_first = to_japan(X509_get0_notBefore(authority));
  const auto authority_last = to_japan(X509_get0_notAfter(authority));
  if (!first || !last || !authority_first || !authority_last) return {};
  return {CertificateVerdict::valid, *first, *last, *authority_first, *authority_last};
}

TrustStore::Impl::Known& TrustStore::Impl::look_up(const Bytes& der) {
  const auto found = known.find(der);
  if (found != known.end()) return found->second;
  if (known.size() >= kMostRemembered) known.clear();
  return known[der];
}

TrustStore::TrustStore() : impl_(std::make_unique<Impl>()) {}
TrustStore::~TrustStore() = default;
TrustStore::TrustStore(TrustStore&&) noexcept = default;
TrustStore& TrustStore::operator=(TrustStore&&) noexcept = default;

void TrustStore::trust(const Bytes& authority_certificate) {
  const X509Handle certificate(read_x509(authority_certificate));
  if (certificate == nullptr) throw_openssl("trust an authority whose certificate cannot be read");
  check(X509_STORE_add_cert(impl_->store.get(), certificate.get()), "trust an authority");
  impl_->known.clear();
}

CertificateVerdict TrustStore::verify(const Bytes& der, DateTime at) const {
  auto& known = impl_->look_up(der).chain;
  if (!known) known = impl_->examine(der);
  const Chain& chain = *known;
  if (chain.verdict != CertificateVerdict::valid) return chain.verdict;
  if (at < chain.not_before) return CertificateVerdict::not_yet_valid;
  if (at > chain.not_after) return CertificateVerdict::expired;
  // A root outside its validity vouches for no certificate.
  const bool vouched = at >= chain.authority_not_before && at <= chain.authority_not_after;
  return vouched ? CertificateVerdict::valid : CertificateVerdict::untrusted;
}

const std::optional<CertificateFacts>& TrustStore::facts(const Bytes& der) const {
  auto& known = impl_->look_up(der).facts;
  if (!known) known = read_certificate(der);
  return *known;
}

std::optional<CertificateFacts> read_certificate(const Bytes& der) {
  const X509Handle certificate(read_x509(der));
  if (certificate == nullptr) return std::nullopt;
  std::uint64_t serial = 0;
  const auto first = to_japan(X509_get0_notBefore(certificate.get()));
  const auto last = to_japan(X509_get0_notAfter(certificate.get()));
  if (ASN1_INTEGER_get_uint64(&serial, X509_get0_serialNumber(certificate.get())) != 1 || !first || !last ||
      serial > 0xFFFFFFFF) {
    ERR_clear_error();
    return std::nullopt;
  }
  CertificateFacts facts;
  facts.issuer_key = to_bytes_of(X509_get0_authority_key_id(certificate.get()));
  facts.subject_key = to_bytes_of(X509_get0_subject_key_id(certificate.get()));
  facts.serial = static_cast<std::uint32_t>(serial);
  facts.not_before = *first;
  facts.not_after = *last;
  const X509_NAME* subject = X509_get_subject_name(certificate.get());
  const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (at >= 0) {
    const ASN1_STRING* name = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    facts.common_name.assign(reinterpret_cast<const char*>(ASN1_STRING_get0_data(name)),
                             static_cast<std::size_t>(ASN1_STRING_length(name)));
  }
  return facts;
}

bool TrustStore::verify_signature(const Bytes& certificate, const Bytes& data, const Bytes& signature) const {
  auto& verifier = impl_->look_up(certificate).verifier;
  if (!verifier) {
    const X509Handle holder(read_x509(certificate));
    verifier = verifier_of(holder != nullptr ? X509_get0_pubkey(holder.get()) : nullptr);
  }
  return pki::verify(verifier->get(), data, signature);
}

bool verify_signature(const Bytes& certificate, const Bytes& data, const Bytes& signature) {
  const X509Handle holder(read_x509(certificate));
  const PkeyContext verifier = verifier_of(holder != nullptr ? X509_get0_pubkey(holder.get()) : nullptr);
  return verify(verifier.get(), data, signature);
}

bool verify_signature_by_modulus(const Bytes& modulus, const Bytes& data, const Bytes& signature) {
  const PublicKey key = rsa_public_key(modulus.data(), modulus.size());
  return verify(verifier_of(key.get()).get(), data, signature);
}

}  // namespace uketsuke::pki

#include "sim/pki/revocation/verified_list.h"

#include <openssl/err.h>

#include <algorithm>

#include "sim/pki/openssl/openssl_handles.h"
#include "sim/pki/openssl/openssl_reading.h"

namespace uketsuke::pki {

namespace {

using CrlHandle = Handle<X509_CRL, X509_CRL_free>;

/// Our lists have none; a delta list, or a list for some certificates only, says so in one.
bool has_critical_extension(const X509_CRL& list) {
  for (int i = 0; i < X509_CRL_get_ext_count(&list); ++i) {
    if (X509_EXTENSION_get_critical(X509_CRL_get_ext(&list, i)) == 1) return true;
  }
  return false;
}

/// Compares the name and the key identifier in the list: all generations of an authority share a name.
bool is_issuer(X509_CRL& list, X509& authority) {
  if (X509_NAME_cmp(X509_CRL_get_issuer(&list), X509_get_subject_name(&authority)) != 0) return false;
  const Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free> key(static_cast<AUTHORITY_KEYID*>(
      X509_CRL_get_ext_d2i(&list, NID_authority_key_identifier, nullptr, nullptr)));
  const ASN1_OCTET_STRING* own = X509_get0_subject_key_id(&authority);
  return key != nullptr && key->keyid != nullptr && own != nullptr &&
         ASN1_OCTET_STRING_cmp(key->keyid, own) == 0;
}

/// @returns unspecified if the entry contains no reason
RevocationReason reason_of(const X509_REVOKED& entry) {
  const Handle<ASN1_ENUMERATED, ASN1_ENUMERATED_free> reason(
      static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(&entry, NID_crl_reason, nullptr, nullptr)));
  return reason == nullptr ? RevocationReason::unspecified
                           : static_cast<RevocationReason>(ASN1_ENUMERATED_get(reason.get()));
}

}  // namespace

VerifiedList VerifiedList::verify(const Bytes& der, const Bytes& authority_certificate) {
  const X509Handle authority(
      check(read_x509(authority_certificate).release(), "read an authority's certificate"));
  VerifiedList verified;
  const unsigned char* at = der.data();
  const CrlHandle list(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  if (list == nullptr) return verified;
  const auto from = to_japan(X509_CRL_get0_lastUpdate(list.get()));
  const auto until = to_japan(X509_CRL_get0_nextUpdate(list.get()));
  if (!from) return verified;
  verified.validity_ = {*from, until.value_or(*from - std::chrono::seconds(1))};
  verified.problem_ = has_critical_extension(*list)   ? StatementProblem::unsupported
                      : !is_issuer(*list, *authority) ? StatementProblem::wrong_issuer
                      : X509_CRL_verify(list.get(), X509_get0_pubkey(authority.get())) != 1
                          ? StatementProblem::bad_signature
                          : StatementProblem::none;
  ERR_clear_error();
  const STACK_OF(X509_REVOKED)* entries = X509_CRL_get_REVOKED(list.get());
  for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
    const X509_REVOKED& entry = *sk_X509_REVOKED_value(entries, i);
    std::uint64_t serial = 0;
    // Serial numbers of more than 32 bits are not ours.
    if (ASN1_INTEGER_get_uint64(&serial, X509_REVOKED_get0_serialNumber(&entry)) == 1 && serial <= 0xFFFFFFFF)
      verified.revoked_.emplace_back(static_cast<std::uint32_t>(serial), reason_of(entry));
  }
  ERR_clear_error();
  return verified;
}

Standing VerifiedList::standing(std::uint32_t serial, DateTime at, std::chrono::seconds leeway) const {
  if (problem_ != StatementProblem::none) return {problem_, std::nullopt};
  if (const auto problem = problem_of_time(validity_, at, leeway); problem != StatementProblem::none)
    return {problem, std::nullopt};
  const auto found = std::find_if(revoked_.begin(), revoked_.end(),
                                  [&](const auto& entry) { return entry.first == serial; });
  if (found == revoked_.end()) return {};
  return {StatementProblem::none, found->second};
}

}  // namespace uketsuke::pki

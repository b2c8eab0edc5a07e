#include "sim/pki/revocation/revocation.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>

#include <algorithm>
#include <stdexcept>

#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::pki {

namespace {

constexpr const char* kList = "make a revocation list";
constexpr const char* kAnswer = "answer an OCSP request";

using CrlHandle = Handle<X509_CRL, X509_CRL_free>;
using TimeHandle = Handle<ASN1_TIME, ASN1_TIME_free>;
using RequestHandle = Handle<OCSP_REQUEST, OCSP_REQUEST_free>;
using ResponseHandle = Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using BasicHandle = Handle<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using IdHandle = Handle<OCSP_CERTID, OCSP_CERTID_free>;
using Integer = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;

time_t utc_seconds(DateTime japan) { return (japan - std::chrono::hours(9)).time_since_epoch().count(); }

TimeHandle time_of(DateTime japan) {
  return TimeHandle(check(ASN1_TIME_set(nullptr, utc_seconds(japan)), kList));
}

/// OCSP uses GeneralizedTime only.
TimeHandle generalized_time_of(DateTime japan) {
  return TimeHandle(check(ASN1_GENERALIZEDTIME_set(nullptr, utc_seconds(japan)), kAnswer));
}

X509Handle parse_certificate(const Bytes& der) {
  const unsigned char* at = der.data();
  return X509Handle(check(d2i_X509(nullptr, &at, static_cast<long>(der.size())), "read a certificate"));
}

template <class Object, class Write>
Bytes to_der(Object* object, Write write, const char* what) {
  unsigned char* der = nullptr;
  const int size = write(object, &der);
  check(size > 0, what);
  Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

void require_order(const Validity& validity) {
  if (validity.until < validity.from) throw std::invalid_argument("a statement cannot end before it begins");
}

void add_revoked(X509_CRL& list, const Revocation& revocation) {
  Handle<X509_REVOKED, X509_REVOKED_free> entry(check(X509_REVOKED_new(), kList));
  const Integer serial(check(ASN1_INTEGER_new(), kList));
  check(ASN1_INTEGER_set_uint64(serial.get(), revocation.serial), kList);
  check(X509_REVOKED_set_serialNumber(entry.get(), serial.get()), kList);
  check(X509_REVOKED_set_revocationDate(entry.get(), time_of(revocation.at).get()), kList);
  // RFC 5280 §5.3.1: the extension should be absent for `unspecified`.
  if (revocation.reason != RevocationReason::unspecified) {
    const Handle<ASN1_ENUMERATED, ASN1_ENUMERATED_free> reason(check(ASN1_ENUMERATED_new(), kList));
    check(ASN1_ENUMERATED_set(reason.get(), static_cast<long>(revocation.reason)), kList);
    check(X509_REVOKED_add1_ext_i2d(entry.get(), NID_crl_reason, reason.get(), 0, X509V3_ADD_APPEND) > 0,
          kList);
  }
  check(X509_CRL_add0_revoked(&list, entry.get()), kList);
  entry.release();
}

/// RFC 5280 §5.2: number of the list, and its authority.
void add_extensions(X509_CRL& list, const X509& authority, std::uint32_t number) {
  const Integer value(check(ASN1_INTEGER_new(), kList));
  check(ASN1_INTEGER_set_uint64(value.get(), number), kList);
  check(X509_CRL_add1_ext_i2d(&list, NID_crl_number, value.get(), 0, X509V3_ADD_APPEND) > 0, kList);
  const Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free> id(check(AUTHORITY_KEYID_new(), kList));
  id->keyid = ASN1_OCTET_STRING_dup(
      check(X509_get0_subject_key_id(const_cast<X509*>(&authority)), kList));  // NOLINT: fills a cache in it
  check(X509_CRL_add1_ext_i2d(&list, NID_authority_key_identifier, id.get(), 0, X509V3_ADD_APPEND) > 0,
        kList);
}

/// Whether the certificate in the request is of this authority, by the hashes of its name and key.
bool is_ours(OCSP_CERTID* asked, const X509& authority) {
  ASN1_OBJECT* algorithm = nullptr;
  OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, asked);
  const EVP_MD* digest = EVP_get_digestbyobj(algorithm);
  if (digest == nullptr) return false;
  const IdHandle ours(OCSP_cert_to_id(digest, nullptr, &authority));
  return ours != nullptr && OCSP_id_issuer_cmp(ours.get(), asked) == 0;
}

void add_status(OCSP_BASICRESP& answer, OCSP_CERTID* asked, const X509& authority,
                const std::vector<Revocation>& revoked, const Validity& validity) {
  ASN1_INTEGER* serial = nullptr;
  OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, asked);
  std::uint64_t number = 0;
  const bool readable = ASN1_INTEGER_get_uint64(&number, serial) == 1;
  ERR_clear_error();
  const auto found = std::find_if(revoked.begin(), revoked.end(), [&](const Revocation& revocation) {
    return readable && revocation.serial == number;
  });
  int status = V_OCSP_CERTSTATUS_UNKNOWN;
  int reason = OCSP_REVOKED_STATUS_NOSTATUS;
  TimeHandle since;
  if (is_ours(asked, authority)) {
    status = found == revoked.end() ? V_OCSP_CERTSTATUS_GOOD : V_OCSP_CERTSTATUS_REVOKED;
    if (found != revoked.end()) {
      since = generalized_time_of(found->at);
      if (found->reason != RevocationReason::unspecified) reason = static_cast<int>(found->reason);
    }
  }
  check(OCSP_basic_add1_status(&answer, asked, status, reason, since.get(),
                               generalized_time_of(validity.from).get(),
                               generalized_time_of(validity.until).get()),
        kAnswer);
}

Bytes to_response(int status, OCSP_BASICRESP* basic) {
  const ResponseHandle response(check(OCSP_response_create(status, basic), kAnswer));
  return to_der(response.get(), i2d_OCSP_RESPONSE, kAnswer);
}

}  // namespace

Bytes revocation_list(Authority& authority, Date issued, const std::vector<Revocation>& revoked,
                      const Validity& validity, std::uint32_t number) {
  return revocation_list({authority.certificate(issued), authority.key(issued)}, revoked, validity, number);
}

Bytes revocation_list(const Issuer& by, const std::vector<Revocation>& revoked, const Validity& validity,
                      std::uint32_t number) {
  require_order(validity);
  const X509Handle issuer = parse_certificate(by.certificate);
  const CrlHandle list(check(X509_CRL_new(), kList));
  check(X509_CRL_set_version(list.get(), X509_CRL_VERSION_2), kList);
  check(X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.get())), kList);
  check(X509_CRL_set1_lastUpdate(list.get(), time_of(validity.from).get()), kList);
  check(X509_CRL_set1_nextUpdate(list.get(), time_of(validity.until).get()), kList);
  for (const Revocation& revocation : revoked) add_revoked(*list, revocation);
  X509_CRL_sort(list.get());
  add_extensions(*list, *issuer, number);
  check(X509_CRL_sign(list.get(), by.key.get(), EVP_sha256()) > 0, kList);
  return to_der(list.get(), i2d_X509_CRL, kList);
}

Bytes answer_ocsp(Authority& authority, Date issued, const Bytes& request,
                  const std::vector<Revocation>& revoked, const Validity& validity) {
  return answer_ocsp({authority.certificate(issued), authority.key(issued)}, request, revoked, validity);
}

Bytes answer_ocsp(const Issuer& by, const Bytes& request, const std::vector<Revocation>& revoked,
                  const Validity& validity) {
  require_order(validity);
  const unsigned char* at = request.data();
  const RequestHandle asked(d2i_OCSP_REQUEST(nullptr, &at, static_cast<long>(request.size())));
  if (asked == nullptr || OCSP_request_onereq_count(asked.get()) == 0) {
    ERR_clear_error();
    return to_response(OCSP_RESPONSE_STATUS_MALFORMEDREQUEST, nullptr);
  }
  const X509Handle issuer = parse_certificate(by.certificate);
  const BasicHandle answer(check(OCSP_BASICRESP_new(), kAnswer));
  for (int i = 0; i < OCSP_request_onereq_count(asked.get()); ++i) {
    OCSP_CERTID* id = OCSP_onereq_get0_id(OCSP_request_onereq_get0(asked.get(), i));
    add_status(*answer, id, *issuer, revoked, validity);
  }
  check(OCSP_copy_nonce(answer.get(), asked.get()) > 0, kAnswer);
  // The authority's certificate is not included: relying parties that trust it have it. `producedAt`, which
  // every answer must contain (RFC 6960 §4.2.1), is the time of signing.
  check(OCSP_basic_sign(answer.get(), issuer.get(), by.key.get(), EVP_sha256(), nullptr,
                        OCSP_NOCERTS | OCSP_RESPID_KEY) > 0,
        kAnswer);
  return to_response(OCSP_RESPONSE_STATUS_SUCCESSFUL, answer.get());
}

}  // namespace uketsuke::pki

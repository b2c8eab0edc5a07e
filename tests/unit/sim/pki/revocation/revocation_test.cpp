#include "sim/pki/revocation/revocation.h"

#include <gtest/gtest.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>

#include <fstream>

#include "base/error.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "sim/pki/openssl/pem.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {

namespace revocation_test {

// RFC 5280 §5 and RFC 6960, checked by OpenSSL's own verification. The openssl program checks these files:
// tests/integration/pki_test.py.

const Date kIssued = *parse_date("2025-10-27");
const Validity kWeek{DateTime(*parse_date("2026-01-01")), DateTime(*parse_date("2026-01-08"))};
const DateTime kRevoked = DateTime(*parse_date("2025-12-24")) + std::chrono::hours(12);

using CrlHandle = Handle<X509_CRL, X509_CRL_free>;
using ResponseHandle = Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using BasicHandle = Handle<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using RequestHandle = Handle<OCSP_REQUEST, OCSP_REQUEST_free>;

TestAuthority& authority() { return TestAuthority::instance(); }

/// A certificate that is revoked, and one that is not.
Bytes lost_card() { return authority().authentication_certificate(); }
Bytes other_card() {
  AuthenticationSubject subject = TestAuthority::subject();
  subject.serial = 0x11112222;
  return authority().authentication.issue_authentication_certificate(subject, authority().holder_key());
}

std::vector<Revocation> revoked() { return {{TestAuthority::subject().serial, kRevoked}}; }

Bytes list() { return revocation_list(authority().authentication, kIssued, revoked(), kWeek, 42); }

X509Handle certificate(const Bytes& der) {
  const unsigned char* at = der.data();
  return X509Handle(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
}

CrlHandle parsed_list(const Bytes& der) {
  const unsigned char* at = der.data();
  return CrlHandle(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
}

/// X509_V_OK, or the error of a path validation that uses the list, on 2 January 2026.
int verify(const Bytes& der, const Bytes& crl) {
  const X509StoreHandle store(X509_STORE_new());
  X509_STORE_add_cert(store.get(), certificate(authority().authentication.certificate(kIssued)).get());
  X509_STORE_add_crl(store.get(), parsed_list(crl).get());
  const X509Handle holder = certificate(der);
  const X509StoreContext context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), holder.get(), nullptr);
  X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_CRL_CHECK);
  X509_STORE_CTX_set_time(context.get(), 0, 1767312000);  // 2026-01-02 00:00:00 UTC
  X509_verify_cert(context.get());
  return X509_STORE_CTX_get_error(context.get());
}

TEST(RevocationList, RevokesTheCertificateThatItNamesAndNoOther) {
  EXPECT_EQ(verify(lost_card(), list()), X509_V_ERR_CERT_REVOKED);
  EXPECT_EQ(verify(other_card(), list()), X509_V_OK);
}

TEST(RevocationList, EmptyListRevokesNobody) {
  EXPECT_EQ(verify(lost_card(), revocation_list(authority().authentication, kIssued, {}, kWeek)), X509_V_OK);
}

TEST(RevocationList, OfLastWeekHasExpired) {
  const Validity past{kWeek.from - std::chrono::hours(24 * 14), kWeek.from - std::chrono::hours(24 * 7)};
  EXPECT_EQ(verify(other_card(), revocation_list(authority().authentication, kIssued, {}, past)),
            X509_V_ERR_CRL_HAS_EXPIRED);
}

TEST(RevocationList, IsSignedByItsGeneration) {
  const CrlHandle parsed = parsed_list(list());
  ASSERT_NE(parsed, nullptr);
  const auto verifies = [&](const char* day) {
    const X509Handle issuer = certificate(authority().authentication.certificate(*parse_date(day)));
    return X509_CRL_verify(parsed.get(), X509_get0_pubkey(issuer.get()));
  };
  EXPECT_EQ(verifies("2025-10-27"), 1);
  EXPECT_NE(verifies("2022-06-01"), 1);
}

TEST(RevocationList, CannotEndBeforeItBegins) {
  EXPECT_THROW(revocation_list(authority().authentication, kIssued, {}, {kWeek.until, kWeek.from}),
               std::invalid_argument);
}

/// Requests the status of one certificate, with a nonce.
RequestHandle question(const Bytes& der, const Bytes& issuer) {
  RequestHandle request(OCSP_REQUEST_new());
  OCSP_request_add0_id(request.get(),
                       OCSP_cert_to_id(EVP_sha1(), certificate(der).get(), certificate(issuer).get()));
  std::uint8_t nonce[] = {1, 2, 3, 4, 5, 6, 7, 8};
  OCSP_request_add1_nonce(request.get(), nonce, sizeof nonce);
  return request;
}

Bytes to_der(OCSP_REQUEST* request) {
  unsigned char* der = nullptr;
  const int size = i2d_OCSP_REQUEST(request, &der);
  Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

struct Answer {
  int response = -1;
  int verified = -1;
  int nonce = -1;
  int status = -1;
};

Answer ask(const Bytes& der, const Bytes& issuer) {
  const RequestHandle request = question(der, issuer);
  const Bytes bytes =
      answer_ocsp(authority().authentication, kIssued, to_der(request.get()), revoked(), kWeek);
  const unsigned char* at = bytes.data();
  const ResponseHandle response(d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(bytes.size())));
  Answer answer;
  answer.response = OCSP_response_status(response.get());
  const BasicHandle basic(OCSP_response_get1_basic(response.get()));
  const X509StoreHandle store(X509_STORE_new());
  const X509Handle trusted = certificate(authority().authentication.certificate(kIssued));
  X509_STORE_add_cert(store.get(), trusted.get());
  STACK_OF(X509)* signers = sk_X509_new_null();
  sk_X509_push(signers, trusted.get());
  answer.verified = OCSP_basic_verify(basic.get(), signers, store.get(), OCSP_TRUSTOTHER);
  sk_X509_free(signers);
  answer.nonce = OCSP_check_nonce(request.get(), basic.get());
  answer.status = OCSP_single_get0_status(OCSP_resp_get0(basic.get(), 0), nullptr, nullptr, nullptr, nullptr);
  return answer;
}

TEST(Ocsp, AnswersRevokedGoodOrUnknownUnderTheAuthoritysSignature) {
  const Bytes ours = authority().authentication.certificate(kIssued);
  const Answer lost = ask(lost_card(), ours);
  EXPECT_EQ(lost.response, OCSP_RESPONSE_STATUS_SUCCESSFUL);
  EXPECT_EQ(lost.verified, 1);
  EXPECT_EQ(lost.nonce, 1);  // present and equal
  EXPECT_EQ(lost.status, V_OCSP_CERTSTATUS_REVOKED);
  EXPECT_EQ(ask(other_card(), ours).status, V_OCSP_CERTSTATUS_GOOD);
  EXPECT_EQ(ask(lost_card(), authority().signing.certificate(kIssued)).status, V_OCSP_CERTSTATUS_UNKNOWN);
}

TEST(Ocsp, OtherBytesAreAMalformedRequest) {
  for (const Bytes& request : {Bytes{}, Bytes(20, 0x30), lost_card()}) {
    const Bytes bytes = answer_ocsp(authority().authentication, kIssued, request, revoked(), kWeek);
    const unsigned char* at = bytes.data();
    const ResponseHandle response(d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(bytes.size())));
    ASSERT_NE(response, nullptr);
    EXPECT_EQ(OCSP_response_status(response.get()), OCSP_RESPONSE_STATUS_MALFORMEDREQUEST);
  }
}

TEST(CertificatePem, ReadsBackAsTheSameCertificate) {
  const std::string pem = certificate_pem(lost_card());
  const Handle<BIO, BIO_free> memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  const X509Handle read(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(X509_cmp(read.get(), certificate(lost_card()).get()), 0);
}

TEST(CertificatePem, OtherBytesAreASystemError) { EXPECT_THROW(certificate_pem(Bytes(10)), SystemError); }

/// Writes the input that tests/integration/pki_test.py gives to the openssl program: UKETSUKE_PKI_OUT is a
/// folder, and UKETSUKE_PKI_REQUEST a file with an OCSP request from openssl. Without them, it only creates
/// the statements.
TEST(RevocationList, WritesStatementsForTheOpensslProgram) {
  const auto write = [](const char* name, const Bytes& bytes) {
    ASSERT_FALSE(bytes.empty()) << name;
    const char* folder = std::getenv("UKETSUKE_PKI_OUT");
    if (folder == nullptr) return;
    std::ofstream out(std::filesystem::path(folder) / name, std::ios::binary);
    ASSERT_TRUE(
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())));
  };
  write("revoked.crl", list());
  write("reasons.crl",
        revocation_list(authority().authentication, kIssued,
                        {{TestAuthority::subject().serial, kRevoked, RevocationReason::certificate_hold},
                         {0x11112222, kRevoked, RevocationReason::cessation_of_operation},
                         {0x33334444, kRevoked, RevocationReason::unspecified}},
                        kWeek, 43));
  write("other.der", other_card());
  write("authorities.pem", to_bytes(certificate_pem(authority().authentication.certificate(kIssued)) +
                                    certificate_pem(authority().signing.certificate(kIssued))));
  const char* request = std::getenv("UKETSUKE_PKI_REQUEST");
  if (request == nullptr) return;
  std::ifstream in(request, std::ios::binary);
  write("answer.ocsp", answer_ocsp(authority().authentication, kIssued,
                                   Bytes(std::istreambuf_iterator<char>(in), {}), revoked(), kWeek));
}

}  // namespace revocation_test
}  // namespace uketsuke::pki

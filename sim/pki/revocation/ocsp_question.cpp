#include "sim/pki/revocation/ocsp_question.h"

#include <openssl/err.h>
#include <openssl/ocsp.h>

#include "sim/pki/openssl/openssl_handles.h"
#include "sim/pki/openssl/openssl_reading.h"

namespace uketsuke::pki {

namespace {

constexpr const char* kAsk = "ask by OCSP";

using ResponseHandle = Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using BasicHandle = Handle<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using IdHandle = Handle<OCSP_CERTID, OCSP_CERTID_free>;

struct StackFree {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }  // frees the stack, not its elements
};

/// Whether the authority's own key signed it. No other signer is accepted, so a certificate in the answer has
/// no effect.
StatementProblem problem_of_signature(OCSP_BASICRESP& answer, X509& authority) {
  const std::unique_ptr<STACK_OF(X509), StackFree> signers(check(sk_X509_new_null(), kAsk));
  check(sk_X509_push(signers.get(), &authority), kAsk);
  X509* signer = nullptr;
  const bool by_authority =
      OCSP_resp_get0_signer(&answer, &signer, signers.get()) == 1 && signer == &authority;
  const X509StoreHandle store(check(X509_STORE_new(), kAsk));
  const bool good = by_authority && OCSP_basic_verify(&answer, signers.get(), store.get(),
                                                      OCSP_TRUSTOTHER | OCSP_NOINTERN) == 1;
  ERR_clear_error();
  if (!by_authority) return StatementProblem::wrong_issuer;
  return good ? StatementProblem::none : StatementProblem::bad_signature;
}

}  // namespace

struct OcspQuestion::Impl {
  X509Handle authority;
  Handle<OCSP_REQUEST, OCSP_REQUEST_free> request;
};

OcspQuestion::OcspQuestion(const Bytes& certificate, const Bytes& authority_certificate, const Bytes& nonce)
    : impl_(std::make_unique<Impl>()) {
  const X509Handle asked(check(read_x509(certificate).release(), kAsk));
  impl_->authority.reset(check(read_x509(authority_certificate).release(), kAsk));
  impl_->request.reset(check(OCSP_REQUEST_new(), kAsk));
  // SHA-1 only identifies the authority here, without protecting anything; every responder understands it.
  IdHandle id(check(OCSP_cert_to_id(EVP_sha1(), asked.get(), impl_->authority.get()), kAsk));
  check(OCSP_request_add0_id(impl_->request.get(), id.get()), kAsk);
  id.release();  // NOLINT(bugprone-unused-return-value): now owned by the request
  Bytes value = nonce;
  check(OCSP_request_add1_nonce(impl_->request.get(), value.data(), static_cast<int>(value.size())), kAsk);
}

OcspQuestion::~OcspQuestion() = default;
OcspQuestion::OcspQuestion(OcspQuestion&&) noexcept = default;
OcspQuestion& OcspQuestion::operator=(OcspQuestion&&) noexcept = default;

Bytes OcspQuestion::request() const {
  unsigned char* der = nullptr;
  const int size = i2d_OCSP_REQUEST(impl_->request.get(), &der);
  check(size > 0, kAsk);
  Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

Standing OcspQuestion::read(const Bytes& answer, DateTime at, std::chrono::seconds leeway) const {
  const auto problem = [](StatementProblem what) { return Standing{what, std::nullopt}; };
  const unsigned char* bytes = answer.data();
  const ResponseHandle response(d2i_OCSP_RESPONSE(nullptr, &bytes, static_cast<long>(answer.size())));
  const BasicHandle basic(response != nullptr &&
                                  OCSP_response_status(response.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL
                              ? OCSP_response_get1_basic(response.get())
                              : nullptr);
  ERR_clear_error();
  if (basic == nullptr) return problem(StatementProblem::malformed);
  if (const auto found = problem_of_signature(*basic, *impl_->authority); found != StatementProblem::none)
    return problem(found);
  if (OCSP_check_nonce(impl_->request.get(), basic.get()) != 1)
    return problem(StatementProblem::other_question);
  OCSP_CERTID* id = OCSP_onereq_get0_id(OCSP_request_onereq_get0(impl_->request.get(), 0));
  int status = V_OCSP_CERTSTATUS_UNKNOWN;
  int reason = OCSP_REVOKED_STATUS_NOSTATUS;
  ASN1_GENERALIZEDTIME* from = nullptr;
  ASN1_GENERALIZEDTIME* until = nullptr;
  if (OCSP_resp_find_status(basic.get(), id, &status, &reason, nullptr, &from, &until) != 1)
    return problem(StatementProblem::other_question);
  const auto first = to_japan(from);
  if (!first) return problem(StatementProblem::malformed);
  const Validity validity{*first, to_japan(until).value_or(*first - std::chrono::seconds(1))};
  if (const auto found = problem_of_time(validity, at, leeway); found != StatementProblem::none)
    return problem(found);
  if (status == V_OCSP_CERTSTATUS_GOOD) return {};
  if (status != V_OCSP_CERTSTATUS_REVOKED) return problem(StatementProblem::unknown);
  return {StatementProblem::none, reason == OCSP_REVOKED_STATUS_NOSTATUS
                                      ? RevocationReason::unspecified
                                      : static_cast<RevocationReason>(reason)};
}

}  // namespace uketsuke::pki

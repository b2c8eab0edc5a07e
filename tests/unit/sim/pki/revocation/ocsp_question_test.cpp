#include "sim/pki/revocation/ocsp_question.h"

#include <gtest/gtest.h>
#include <openssl/ocsp.h>

#include "base/error.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {
namespace ocsp_question_test {

// RFC 6960. The openssl program checks the answers themselves: tests/integration/pki_test.py.

const DateTime kFrom = DateTime(*parse_date("2026-01-01"));
const Validity kDay{kFrom, kFrom + std::chrono::hours(24)};
constexpr std::chrono::seconds kNoLeeway(0);
constexpr std::chrono::seconds kSecond(1);
const Bytes kNonce = {1, 2, 3, 4, 5, 6, 7, 8};

TestAuthority& test() { return TestAuthority::instance(); }

Issuer issuer(const char* day = "2025-10-27") {
  return {test().authentication.certificate(*parse_date(day)), test().authentication.key(*parse_date(day))};
}

OcspQuestion question(const Bytes& nonce = kNonce) {
  return {test().authentication_certificate(), issuer().certificate, nonce};
}

std::vector<Revocation> revoked(RevocationReason reason) {
  return {{TestAuthority::subject().serial, kFrom, reason}};
}

Standing ask(const Issuer& by, const std::vector<Revocation>& revoked = {}, DateTime at = kFrom) {
  const OcspQuestion asked = question();
  return asked.read(answer_ocsp(by, asked.request(), revoked, kDay), at, kNoLeeway);
}

TEST(OcspQuestion, TellsGoodFromTakenBackAndWhy) {
  EXPECT_EQ(ask(issuer()).problem, StatementProblem::none);
  EXPECT_FALSE(ask(issuer()).revoked);
  for (const auto reason : {RevocationReason::certificate_hold, RevocationReason::key_compromise,
                            RevocationReason::cessation_of_operation, RevocationReason::unspecified}) {
    const Standing said = ask(issuer(), revoked(reason));
    EXPECT_EQ(said.problem, StatementProblem::none);
    EXPECT_EQ(said.revoked, reason) << static_cast<int>(reason);
  }
}

TEST(OcspQuestion, AnswerCountsFromThisUpdateToNextUpdate) {
  const auto problem = [](DateTime at) { return ask(issuer(), {}, at).problem; };
  EXPECT_EQ(problem(kDay.from - kSecond), StatementProblem::not_yet_valid);
  EXPECT_EQ(problem(kDay.until), StatementProblem::none);
  EXPECT_EQ(problem(kDay.until + kSecond), StatementProblem::stale);
}

TEST(OcspQuestion, AnswerToAnotherQuestionIsAnOldOnePlayedAgain) {
  const OcspQuestion before = question({9, 9, 9, 9, 9, 9, 9, 9});
  const Bytes old = answer_ocsp(issuer(), before.request(), {}, kDay);
  EXPECT_EQ(before.read(old, kFrom, kNoLeeway).problem, StatementProblem::none);
  EXPECT_EQ(question().read(old, kFrom, kNoLeeway).problem, StatementProblem::other_question);
}

TEST(OcspQuestion, AnswerAboutAnotherCertificateIsNoAnswer) {
  AuthenticationSubject subject = TestAuthority::subject();
  subject.serial = 0x11112222;
  const OcspQuestion other{
      test().authentication.issue_authentication_certificate(subject, test().holder_key()),
      issuer().certificate, kNonce};
  EXPECT_EQ(question().read(answer_ocsp(issuer(), other.request(), {}, kDay), kFrom, kNoLeeway).problem,
            StatementProblem::other_question);
}

TEST(OcspQuestion, AnotherGenerationCannotAnswer) {
  EXPECT_EQ(ask(issuer("2022-06-01")).problem, StatementProblem::wrong_issuer);
}

/// Answers that the requested certificate is unknown.
Bytes unknown(const Bytes& request) {
  const unsigned char* at = request.data();
  const Handle<OCSP_REQUEST, OCSP_REQUEST_free> asked(
      d2i_OCSP_REQUEST(nullptr, &at, static_cast<long>(request.size())));
  const Issuer by = issuer();
  const unsigned char* authority = by.certificate.data();
  const X509Handle signer(d2i_X509(nullptr, &authority, static_cast<long>(by.certificate.size())));
  const Handle<OCSP_BASICRESP, OCSP_BASICRESP_free> basic(OCSP_BASICRESP_new());
  const Handle<ASN1_GENERALIZEDTIME, ASN1_GENERALIZEDTIME_free> from(ASN1_GENERALIZEDTIME_new());
  const Handle<ASN1_GENERALIZEDTIME, ASN1_GENERALIZEDTIME_free> until(ASN1_GENERALIZEDTIME_new());
  ASN1_GENERALIZEDTIME_set_string(from.get(), "20251231150000Z");  // midnight in Japan
  ASN1_GENERALIZEDTIME_set_string(until.get(), "20260101150000Z");
  OCSP_basic_add1_status(basic.get(), OCSP_onereq_get0_id(OCSP_request_onereq_get0(asked.get(), 0)),
                         V_OCSP_CERTSTATUS_UNKNOWN, 0, nullptr, from.get(), until.get());
  OCSP_copy_nonce(basic.get(), asked.get());
  OCSP_basic_sign(basic.get(), signer.get(), by.key.get(), EVP_sha256(), nullptr, OCSP_NOCERTS);
  const Handle<OCSP_RESPONSE, OCSP_RESPONSE_free> response(
      OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
  unsigned char* der = nullptr;
  const int size = i2d_OCSP_RESPONSE(response.get(), &der);
  const Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

TEST(OcspQuestion, CertificateThatTheAuthorityDoesNotKnowIsNotGood) {
  const OcspQuestion asked = question();
  EXPECT_EQ(asked.read(unknown(asked.request()), kFrom, kNoLeeway).problem, StatementProblem::unknown);
}

TEST(OcspQuestion, SignatureThatIsNotTheAuthoritysIsNotBelieved) {
  const OcspQuestion asked = question();
  Bytes forged = answer_ocsp(issuer(), asked.request(), {}, kDay);
  forged.back() ^= 1;
  EXPECT_EQ(asked.read(forged, kFrom, kNoLeeway).problem, StatementProblem::bad_signature);
}

/// The unsigned frame of an answer may differ; its content may not.
TEST(OcspQuestion, AnswerWithAnyByteChangedNeverTellsAnythingElse) {
  const OcspQuestion asked = question();
  const Bytes sound =
      answer_ocsp(issuer(), asked.request(), revoked(RevocationReason::certificate_hold), kDay);
  for (std::size_t i = 0; i < sound.size(); ++i) {
    Bytes changed = sound;
    changed[i] ^= static_cast<std::uint8_t>(1U << i % 8);
    const Standing said = asked.read(changed, kFrom, kNoLeeway);
    EXPECT_TRUE(said.problem != StatementProblem::none || said.revoked == RevocationReason::certificate_hold)
        << i;
    changed.assign(sound.begin(), sound.begin() + static_cast<long>(i));
    EXPECT_NE(asked.read(changed, kFrom, kNoLeeway).problem, StatementProblem::none) << i;
  }
}

TEST(OcspQuestion, RefusalToAnswerAndOtherBytesAreMalformed) {
  const Bytes refusal = answer_ocsp(issuer(), Bytes(20, 0x30), {}, kDay);
  for (const Bytes& bytes : {Bytes{}, Bytes(20, 0x30), issuer().certificate, refusal})
    EXPECT_EQ(question().read(bytes, kFrom, kNoLeeway).problem, StatementProblem::malformed);
}

TEST(OcspQuestion, NeedsTwoCertificates) {
  EXPECT_THROW(OcspQuestion(Bytes(20, 0x30), issuer().certificate, kNonce), SystemError);
  EXPECT_THROW(OcspQuestion(test().authentication_certificate(), Bytes{}, kNonce), SystemError);
}

}  // namespace ocsp_question_test
}  // namespace uketsuke::pki

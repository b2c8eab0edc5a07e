#include "sim/pki/revocation/verified_list.h"

#include <gtest/gtest.h>
#include <openssl/x509v3.h>

#include "base/error.h"
#include "sim/pki/openssl/openssl_handles.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::pki {
namespace verified_list_test {

// RFC 5280 §5 and §6.3. The openssl program checks the lists themselves: tests/integration/pki_test.py.

const Date kIssued = *parse_date("2025-10-27");
const DateTime kFrom = DateTime(*parse_date("2026-01-01"));
const Validity kDay{kFrom, kFrom + std::chrono::hours(24)};
constexpr std::chrono::seconds kNoLeeway(0);
constexpr std::chrono::seconds kSecond(1);
constexpr std::uint32_t kSerial = 0x1A2B3C4D;

TestAuthority& test() { return TestAuthority::instance(); }

Issuer issuer(const char* day = "2025-10-27") {
  return {test().authentication.certificate(*parse_date(day)), test().authentication.key(*parse_date(day))};
}

VerifiedList verified(const Bytes& list) { return VerifiedList::verify(list, issuer().certificate); }

VerifiedList list_of(const std::vector<Revocation>& revoked) {
  return verified(revocation_list(issuer(), revoked, kDay));
}

TEST(VerifiedList, TellsWhyACertificateWasTakenBack) {
  for (const auto reason : {RevocationReason::certificate_hold, RevocationReason::key_compromise,
                            RevocationReason::cessation_of_operation, RevocationReason::unspecified}) {
    const Standing said = list_of({{kSerial, kFrom, reason}}).standing(kSerial, kFrom, kNoLeeway);
    EXPECT_EQ(said.problem, StatementProblem::none);
    EXPECT_EQ(said.revoked, reason) << static_cast<int>(reason);
  }
}

TEST(VerifiedList, FindsEachOfManyAndNobodyElse) {
  std::vector<Revocation> many;
  for (std::uint32_t serial = 100; serial > 0; serial -= 2)
    many.push_back({serial, kFrom, RevocationReason::superseded});
  const VerifiedList list = list_of(many);
  for (std::uint32_t serial = 1; serial <= 101; ++serial)
    EXPECT_EQ(list.standing(serial, kFrom, kNoLeeway).revoked.has_value(), serial % 2 == 0) << serial;
}

TEST(VerifiedList, CountsFromThisUpdateToNextUpdate) {
  const VerifiedList list = list_of({});
  const auto problem = [&](DateTime at) { return list.standing(kSerial, at, kNoLeeway).problem; };
  EXPECT_EQ(problem(kDay.from - kSecond), StatementProblem::not_yet_valid);
  EXPECT_EQ(problem(kDay.from), StatementProblem::none);
  EXPECT_EQ(problem(kDay.until), StatementProblem::none);
  EXPECT_EQ(problem(kDay.until + kSecond), StatementProblem::stale);
}

TEST(VerifiedList, MayComeFromAClockThatIsALittleFast) {
  EXPECT_EQ(list_of({}).standing(kSerial, kDay.from - kSecond, kSecond).problem, StatementProblem::none);
  EXPECT_EQ(list_of({}).standing(kSerial, kDay.until + kSecond, kSecond).problem, StatementProblem::stale);
}

TEST(VerifiedList, OfAnotherGenerationIsOfAnotherIssuer) {
  EXPECT_EQ(verified(revocation_list(issuer("2022-06-01"), {}, kDay)).problem(),
            StatementProblem::wrong_issuer);
}

TEST(VerifiedList, OfTheSigningAuthorityIsOfAnotherIssuer) {
  EXPECT_EQ(verified(revocation_list(test().signing, kIssued, {}, kDay)).problem(),
            StatementProblem::wrong_issuer);
}

/// It names the right issuer, but another key signed it.
TEST(VerifiedList, SignedByAnotherKeyIsNotBelieved) {
  const Bytes forged = revocation_list({issuer().certificate, issuer("2022-06-01").key}, {}, kDay);
  EXPECT_EQ(verified(forged).problem(), StatementProblem::bad_signature);
}

TEST(VerifiedList, WithAnyBitOfItsSignatureChangedIsNotBelieved) {
  const Bytes sound = revocation_list(issuer(), {}, kDay);
  for (std::size_t i = sound.size() - 256; i < sound.size(); i += 15) {
    Bytes forged = sound;
    forged[i] ^= 0x10;
    EXPECT_EQ(verified(forged).problem(), StatementProblem::bad_signature) << i;
  }
}

/// The number of unused bits in the signature is not signed, and may differ; the content may not.
TEST(VerifiedList, WithAnyByteChangedNeverTellsAnythingElse) {
  const Bytes sound = revocation_list(issuer(), {{kSerial, kFrom, RevocationReason::certificate_hold}}, kDay);
  int believed = 0;
  for (std::size_t i = 0; i < sound.size(); ++i) {
    Bytes changed = sound;
    changed[i] ^= static_cast<std::uint8_t>(1U << i % 8);
    const Standing said = verified(changed).standing(kSerial, kFrom, kNoLeeway);
    if (said.problem != StatementProblem::none) continue;
    EXPECT_EQ(said.revoked, RevocationReason::certificate_hold) << i;
    ++believed;
  }
  EXPECT_LE(believed, 1);
}

TEST(VerifiedList, CutShortIsMalformed) {
  const Bytes sound = revocation_list(issuer(), {{kSerial, kFrom}}, kDay);
  for (std::size_t size = 0; size < sound.size(); ++size) {
    const Bytes cut(sound.begin(), sound.begin() + static_cast<long>(size));
    EXPECT_EQ(verified(cut).problem(), StatementProblem::malformed) << size;
  }
}

TEST(VerifiedList, ThatDoesNotHoldItsProblemHasNoStanding) {
  Bytes forged = revocation_list(issuer(), {{kSerial, kFrom}}, kDay);
  forged.back() ^= 1;
  const Standing said = verified(forged).standing(kSerial, kFrom, kNoLeeway);
  EXPECT_EQ(said.problem, StatementProblem::bad_signature);
  EXPECT_FALSE(said.revoked);
}

TEST(VerifiedList, OtherBytesAreMalformed) {
  for (const Bytes& bytes : {Bytes{}, Bytes(20, 0x30), issuer().certificate})
    EXPECT_EQ(verified(bytes).problem(), StatementProblem::malformed);
}

/// A delta list must not be taken for a complete one.
TEST(VerifiedList, OfChangesOnlyIsNotSupported) {
  const Bytes whole = revocation_list(issuer(), {}, kDay);
  const unsigned char* at = whole.data();
  const Handle<X509_CRL, X509_CRL_free> list(d2i_X509_CRL(nullptr, &at, static_cast<long>(whole.size())));
  const Handle<ASN1_INTEGER, ASN1_INTEGER_free> base(ASN1_INTEGER_new());
  ASN1_INTEGER_set(base.get(), 1);
  ASSERT_EQ(X509_CRL_add1_ext_i2d(list.get(), NID_delta_crl, base.get(), 1, X509V3_ADD_APPEND), 1);
  ASSERT_GT(X509_CRL_sign(list.get(), issuer().key.get(), EVP_sha256()), 0);
  unsigned char* der = nullptr;
  const int size = i2d_X509_CRL(list.get(), &der);
  const Bytes changes(der, der + size);
  OPENSSL_free(der);
  EXPECT_EQ(verified(changes).problem(), StatementProblem::unsupported);
}

TEST(VerifiedList, NeedsACertificateOfTheAuthority) {
  EXPECT_THROW(VerifiedList::verify(revocation_list(issuer(), {}, kDay), Bytes(20, 0x30)), SystemError);
}

}  // namespace verified_list_test
}  // namespace uketsuke::pki

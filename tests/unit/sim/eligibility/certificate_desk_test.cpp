#include "sim/eligibility/certificate_desk.h"

#include <gtest/gtest.h>

#include "tests/unit/sim/eligibility/service_bench.h"

namespace uketsuke::sim {
namespace certificate_desk_test {

using pki::RevocationReason;
using record::CertificateStatus;
using scenario::RevocationSource;
using scenario::StatementFault;

constexpr RevocationSource kBothSources[] = {RevocationSource::crl, RevocationSource::ocsp};

/// One check of the holder's certificate.
struct Check {
  ServiceBench bench;
  StatementFault fault = StatementFault::none;
  std::optional<RevocationReason> revoked = {};
  Duration service_ahead = {};  ///< of the authority's clock
  DateTime at = ServiceBench::noon();
  bool signed_by_card = true;
  bool in_phone = false;  ///< the certificate is the one in his phone, his card has another

  static InsuredPerson with_phone(InsuredPerson holder) {
    holder.phone = InsuredPerson::Phone{holder.certificate_serial, holder.certificate_issuer,
                                        holder.certificate_expires, true};
    ++holder.certificate_serial;
    return holder;
  }

  CheckedCertificate run() const { return run(bench.certificate); }
  CheckedCertificate run(const Bytes& certificate) const {
    Registry registry;
    registry.enrol(in_phone ? with_phone(bench.holder()) : bench.holder());
    RevocationDesk authority(bench.issuers, bench.rules.statement_life, fault);
    if (revoked) authority.revoke(pki::TestAuthority::subject().serial, bench.issuer_key(), *revoked, at);
    CertificateDesk desk(bench.rules, bench.trust, registry, authority);
    const Bytes challenge = {1, 2, 3};
    Bytes signature = pki::sign_sha256(bench.authority.holder_key(), challenge);
    if (!signed_by_card) signature.back() ^= 1;
    return desk.check({certificate, challenge, signature},
                      at + std::chrono::floor<std::chrono::seconds>(service_ahead), at);
  }
  std::optional<CertificateStatus> status() const { return run().status; }
};

Check by(RevocationSource source) {
  Check check;
  check.bench.rules.revocation = source;
  return check;
}

TEST(CertificateDesk, GoodCertificateIsValid) {
  for (const auto source : kBothSources) EXPECT_EQ(by(source).status(), CertificateStatus::valid);
}

TEST(CertificateDesk, CertificateInAPhoneBelongsToItsOwner) {
  for (const auto source : kBothSources) {
    Check check = by(source);
    check.in_phone = true;
    EXPECT_EQ(check.status(), CertificateStatus::valid);
    EXPECT_TRUE(check.run().by_phone);
    EXPECT_FALSE(by(source).run().by_phone);
    check.signed_by_card = false;
    EXPECT_EQ(check.status(), CertificateStatus::untrusted);
  }
}

TEST(CertificateDesk, CertificateInAPhoneHasNoGraceAfterItsLastDay) {
  Check check = by(RevocationSource::crl);
  const DateTime last = check.bench.holder().certificate_expires + std::chrono::hours(12);
  for (const bool in_phone : {false, true}) {
    check.in_phone = in_phone;
    check.at = last;
    EXPECT_EQ(check.status(), CertificateStatus::expires_soon);
    check.at = last + date::days(1);
    EXPECT_EQ(check.status(), in_phone ? CertificateStatus::expired : CertificateStatus::in_grace);
  }
}

TEST(CertificateDesk, CertificateInAPhoneCanBeSuspended) {
  for (const auto source : kBothSources) {
    Check check = by(source);
    check.in_phone = true;
    check.revoked = RevocationReason::certificate_hold;
    EXPECT_EQ(check.status(), CertificateStatus::suspended) << to_name(source);
  }
}

TEST(CertificateDesk, CertificateOnHoldIsSuspended) {
  for (const auto source : kBothSources) {
    Check check = by(source);
    check.revoked = RevocationReason::certificate_hold;
    EXPECT_EQ(check.status(), CertificateStatus::suspended) << to_name(source);
  }
}

TEST(CertificateDesk, AnyOtherReasonOfRevocationIsRevoked) {
  for (const auto source : kBothSources) {
    for (const auto reason : {RevocationReason::unspecified, RevocationReason::key_compromise,
                              RevocationReason::cessation_of_operation}) {
      Check check = by(source);
      check.revoked = reason;
      EXPECT_EQ(check.status(), CertificateStatus::revoked) << to_name(source) << static_cast<int>(reason);
    }
  }
}

TEST(CertificateDesk, UnknownRevocationStatusGetsNoAnswer) {
  for (const auto source : kBothSources) {
    for (const auto fault : {StatementFault::stale, StatementFault::forged, StatementFault::missing}) {
      Check check = by(source);
      check.fault = fault;
      const CheckedCertificate verdict = check.run();
      EXPECT_FALSE(verdict.status) << to_name(source) << " " << to_name(fault);
      EXPECT_EQ(verdict.holder, nullptr);
    }
  }
}

TEST(CertificateDesk, UnknownRevocationStatusIsUntrustedIfTheRuleSaysSo) {
  for (const auto source : kBothSources) {
    Check check = by(source);
    check.fault = StatementFault::forged;
    check.bench.rules.unusable_statement = UnusableStatement::untrusted;
    EXPECT_EQ(check.status(), CertificateStatus::untrusted) << to_name(source);
  }
}

/// That somebody forged the list does not make good what the list says.
TEST(CertificateDesk, ForgedListWithAnEntryIsRejected) {
  Check check = by(RevocationSource::crl);
  check.revoked = RevocationReason::key_compromise;
  check.fault = StatementFault::forged;
  EXPECT_FALSE(check.status());
}

TEST(CertificateDesk, ServiceWithASlowClockCannotUseAListOfToday) {
  Check check = by(RevocationSource::crl);
  check.revoked = RevocationReason::certificate_hold;
  check.service_ahead = -check.bench.rules.clock_leeway;
  EXPECT_EQ(check.status(), CertificateStatus::suspended);
  check.service_ahead -= std::chrono::seconds(1);
  EXPECT_FALSE(check.status());
}

/// An OCSP response is dated now, even if no certificate is revoked; the empty list is not.
TEST(CertificateDesk, ServiceWithASlowClockCannotUseAnAnswerOfThisSecond) {
  Check check = by(RevocationSource::ocsp);
  check.service_ahead = -check.bench.rules.clock_leeway - std::chrono::seconds(1);
  EXPECT_FALSE(check.status());
  check.bench.rules.revocation = RevocationSource::crl;
  EXPECT_EQ(check.status(), CertificateStatus::valid);
}

TEST(CertificateDesk, ExpiredCertificateIsExpiredWithAnyList) {
  Check check = by(RevocationSource::crl);
  check.fault = StatementFault::missing;
  check.at = DateTime(*parse_date("2030-05-18"));  // the day after 2030-02-17 and three months
  EXPECT_EQ(check.status(), CertificateStatus::expired);
}

TEST(CertificateDesk, SuspendedComesBeforeTheDates) {
  Check check = by(RevocationSource::crl);
  check.revoked = RevocationReason::certificate_hold;
  check.at = DateTime(*parse_date("2030-02-01"));
  EXPECT_EQ(check.status(), CertificateStatus::suspended);
}

// Notice from three months before the last day, grace for three months after it: insurers' FAQ.
TEST(CertificateDesk, DatesAgreeWithTheInsurersFaq) {
  const std::pair<const char*, CertificateStatus> days[] = {
      {"2029-11-16", CertificateStatus::valid},        {"2029-11-17", CertificateStatus::expires_soon},
      {"2030-02-17", CertificateStatus::expires_soon}, {"2030-02-18", CertificateStatus::in_grace},
      {"2030-05-17", CertificateStatus::in_grace},     {"2030-05-18", CertificateStatus::expired}};
  for (const auto& [day, status] : days) {
    Check check = by(RevocationSource::crl);
    check.at = DateTime(*parse_date(day));
    EXPECT_EQ(check.status(), status) << day;
  }
}

TEST(CertificateDesk, CertificateOfAnUnknownHolderIsUntrusted) {
  const Check check = by(RevocationSource::crl);
  const CheckedCertificate verdict = check.run(check.bench.strangers_certificate());
  EXPECT_EQ(verdict.status, CertificateStatus::untrusted);
  EXPECT_EQ(verdict.holder, nullptr);
}

TEST(CertificateDesk, OtherBytesAreUntrusted) {
  for (const Bytes& bytes : {Bytes{}, Bytes(300, 0xFF)})
    EXPECT_EQ(by(RevocationSource::crl).run(bytes).status, CertificateStatus::untrusted);
}

TEST(CertificateDesk, SignatureByAnotherKeyIsUntrusted) {
  Check check = by(RevocationSource::crl);
  check.signed_by_card = false;
  EXPECT_EQ(check.status(), CertificateStatus::untrusted);
}

}  // namespace certificate_desk_test
}  // namespace uketsuke::sim

#include "sim/eligibility/revocation_desk.h"

#include <gtest/gtest.h>

#include "sim/pki/revocation/verified_list.h"
#include "tests/unit/sim/eligibility/service_bench.h"

namespace uketsuke::sim {
namespace revocation_desk_test {

using pki::RevocationReason;
using pki::StatementProblem;
using scenario::StatementFault;

constexpr std::uint32_t kSerial = 0x1A2B3C4D;

struct Desk {
  ServiceBench bench;
  RevocationDesk desk;

  explicit Desk(StatementFault fault = StatementFault::none)
      : desk(bench.issuers, bench.rules.statement_life, fault) {}

  void foresee(std::uint32_t serial, RevocationReason reason) {
    const DateTime noon = ServiceBench::noon();
    bench.issuers.foresee(bench.issuer_key(), {serial, noon, reason}, {noon, noon + std::chrono::hours(24)});
  }
  void hold() {
    desk.revoke(kSerial, bench.issuer_key(), RevocationReason::certificate_hold, ServiceBench::noon());
  }
  const pki::VerifiedList* ready(DateTime at = ServiceBench::noon()) const {
    return desk.ready_list(issuer(), bench.issuer_key(), at);
  }
  const StatusIssuer& issuer() const { return *bench.issuers.find(bench.issuer_key()); }
  pki::VerifiedList list() {
    return pki::VerifiedList::verify(desk.list(issuer(), bench.issuer_key(), ServiceBench::noon()),
                                     issuer().issuer.certificate);
  }
};

TEST(RevocationDesk, EmptyListIsReadyUntilACertificateIsRevoked) {
  Desk one;
  EXPECT_EQ(one.ready(), &one.issuer().empty_list);
  one.hold();
  EXPECT_EQ(one.ready(), nullptr);
}

TEST(RevocationDesk, OtherGenerationsEmptyListStaysReady) {
  Desk one;
  one.desk.revoke(kSerial, Bytes{1, 2, 3}, RevocationReason::certificate_hold, ServiceBench::noon());
  EXPECT_EQ(one.ready(), &one.issuer().empty_list);
}

TEST(RevocationDesk, WithAFaultNoListIsReady) {
  for (const auto fault : {StatementFault::stale, StatementFault::forged, StatementFault::missing}) {
    Desk one(fault);
    EXPECT_EQ(one.ready(), nullptr) << to_name(fault);
  }
}

TEST(RevocationDesk, ForeseenListIsShownOnlyAfterTheCertificateIsRevoked) {
  Desk one;
  one.foresee(kSerial, RevocationReason::certificate_hold);
  EXPECT_EQ(one.ready(), &one.issuer().empty_list);
  one.hold();
  ASSERT_NE(one.ready(), nullptr);
  const auto said = one.ready()->standing(kSerial, ServiceBench::noon(), std::chrono::seconds(0));
  EXPECT_EQ(said.problem, StatementProblem::none);
  EXPECT_EQ(said.revoked, RevocationReason::certificate_hold);
}

TEST(RevocationDesk, ListForeseenForAnotherReasonCertificateOrDayIsNotShown) {
  const auto foreseen_as = [](std::uint32_t serial, RevocationReason reason, DateTime at) {
    Desk one;
    one.foresee(serial, reason);
    one.hold();
    return one.ready(at) != nullptr;
  };
  const DateTime noon = ServiceBench::noon();
  EXPECT_TRUE(foreseen_as(kSerial, RevocationReason::certificate_hold, noon + std::chrono::hours(24)));
  EXPECT_FALSE(foreseen_as(kSerial, RevocationReason::key_compromise, noon));
  EXPECT_FALSE(foreseen_as(0x11112222, RevocationReason::certificate_hold, noon));
  EXPECT_FALSE(foreseen_as(kSerial, RevocationReason::certificate_hold,
                           noon + std::chrono::hours(24) + std::chrono::seconds(1)));
}

/// A list of one certificate says nothing of the second.
TEST(RevocationDesk, WithTwoRevocationsNoForeseenListIsShown) {
  Desk one;
  one.foresee(kSerial, RevocationReason::certificate_hold);
  one.hold();
  one.desk.revoke(0x11112222, one.bench.issuer_key(), RevocationReason::certificate_hold,
                  ServiceBench::noon());
  EXPECT_EQ(one.ready(), nullptr);
}

TEST(RevocationDesk, EmptyListIsValidForTheWholeGeneration) {
  Desk one;
  for (const char* day : {"2023-01-01", "2032-12-31"}) {
    const auto said =
        one.issuer().empty_list.standing(kSerial, DateTime(*parse_date(day)), std::chrono::seconds(0));
    EXPECT_EQ(said.problem, StatementProblem::none) << day;
    EXPECT_FALSE(said.revoked);
  }
}

TEST(RevocationDesk, HoldMayBecomeFinal) {
  Desk one;
  for (const auto reason : {RevocationReason::certificate_hold, RevocationReason::key_compromise})
    one.desk.revoke(kSerial, one.bench.issuer_key(), reason, ServiceBench::noon());
  const auto said = one.list().standing(kSerial, ServiceBench::noon(), std::chrono::seconds(0));
  EXPECT_EQ(said.revoked, RevocationReason::key_compromise);
}

TEST(RevocationDesk, EachFaultGivesTheProblemOfItsName) {
  const auto problem = [](StatementFault fault) {
    return Desk(fault).list().standing(kSerial, ServiceBench::noon(), std::chrono::seconds(0)).problem;
  };
  EXPECT_EQ(problem(StatementFault::none), StatementProblem::none);
  EXPECT_EQ(problem(StatementFault::stale), StatementProblem::stale);
  EXPECT_EQ(problem(StatementFault::forged), StatementProblem::bad_signature);
}

}  // namespace revocation_desk_test
}  // namespace uketsuke::sim

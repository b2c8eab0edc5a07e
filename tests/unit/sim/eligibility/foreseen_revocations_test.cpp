#include "sim/eligibility/foreseen_revocations.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace foreseen_revocations_test {

using pki::RevocationReason;
using Pairs = std::vector<std::pair<std::string, RevocationReason>>;

scenario::World world_with(std::vector<std::string> lost,
                           std::optional<record::CertificateStatus> certificate = {}) {
  auto patient = std::make_shared<scenario::Persona>();
  patient->id = "suzuki-taro";
  scenario::World world;
  world.patient = patient;
  world.given.certificate = certificate;
  world.lost = std::move(lost);
  return world;
}

Pairs foreseen(const scenario::World& world) {
  Pairs pairs;
  for (const auto& revocation : foreseen_revocations(world))
    pairs.emplace_back(revocation.patient, revocation.reason);
  return pairs;
}

TEST(ForeseenRevocations, AreNoneInMostCases) { EXPECT_EQ(foreseen(world_with({})), Pairs{}); }

TEST(ForeseenRevocations, AreTheGivenStatusAndTheCardsThatMayBeLost) {
  const Pairs both = {{"suzuki-taro", RevocationReason::cessation_of_operation},
                      {"suzuki-taro", RevocationReason::certificate_hold}};
  EXPECT_EQ(foreseen(world_with({"suzuki-taro"}, record::CertificateStatus::revoked)), both);
}

TEST(ForeseenRevocations, AreEachOnce) {
  const Pairs once = {{"suzuki-taro", RevocationReason::certificate_hold}};
  EXPECT_EQ(foreseen(world_with({"suzuki-taro"}, record::CertificateStatus::suspended)), once);
}

TEST(ForeseenRevocations, MayBeOfAnotherPatientThanTheFirst) {
  const Pairs expected = {{"mori-kiyoko", RevocationReason::certificate_hold}};
  EXPECT_EQ(foreseen(world_with({"mori-kiyoko"})), expected);
}

}  // namespace foreseen_revocations_test
}  // namespace uketsuke::sim

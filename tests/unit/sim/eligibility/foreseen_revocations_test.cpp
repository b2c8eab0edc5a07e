#include "sim/eligibility/foreseen_revocations.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace foreseen_revocations_test {

using pki::RevocationReason;
using Pairs = std::vector<std::pair<std::string, RevocationReason>>;

scenario::Case case_with(std::vector<scenario::Action> script,
                         std::optional<record::CertificateStatus> certificate = {}) {
  auto patient = std::make_shared<scenario::Persona>();
  patient->id = "suzuki-taro";
  scenario::Case one;
  one.patient = patient;
  one.given.certificate = certificate;
  for (auto& action : script) one.script.push_back({std::move(action), "", {}});
  return one;
}

Pairs foreseen(const scenario::Case& one) {
  Pairs pairs;
  for (const auto& revocation : foreseen_revocations(one))
    pairs.emplace_back(revocation.patient, revocation.reason);
  return pairs;
}

TEST(ForeseenRevocations, AreNoneInMostCases) {
  EXPECT_EQ(foreseen(case_with({scenario::step::InsertCard{}})), Pairs{});
}

TEST(ForeseenRevocations, AreWhatIsGivenAndTheScriptsCalls) {
  const Pairs both = {{"suzuki-taro", RevocationReason::cessation_of_operation},
                      {"suzuki-taro", RevocationReason::certificate_hold}};
  EXPECT_EQ(foreseen(case_with({scenario::step::ReportLost{}, scenario::step::ReportLost{}},
                               record::CertificateStatus::revoked)),
            both);
}

TEST(ForeseenRevocations, AreOfWhoStandsBeforeTheReader) {
  const Pairs expected = {{"mori-kiyoko", RevocationReason::certificate_hold}};
  EXPECT_EQ(foreseen(case_with({scenario::step::NextPatient{"mori-kiyoko"}, scenario::step::ReportLost{}})),
            expected);
}

}  // namespace foreseen_revocations_test
}  // namespace uketsuke::sim

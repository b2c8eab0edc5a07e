#include "sim/eligibility/insurance_history.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace insurance_history_test {

using record::Validity;
using scenario::Insurance;
using scenario::InsuranceKind;
using scenario::LossReason;

// Values of 資格有効性 and 喪失事由: public code tables of the eligibility result (OQSCD006, OQSCD008).

Date day(const char* text) { return *parse_date(text); }

const Date kMedicalAidFrom = day("2024-03-01");

Insurance insurance(const char* number, const char* from, const char* until = nullptr) {
  Insurance one;
  one.insurer_number = number;
  one.from = day(from);
  if (until != nullptr) one.until = day(until);
  return one;
}

Insurance lost(const char* from, const char* until, LossReason reason) {
  Insurance one = insurance("06999991", from, until);
  one.reason_of_loss = reason;
  return one;
}

Insurance late(const char* from, const char* registered_on) {
  Insurance one = insurance("06999983", from);
  one.registered_on = day(registered_on);
  return one;
}

Insurance medical_aid(const char* from) {
  Insurance one = insurance("12999990", from);
  one.kind = InsuranceKind::medical_aid;
  return one;
}

InsuranceAnswer answer(const std::vector<Insurance>& history, const char* on) {
  return answer_on(history, day(on), {day(on) >= kMedicalAidFrom, Validity::none});
}

Validity validity(const std::vector<Insurance>& history, const char* on) {
  return answer(history, on).validity;
}

TEST(InsuranceHistory, MembershipCountsFromItsFirstDayToItsLast) {
  const std::vector<Insurance> history = {insurance("06999991", "2024-04-01", "2024-09-30")};
  EXPECT_EQ(validity(history, "2024-03-31"), Validity::none);
  EXPECT_EQ(validity(history, "2024-04-01"), Validity::valid);
  EXPECT_EQ(validity(history, "2024-09-30"), Validity::valid);
  EXPECT_EQ(validity(history, "2024-10-01"), Validity::invalid);
}

TEST(InsuranceHistory, WithoutAMembershipThereIsNone) {
  EXPECT_EQ(validity({}, "2024-10-01"), Validity::none);
}

TEST(InsuranceHistory, NewEmployersInsuranceFollowsTheOldOneWithoutAGap) {
  const std::vector<Insurance> history = {insurance("06999991", "2015-04-01", "2024-09-30"),
                                          insurance("06999983", "2024-10-01")};
  EXPECT_EQ(answer(history, "2024-09-30").insurer, "06999991");
  EXPECT_EQ(answer(history, "2024-10-01").insurer, "06999983");
  EXPECT_EQ(validity(history, "2024-10-01"), Validity::valid);
}

TEST(InsuranceHistory, LateMembershipIsNotKnownBeforeItsRegistration) {
  const std::vector<Insurance> history = {insurance("06999991", "2015-04-01", "2024-09-30"),
                                          late("2024-10-01", "2024-10-15")};
  EXPECT_EQ(validity(history, "2024-10-14"), Validity::invalid);
  EXPECT_EQ(validity(history, "2024-10-15"), Validity::valid);
}

TEST(InsuranceHistory, OldInsurersReasonOfLossShowsThatANewerOneExists) {
  const std::vector<Insurance> history = {lost("2015-04-01", "2024-09-30", LossReason::other_insurance),
                                          late("2024-10-01", "2024-10-15")};
  EXPECT_EQ(validity(history, "2024-10-14"), Validity::invalid_newer_exists);
  EXPECT_EQ(answer(history, "2024-10-14").insurer, "");
  EXPECT_EQ(validity(history, "2024-10-15"), Validity::valid);
}

TEST(InsuranceHistory, OtherReasonsOfLossShowNoNewerOne) {
  for (const LossReason reason : {LossReason::death, LossReason::medical_aid, LossReason::other})
    EXPECT_EQ(validity({lost("2015-04-01", "2024-09-30", reason)}, "2024-10-01"), Validity::invalid)
        << to_name(reason);
}

TEST(InsuranceHistory, OneThatIsRegisteredAndBeginsLaterIsANewerOne) {
  const std::vector<Insurance> history = {insurance("06999991", "2015-04-01", "2024-09-30"),
                                          insurance("06999983", "2024-10-05")};
  EXPECT_EQ(validity(history, "2024-10-04"), Validity::invalid_newer_exists);
  EXPECT_EQ(validity(history, "2024-10-05"), Validity::valid);
}

TEST(InsuranceHistory, BeforeTheFirstOneBeginsThereIsNone) {
  EXPECT_EQ(validity({insurance("06999983", "2024-10-05")}, "2024-10-04"), Validity::none);
}

TEST(InsuranceHistory, MembershipThatEndedLastDecides) {
  const std::vector<Insurance> history = {insurance("06999983", "2020-04-01", "2024-09-30"),
                                          lost("2015-04-01", "2020-03-31", LossReason::other_insurance)};
  EXPECT_EQ(validity(history, "2024-10-01"), Validity::invalid);
}

// 転居: the municipality's insurance (国民健康保険) ends with the move, and the new one's begins that day.
TEST(InsuranceHistory, AfterAMoveTheNewMunicipalityInsures) {
  const std::vector<Insurance> history = {insurance("00139991", "2015-04-01", "2024-09-14"),
                                          insurance("00149997", "2024-09-15")};
  EXPECT_EQ(answer(history, "2024-09-14").insurer, "00139991");
  EXPECT_EQ(answer(history, "2024-09-15").insurer, "00149997");
}

TEST(InsuranceHistory, TwoInForceAreSeveral) {
  const std::vector<Insurance> history = {insurance("06999991", "2015-04-01", "2024-10-31"),
                                          insurance("06999983", "2024-10-01")};
  EXPECT_EQ(validity(history, "2024-09-30"), Validity::valid);
  EXPECT_EQ(validity(history, "2024-10-01"), Validity::several);
  EXPECT_EQ(answer(history, "2024-10-01").insurer, "");
  EXPECT_EQ(validity(history, "2024-11-01"), Validity::valid);
}

TEST(InsuranceHistory, MedicalAidIsFoundOnLineFromMarch2024) {
  const std::vector<Insurance> history = {medical_aid("2023-06-01")};
  EXPECT_EQ(validity(history, "2024-02-29"), Validity::none);
  EXPECT_EQ(validity(history, "2024-03-01"), Validity::valid_unregistered);
  EXPECT_EQ(answer(history, "2024-03-01").insurer, "12999990");
}

// What is answered where it cannot be confirmed is a parameter (medical_aid_unconfirmed).
TEST(InsuranceHistory, UnconfirmedMedicalAidIsAnsweredAsTheServiceIsSet) {
  const std::vector<Insurance> history = {medical_aid("2024-06-01")};
  EXPECT_EQ(answer_on(history, day("2024-07-01"), {false, Validity::none}).validity, Validity::none);
  EXPECT_EQ(answer_on(history, day("2024-07-01"), {false, Validity::invalid}).validity, Validity::invalid);
  EXPECT_EQ(answer_on(history, day("2024-07-01"), {false, Validity::invalid}).insurer, "");
  EXPECT_EQ(answer_on(history, day("2024-05-31"), {false, Validity::invalid}).validity, Validity::none);
}

TEST(InsuranceHistory, UnconfirmedMedicalAidDoesNotHideOtherEntries) {
  const std::vector<Insurance> ended = {lost("2015-04-01", "2024-05-31", LossReason::medical_aid),
                                        medical_aid("2024-06-01")};
  EXPECT_EQ(answer_on(ended, day("2024-06-01"), {false, Validity::none}).validity, Validity::invalid);
  const std::vector<Insurance> beside = {insurance("06999991", "2015-04-01"), medical_aid("2024-06-01")};
  EXPECT_EQ(answer_on(beside, day("2024-06-01"), {false, Validity::none}).validity, Validity::valid);
}

TEST(InsuranceHistory, MedicalAidReplacesALostInsurance) {
  const std::vector<Insurance> history = {lost("2015-04-01", "2024-05-31", LossReason::medical_aid),
                                          medical_aid("2024-06-01")};
  EXPECT_EQ(validity(history, "2024-05-31"), Validity::valid);
  EXPECT_EQ(validity(history, "2024-06-01"), Validity::valid_unregistered);
}

// 複数該当 is said of insurance only.
TEST(InsuranceHistory, InsuranceAndMedicalAidAreNotSeveral) {
  EXPECT_EQ(validity({insurance("06999991", "2015-04-01"), medical_aid("2024-06-01")}, "2024-07-01"),
            Validity::valid);
}

}  // namespace insurance_history_test
}  // namespace uketsuke::sim

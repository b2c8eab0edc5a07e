#include "scenarios/loader/persona/insurance.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace insurance_test {

std::vector<Insurance> read(const std::string& text) {
  return read_insurances(yaml::parse(text, "t.yaml").at(0));
}

std::string refusal(const std::string& membership) {
  return failure([&] { read("[{ " + membership + " }]"); }).what;
}

TEST(Insurance, EveryKeyIsRead) {
  const auto all = read(
      "[{ kind: medical_aid, insurer_number: \"12999990\", insurer_name: n, symbol: s, number: \"7\", "
      "branch: "
      "\"01\", from: 2024-03-01, until: 2024-09-30, registered_on: 2024-03-15, reason_of_loss: death }]");
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].kind, InsuranceKind::medical_aid);
  EXPECT_EQ(all[0].insurer_number, "12999990");
  EXPECT_EQ(all[0].insurer_name, "n");
  EXPECT_EQ(all[0].symbol, "s");
  EXPECT_EQ(all[0].number, "7");
  EXPECT_EQ(all[0].branch, "01");
  EXPECT_EQ(format_date(all[0].from), "2024-03-01");
  EXPECT_EQ(format_date(*all[0].until), "2024-09-30");
  EXPECT_EQ(format_date(*all[0].registered_on), "2024-03-15");
  EXPECT_EQ(all[0].reason_of_loss, LossReason::death);
}

const std::string kShort = "insurer_name: n, number: \"1\", branch: \"01\", from: 2020-04-01";

TEST(Insurance, WithoutAKindIsInsuranceThatGoesOn) {
  const Insurance one = read("[{ insurer_number: \"1\", " + kShort + " }]").at(0);
  EXPECT_EQ(one.kind, InsuranceKind::insurance);
  EXPECT_FALSE(one.until || one.registered_on || one.reason_of_loss);
}

// Eight characters, left-padded: the column of the on-line eligibility result.
TEST(Insurance, InsurerNumberIsPaddedWithSpacesToEight) {
  EXPECT_EQ(read("[{ insurer_number: \"139999\", " + kShort + " }]").at(0).insurer_number, "  139999");
}

TEST(Insurance, InsurerNumberHasOneToEightDigits) {
  EXPECT_EQ(refusal("insurer_number: \"123456789\", " + kShort),
            "t.yaml:1:20: \"123456789\" is not an insurer number (1 to 8 digits)");
  EXPECT_EQ(refusal("insurer_number: 12a, " + kShort),
            "t.yaml:1:20: \"12a\" is not an insurer number (1 to 8 digits)");
}

TEST(Insurance, BranchHasTwoDigits) {
  EXPECT_EQ(refusal("branch: \"1\", insurer_number: \"1\", insurer_name: n, number: \"1\", from: 2020-04-01"),
            "t.yaml:1:12: a branch number (枝番) has 2 digits");
}

TEST(Insurance, EndsNotBeforeItBegins) {
  EXPECT_EQ(refusal("until: 2020-03-31, insurer_number: \"1\", " + kShort),
            "t.yaml:1:11: 2020-03-31 is before the first day of membership (2020-04-01)");
  EXPECT_EQ(read("[{ until: 2020-04-01, insurer_number: \"1\", " + kShort + " }]").size(), 1u);
}

TEST(Insurance, ReasonOfLossOfAMembershipThatGoesOnIsAnError) {
  EXPECT_EQ(refusal("reason_of_loss: death, insurer_number: \"1\", " + kShort),
            "t.yaml:1:20: needs \"until\": this membership has not ended");
}

}  // namespace insurance_test
}  // namespace uketsuke::scenario

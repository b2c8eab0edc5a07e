#include "sim/eligibility/consent_store.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace consent_store_test {

using record::Category;

// A consent counts 24 hours, to the second: official portal FAQ; captures of the eligibility result.

constexpr auto kDay = std::chrono::hours(24);
const DateTime kNine = DateTime(*parse_date("2024-10-07")) + std::chrono::hours(9);
constexpr std::chrono::seconds kSecond(1);

ConsentStore store_of(const char* patient) {
  ConsentStore store{kDay};
  store.admit(patient);
  return store;
}

TEST(ConsentStore, ConsentCountsFromItsSecondAndIsVoidAfterExactly24Hours) {
  ConsentStore store = store_of("suzuki-taro");
  ASSERT_EQ(store.store("suzuki-taro", {{Category::pharmacists_info, true}}, kNine), ConsentProblem::none);
  const auto in_force = [&](DateTime at) {
    return store.in_force("suzuki-taro", Category::pharmacists_info, at);
  };
  EXPECT_FALSE(in_force(kNine - kSecond));
  EXPECT_TRUE(in_force(kNine));
  EXPECT_TRUE(in_force(kNine + kDay - kSecond));
  EXPECT_FALSE(in_force(kNine + kDay));
}

TEST(ConsentStore, LaterConsentReplacesTheEarlierOne) {
  ConsentStore store = store_of("suzuki-taro");
  store.store("suzuki-taro", {{Category::pharmacists_info, true}}, kNine);
  store.store("suzuki-taro", {{Category::pharmacists_info, true}}, kNine + std::chrono::hours(5));
  const auto last = store.last("suzuki-taro", Category::pharmacists_info);
  ASSERT_TRUE(last);
  EXPECT_EQ(format_compact(last->from), "20241007140000");
  EXPECT_EQ(format_compact(last->until), "20241008140000");
}

TEST(ConsentStore, RefusalReplacesAConsent) {
  ConsentStore store = store_of("suzuki-taro");
  store.store("suzuki-taro", {{Category::pharmacists_info, true}}, kNine);
  store.store("suzuki-taro", {{Category::pharmacists_info, false}}, kNine + kSecond);
  EXPECT_FALSE(store.in_force("suzuki-taro", Category::pharmacists_info, kNine + kSecond));
}

TEST(ConsentStore, CategoryThatIsNotAskedAboutAgainKeepsItsConsent) {
  ConsentStore store = store_of("suzuki-taro");
  store.store("suzuki-taro", {{Category::pharmacists_info, true}, {Category::operation_info, true}}, kNine);
  store.store("suzuki-taro", {{Category::pharmacists_info, false}}, kNine + kSecond);
  EXPECT_TRUE(store.in_force("suzuki-taro", Category::operation_info, kNine + kSecond));
}

TEST(ConsentStore, ConsentsOfTwoPatientsAreSeparate) {
  ConsentStore store = store_of("suzuki-taro");
  store.admit("sato-hanako");
  store.store("suzuki-taro", {{Category::pharmacists_info, true}}, kNine);
  EXPECT_FALSE(store.in_force("sato-hanako", Category::pharmacists_info, kNine));
}

TEST(ConsentStore, NothingIsStoredForAnUnknownPatient) {
  ConsentStore store = store_of("suzuki-taro");
  for (const char* unknown : {"", "nobody"}) {
    EXPECT_EQ(store.store(unknown, {{Category::pharmacists_info, true}}, kNine),
              ConsentProblem::unknown_patient);
    EXPECT_FALSE(store.last(unknown, Category::pharmacists_info));
  }
}

TEST(ConsentStore, UnknownCategoryAmongOthersLeavesAllOfThemUnstored) {
  for (const Category unknown : {static_cast<Category>(99), Category::eligibility}) {
    ConsentStore store = store_of("suzuki-taro");
    EXPECT_EQ(store.store("suzuki-taro", {{Category::pharmacists_info, true}, {unknown, true}}, kNine),
              ConsentProblem::unknown_category);
    EXPECT_FALSE(store.last("suzuki-taro", Category::pharmacists_info));
    EXPECT_FALSE(store.last("suzuki-taro", unknown));
  }
}

}  // namespace consent_store_test
}  // namespace uketsuke::sim

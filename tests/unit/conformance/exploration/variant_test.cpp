// The settings that the exploration tries.

#include "conformance/exploration/variant.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace variant_test {

using record::Category;

const std::vector<Variant>& all() {
  static const std::vector<Variant> variants = all_variants(rules());
  return variants;
}

template <class Condition>
std::size_t number_of(Condition condition) {
  return static_cast<std::size_t>(std::count_if(all().begin(), all().end(), condition));
}

TEST(Variant, OpenPeriodIsTriedOnItsFirstDayAndAClosedOneOnItsLast) {
  for (const Variant& one : all()) {
    if (one.reads_phones()) continue;
    EXPECT_EQ(format_date(one.day), one.period == "from 2024-10-07" ? "2024-10-07" : "2024-10-06")
        << one.name();
  }
}

TEST(Variant, SwitchesStandInTheOrderOfTheGuides) {
  // 手術 診療 薬剤 特定健診, as delivered 0011: medicines and health checks.
  for (const Variant& one : all()) {
    EXPECT_EQ(one.setting.asks.has(Category::operation_info), one.asks[0] == '1') << one.name();
    EXPECT_EQ(one.setting.asks.has(Category::diagnosis_info), one.asks[1] == '1') << one.name();
    EXPECT_EQ(one.setting.asks.has(Category::pharmacists_info), one.asks[2] == '1') << one.name();
    EXPECT_EQ(one.setting.asks.has(Category::specific_health_checkups_info), one.asks[3] == '1')
        << one.name();
  }
}

TEST(Variant, OnlyAChildHasACardWithoutAPhoto) {
  for (const Variant& one : all()) EXPECT_EQ(one.age == "child", !one.setting.card.has_photo) << one.name();
}

TEST(Variant, AgesAreThoseBetweenWhichTheHealthChecksChange) {
  // Leaflet, step 3-2: メタボ健診（40～74歳）や高齢者健診（75歳以上）.
  std::set<int> ages;
  for (const Variant& one : all()) ages.insert(one.setting.age);
  EXPECT_THAT(ages, testing::IsSupersetOf({39, 40, 75}));
}

TEST(Variant, OneReaderHasNoCamera) {
  for (const Variant& one : all()) EXPECT_EQ(one.setting.camera, one.reader != "no_camera") << one.name();
  EXPECT_GT(number_of([](const Variant& one) { return one.reader == "no_camera"; }), 0U);
}

TEST(Variant, ButtonToCancelIsTriedWithAndWithoutPhones) {
  EXPECT_GT(number_of([](const Variant& one) { return one.setting.cancel && !one.reads_phones(); }), 0U);
  EXPECT_GT(number_of([](const Variant& one) { return one.setting.cancel && one.reads_phones(); }), 0U);
}

TEST(Variant, PhonesAreTakenOnlyInAPeriodThatOffersThem) {
  for (const Variant& one : all()) {
    EXPECT_TRUE(!one.setting.smartphone || one.day >= *parse_date("2025-09-19")) << one.name();
    EXPECT_TRUE(!one.setting.smartphone || one.reads_phones()) << one.name();
  }
}

TEST(Variant, APeriodWithoutPhonesIsTriedWithAReaderForThemOnce) {
  EXPECT_EQ(number_of([](const Variant& one) { return one.reads_phones() && !one.setting.smartphone; }), 1U);
}

TEST(Variant, RegistrationByPhoneIsTriedInBothWays) {
  std::set<bool> ways;
  for (const Variant& one : all()) {
    if (one.setting.smartphone) ways.insert(one.setting.phone_registers);
  }
  EXPECT_EQ(ways.size(), 2U);
}

TEST(Variant, NameSaysAllInOneLine) {
  Variant one;
  one.period = "from 2024-10-07";
  one.asks = "0011";
  one.card = "standard";
  one.age = "40 to 74";
  one.reader = "camera";
  EXPECT_EQ(one.name(), "from 2024-10-07, asks 0011, standard card, 40 to 74, camera");
}

TEST(OfSite, KeepsTheSiteOnly) {
  const auto some = of_site(all(), "0011");
  ASSERT_FALSE(some.empty());
  for (const Variant& one : some) EXPECT_EQ(one.asks, "0011");
}

TEST(OfSite, WithoutASiteKeepsAll) { EXPECT_EQ(of_site(all(), "").size(), all().size()); }

TEST(VariantsOfOneAge, DifferInMoreThanTheAge) {
  std::set<std::string> rest;
  for (const Variant& one : variants_of_one_age(rules())) {
    const std::string but_age = one.period + one.asks + one.card + one.reader;
    EXPECT_TRUE(rest.insert(but_age).second) << one.name();
  }
}

TEST(VariantsOfOneAge, LeaveOutNoCombinationOfTheRest) {
  std::set<std::string> whole, some;
  for (const Variant& one : all()) whole.insert(one.period + one.asks + one.card + one.reader);
  for (const Variant& one : variants_of_one_age(rules()))
    some.insert(one.period + one.asks + one.card + one.reader);
  EXPECT_EQ(some, whole);
}

}  // namespace variant_test
}  // namespace uketsuke::conformance::test

// Tests that the comparison of firmware and reference engine finds defects, and which scenario a difference
// becomes.

#include "crosscheck/product.h"

#include <gmock/gmock.h>

#include <set>

#include "crosscheck/as_scenario.h"

namespace uketsuke::crosscheck::test {
namespace product_test {

using reader::Defect;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const conformance::Rules& rules() {
  static const conformance::Rules all = conformance::load_rules("conformance/rules");
  return all;
}

/// Compares a site with factory settings, with every card and every reader that the model can be.
Comparison compare_all() {
  std::vector<conformance::Variant> all;
  for (conformance::Variant& one : conformance::variants_of_one_age(rules())) {
    if (one.asks == "0011" && !one.setting.cancel) all.push_back(std::move(one));
  }
  return compare(all, rules(), reader::load_readers("reader_model/profiles"), std::nullopt);
}

/// Compares with one reader and a standard card only: a defect already shows with these.
Comparison compare_with(Defect defect, const std::string& reader = "camera") {
  std::vector<conformance::Variant> some;
  for (conformance::Variant& one : conformance::variants_of_one_age(rules())) {
    if (one.asks == "0011" && one.card == "standard" && one.reader == reader) some.push_back(std::move(one));
  }
  return compare(some, rules(), reader::load_readers("reader_model/profiles"), defect);
}

std::set<std::string> requirements_of(const Comparison& seen) {
  std::set<std::string> ids;
  for (const Difference& difference : seen.differences) ids.insert(difference.finding.requirement);
  return ids;
}

TEST(Product, FirmwareAndReferenceAgree) {
  const Comparison seen = compare_all();
  EXPECT_THAT(seen.differences, IsEmpty());
  EXPECT_GT(seen.states, 10'000U);
}

struct Planted {
  Defect defect;
  const char* requirement;
  const char* reader = "camera";
};

class ProductOf : public ::testing::TestWithParam<Planted> {};

TEST_P(ProductOf, PlantedDefectIsADifference) {
  EXPECT_THAT(requirements_of(compare_with(GetParam().defect, GetParam().reader)),
              Contains(GetParam().requirement));
}

INSTANTIATE_TEST_SUITE_P(EveryDefect, ProductOf,
                         ::testing::Values(Planted{Defect::asks_consent_before_identity, "FLOW-02"},
                                           Planted{Defect::releases_without_consent, "CONSENT-08"},
                                           Planted{Defect::limit_screen_after_reform, "LIMIT-04"},
                                           Planted{Defect::accepts_expired_certificate, "CERT-02"},
                                           Planted{Defect::asks_in_grace, "FLOW-05"},
                                           Planted{Defect::keeps_secrets, "PRIV-01"},
                                           Planted{Defect::asks_unset_categories, "CONSENT-01"},
                                           Planted{Defect::ignores_missing_registration, "REG-01"},
                                           Planted{Defect::agree_all_covers_specific_disease, "TSR-07"},
                                           Planted{Defect::releases_specific_disease_unasked, "FLOW-07"},
                                           Planted{Defect::phone_gets_grace, "PHONE-06", "smartphone"},
                                           Planted{Defect::offers_phone_always, "PHONE-01", "smartphone"},
                                           Planted{Defect::accepts_locked_phone, "PHONE-05", "smartphone"}));

TEST(Product, AFaceThatMatchesEveryPersonIsADifference) {
  EXPECT_THAT(requirements_of(compare_with(Defect::accepts_any_face)), Not(IsEmpty()));
}

TEST(AsScenario, WritesAPathAsStepsAndGivens) {
  const Comparison seen = compare_with(Defect::asks_in_grace);
  ASSERT_THAT(seen.differences, Not(IsEmpty()));
  const std::string suite = as_scenario(seen.differences.front(), "difference-1");
  EXPECT_THAT(suite, HasSubstr("scenario: difference-1\n"));
  EXPECT_THAT(suite, HasSubstr("certificate_expires: "));
  EXPECT_THAT(suite, HasSubstr("  - insert_card\n"));
  EXPECT_THAT(suite, HasSubstr("asks: \"0011\"\n"));
}

TEST(AsScenario, WritesTheStepsOfAPhone) {
  const Comparison seen = compare_with(Defect::phone_gets_grace, "smartphone");
  ASSERT_THAT(seen.differences, Not(IsEmpty()));
  const std::string suite = as_scenario(seen.differences.front(), "difference-1");
  EXPECT_THAT(suite, HasSubstr("site: clinic-smartphone\n"));
  EXPECT_THAT(suite, HasSubstr("  - touch: smartphone\n"));
  EXPECT_THAT(suite, HasSubstr("  - hold_phone"));
}

}  // namespace product_test
}  // namespace uketsuke::crosscheck::test

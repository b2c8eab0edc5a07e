// Parameters that both engine and firmware have: with another value in both, they still agree; with another
// value in only one of them, they differ.

#include <gmock/gmock.h>

#include <functional>

#include "crosscheck/product.h"
#include "sim/chip/status_word.h"

namespace uketsuke::crosscheck::test {
namespace parameters_test {

using reader::ReaderProfile;
using ::testing::IsEmpty;
using ::testing::Not;

struct Change {
  const char* name;
  std::function<void(conformance::Rules&)> engine;
  std::function<void(ReaderProfile&)> firmware;
};

Comparison compare_with(const conformance::Rules& rules, const reader::ReaderCatalogue& readers) {
  std::vector<conformance::Variant> some;
  for (conformance::Variant& one : conformance::variants_of_one_age(rules)) {
    const bool reader = one.reader == "camera" || one.reader == "form_question";
    if (one.asks == "0011" && one.card == "standard" && reader) some.push_back(std::move(one));
  }
  return compare(some, rules, readers);
}

class ProductWith : public ::testing::TestWithParam<Change> {
 protected:
  conformance::Rules rules = conformance::load_rules("conformance/rules");
  reader::ReaderCatalogue readers = reader::load_readers("reader_model/profiles");

  void change_engine() { GetParam().engine(rules); }
  void change_firmware() {
    for (auto& [name, profile] : readers.profiles) GetParam().firmware(profile);
  }
};

TEST_P(ProductWith, EqualValuesHasNoDifference) {
  change_engine();
  change_firmware();
  EXPECT_THAT(compare_with(rules, readers).differences, IsEmpty());
}

TEST_P(ProductWith, AnotherValueInTheFirmwareHasADifference) {
  change_firmware();
  EXPECT_THAT(compare_with(rules, readers).differences, Not(IsEmpty()));
}

TEST_P(ProductWith, AnotherValueInTheEngineHasADifference) {
  change_engine();
  EXPECT_THAT(compare_with(rules, readers).differences, Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(
    EachParameter, ProductWith,
    ::testing::Values(
        Change{"disease_not_asked",
               [](conformance::Rules& r) {
                 r.parameters.specific_disease_after_reform = conformance::SpecificDiseaseQuestion::not_asked;
               },
               [](ReaderProfile& p) { p.asks_specific_disease = false; }},
        Change{"disease_in_consent_all",
               [](conformance::Rules& r) { r.identification.specific_disease_in_consent_all = true; },
               [](ReaderProfile& p) { p.specific_disease_in_consent_all = true; }},
        Change{"refuse_all_button", [](conformance::Rules& r) { r.identification.refuse_all_button = true; },
               [](ReaderProfile& p) { p.refuse_all_button = true; }},
        Change{"visual_check_asks_nothing",
               [](conformance::Rules& r) { r.identification.visual_check_asks_consent = false; },
               [](ReaderProfile& p) { p.visual_check_asks_consent = false; }},
        Change{"suspended_serves_for_eligibility",
               [](conformance::Rules& r) { r.identification.suspended_certificate_as_revoked = false; },
               [](ReaderProfile& p) { p.suspended_certificate_as_revoked = false; }}),
    [](const auto& changed) { return std::string(changed.param.name); });

// The chip has no setting for it, and the reader accepts both words; so the parameter must state what the
// chip does.
TEST(ProductParameters, LockedStatusWordIsTheChips) {
  EXPECT_EQ(conformance::load_rules("conformance/rules").identification.locked_status_word,
            chip::sw::kBlocked);
}

TEST(ProductParameters, DefaultsAreEqualInRulesAndProfiles) {
  const conformance::Rules rules = conformance::load_rules("conformance/rules");
  for (const auto& [name, profile] : reader::load_readers("reader_model/profiles").profiles) {
    EXPECT_EQ(profile.asks_specific_disease, rules.parameters.specific_disease_after_reform ==
                                                 conformance::SpecificDiseaseQuestion::own_screen)
        << name;
    EXPECT_EQ(profile.specific_disease_in_consent_all, rules.identification.specific_disease_in_consent_all)
        << name;
    EXPECT_EQ(profile.refuse_all_button, rules.identification.refuse_all_button) << name;
    EXPECT_EQ(profile.visual_check_asks_consent, rules.identification.visual_check_asks_consent) << name;
    EXPECT_EQ(profile.suspended_certificate_as_revoked, rules.identification.suspended_certificate_as_revoked)
        << name;
  }
}

}  // namespace parameters_test
}  // namespace uketsuke::crosscheck::test

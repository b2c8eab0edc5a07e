// Tests that the monitor finds defects in the question about 特定疾病療養受療証, and none with other values
// of the parameters.

#include <gmock/gmock.h>

#include <functional>
#include <set>

#include "conformance/exploration/explore.h"

namespace uketsuke::conformance::test {
namespace specific_disease_test {

using record::Button;
using record::Category;
using record::Screen;
using ::testing::Contains;
using ::testing::IsEmpty;

constexpr Category kDisease = Category::specific_diseases_certificate;

/// Both sides of the reform, a site that asks and one that does not, readers with a camera.
std::vector<Variant> few_variants(const Rules& rules) {
  std::vector<Variant> few;
  for (Variant& one : all_variants(rules)) {
    const bool asks = one.asks == "0011" || (one.asks == "0000" && one.reader == "camera");
    const bool reader = one.reader == "camera" || one.reader == "form_question";
    if (asks && one.card == "standard" && one.age == "40 to 74" && reader) few.push_back(std::move(one));
  }
  return few;
}

std::set<std::string> broken_by(Engine engine) {
  std::set<std::string> requirements;
  const Rules rules = load_rules("conformance/rules");
  for (const Counterexample& example : explore(few_variants(rules), engine).broken)
    requirements.insert(example.violation.requirement);
  return requirements;
}

TEST(ExploreDisease, FindsAReleaseThatWasNeverAskedFor) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Step next = step(setting, state, input);
                if (std::holds_alternative<input::Stored>(input) && next.possible)
                  next.effects.push_back({output::Release{kDisease}, "", false});
                return next;
              }),
              Contains("TSR-02"));
}

TEST(ExploreDisease, FindsAgreeingToAllThatCoversIt) {
  const auto broken = broken_by([](const Setting& setting, const State& state, const Input& input) {
    Setting covering = setting;
    covering.specific_disease_in_consent_all = true;
    return step(covering, state, input);
  });
  EXPECT_THAT(broken, Contains("TSR-02"));
  EXPECT_THAT(broken, Contains("CONSENT-09"));
}

TEST(ExploreDisease, FindsAQuestionToEverybody) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                if (const auto* answer = std::get_if<input::EligibilityAnswered>(&input))
                  return step(setting, state, input::EligibilityAnswered{answer->validity, true});
                return step(setting, state, input);
              }),
              Contains("TSR-01"));
}

TEST(ExploreDisease, FindsAHolderWhoIsNotAsked) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                if (const auto* answer = std::get_if<input::EligibilityAnswered>(&input))
                  return step(setting, state, input::EligibilityAnswered{answer->validity, false});
                return step(setting, state, input);
              }),
              Contains("TSR-07"));
}

TEST(ExploreDisease, FindsAQuestionBeforeCompletionUntilTheReform) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Setting early = setting;
                early.specific_disease = SpecificDiseaseQuestion::own_screen;
                return step(early, state, input);
              }),
              Contains("TSR-04"));
}

TEST(ExploreDisease, FindsAQuestionInGrace) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Step next = step(setting, state, input);
                if (std::holds_alternative<input::EligibilityAnswered>(input) && next.possible &&
                    next.next.in_grace && next.next.phase == Phase::storing) {
                  next.effects.push_back({output::Show{Screen::specific_disease, {}}, "", false});
                }
                return next;
              }),
              Contains("CERT-08"));
}

TEST(ExploreDisease, FindsATimeOutTakenForConsent) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                const bool late = state.phase == Phase::late_disease || state.phase == Phase::own_disease;
                if (std::holds_alternative<input::TimedOut>(input) && late)
                  return step(setting, state, input::Touched{Screen::specific_disease, Button::provide});
                return step(setting, state, input);
              }),
              Contains("CONSENT-09"));
}

struct Change {
  const char* name;
  std::function<void(Rules&)> make;
};

class ExploreWith : public ::testing::TestWithParam<Change> {};

TEST_P(ExploreWith, AnotherValueNothingIsBrokenNorStuck) {
  Rules rules = load_rules("conformance/rules");
  const Exploration usual = explore(few_variants(rules));
  GetParam().make(rules);
  const Exploration seen = explore(few_variants(rules));
  EXPECT_THAT(seen.broken, IsEmpty());
  EXPECT_THAT(seen.stuck, IsEmpty());
  std::set<std::string> before;
  std::set<std::string> after;
  for (const auto& [id, transition] : usual.transitions) before.insert(id);
  for (const auto& [id, transition] : seen.transitions) after.insert(id);
  EXPECT_TRUE(after != before || seen.steps != usual.steps) << "the value changes nothing";
}

INSTANTIATE_TEST_SUITE_P(
    EachParameter, ExploreWith,
    ::testing::Values(
        Change{"not_asked",
               [](Rules& r) {
                 r.parameters.specific_disease_after_reform = SpecificDiseaseQuestion::not_asked;
               }},
        Change{"in_consent_all", [](Rules& r) { r.identification.specific_disease_in_consent_all = true; }},
        Change{"refuse_all", [](Rules& r) { r.identification.refuse_all_button = true; }},
        Change{"visual_check", [](Rules& r) { r.identification.visual_check_asks_consent = false; }},
        Change{"suspended", [](Rules& r) { r.identification.suspended_certificate_as_revoked = false; }},
        Change{"all_of_them",
               [](Rules& r) {
                 r.identification.specific_disease_in_consent_all = true;
                 r.identification.refuse_all_button = true;
                 r.identification.visual_check_asks_consent = false;
                 r.identification.suspended_certificate_as_revoked = false;
               }}),
    [](const auto& changed) { return std::string(changed.param.name); });

}  // namespace specific_disease_test
}  // namespace uketsuke::conformance::test

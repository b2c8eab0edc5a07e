// Properties of every state and every path, for all inputs in any order.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <deque>
#include <unordered_set>

#include "conformance/consent_engine/engine.h"
#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace engine_property_test {

rc::Gen<Setting> any_setting() {
  return rc::gen::map(rc::gen::arbitrary<std::uint16_t>(), [](std::uint16_t bits) {
    const auto bit = [bits](int n) { return (bits >> n & 1) != 0; };
    Setting setting;
    setting.first_screen = bit(0) ? FirstScreen::consent_all : FirstScreen::each_category;
    setting.limit = bit(0) ? LimitPolicy::automatic : LimitPolicy::screen;
    setting.specific_disease = !bit(0)   ? SpecificDiseaseQuestion::behind_limit
                               : bit(13) ? SpecificDiseaseQuestion::own_screen
                                         : SpecificDiseaseQuestion::not_asked;
    setting.specific_disease_in_consent_all = bit(14) && bit(8);
    setting.refuse_all_button = bit(15);
    if (bit(1)) setting.asks.add(Category::diagnosis_info);
    if (bit(2)) setting.asks.add(Category::pharmacists_info);
    if (bit(3)) setting.asks.add(Category::operation_info);
    if (bit(4)) setting.asks.add(Category::specific_health_checkups_info);
    setting.camera = bit(5) || bit(6);
    setting.pin_pad = bit(5) || bit(7);
    setting.cancel = bit(8);
    setting.card = {bit(9), bit(10)};
    setting.face_attempts = static_cast<std::uint8_t>(1 + (bits >> 11) % 3);
    return setting;
  });
}

/// A random walk of possible inputs; the check sees each step.
template <class Check>
void walk_at_random(const Setting& setting, Check check) {
  static const std::vector<Input> inputs = alphabet();
  State state;
  for (const auto choice :
       *rc::gen::container<std::vector<std::uint32_t>>(60, rc::gen::arbitrary<std::uint32_t>())) {
    std::vector<Step> possible;
    for (const Input& input : inputs) {
      Step next = step(setting, state, input);
      if (next.possible) possible.push_back(std::move(next));
    }
    RC_ASSERT(!possible.empty());
    const Step& next = possible[choice % possible.size()];
    check(state, next);
    state = next.next;
  }
}

TEST(EngineProperty, NothingIsReleasedWithoutIdentityAndConsent) {
  const bool holds = rc::check([] {
    const Setting setting = *any_setting();
    walk_at_random(setting, [&setting](const State& before, const Step& next) {
      for (const Effect& effect : next.effects) {
        const auto* release = std::get_if<output::Release>(&effect.output);
        if (release == nullptr) continue;
        RC_ASSERT(before.identity != Identity::none);
        RC_ASSERT(before.outcome != Outcome::aborted);
        const bool unasked = release->category == Category::eligibility ||
                             (release->category == Category::limit_application_certificate &&
                              (setting.limit == LimitPolicy::automatic || before.limit_given));
        const bool of_disease = release->category == Category::specific_diseases_certificate;
        RC_ASSERT(unasked || before.given.has(release->category));
        RC_ASSERT(unasked || (of_disease ? before.asks_disease : setting.asks.has(release->category)));
        RC_ASSERT(unasked || !before.in_grace);
      }
    });
  });
  EXPECT_TRUE(holds);
}

TEST(EngineProperty, IdentityComesOnlyFromASuccess) {
  const bool holds = rc::check([] {
    static const std::vector<Input> inputs = alphabet();
    const Setting setting = *any_setting();
    walk_at_random(setting, [&setting](const State& before, const Step& next) {
      if (before.identity != Identity::none || next.next.identity == Identity::none) return;
      // The only inputs that lead to this state.
      for (const Input& input : inputs) {
        const Step step_of_input = step(setting, before, input);
        if (!step_of_input.possible || step_of_input.next.identity == Identity::none) continue;
        const auto* face = std::get_if<input::FaceCompared>(&input);
        const auto* pin = std::get_if<input::PinChecked>(&input);
        const auto* staff = std::get_if<input::StaffDecided>(&input);
        RC_ASSERT((face && face->result == FaceResult::match) ||
                  (pin && pin->result == SecretCheck::accepted) || (staff && staff->same_person));
      }
    });
  });
  EXPECT_TRUE(holds);
}

TEST(EngineProperty, AReceptionHasAtMostOneOutcomeAndConsentIsAskedOnlyAfterIdentity) {
  const bool holds = rc::check([] {
    walk_at_random(*any_setting(), [](const State& before, const Step& next) {
      for (const Effect& effect : next.effects) {
        const bool outcome = std::holds_alternative<output::Complete>(effect.output) ||
                             std::holds_alternative<output::Abort>(effect.output);
        if (outcome) RC_ASSERT(before.outcome == Outcome::open);
        const auto* show = std::get_if<output::Show>(&effect.output);
        if (show != nullptr && asks_consent(show->screen)) RC_ASSERT(before.identity != Identity::none);
      }
    });
  });
  EXPECT_TRUE(holds);
}

/// Every reachable state, found breadth first.
std::unordered_set<State> reachable(const Setting& setting) {
  const std::vector<Input> inputs = alphabet();
  std::unordered_set<State> seen{State{}};
  std::deque<State> open{State{}};
  while (!open.empty()) {
    const State state = open.front();
    open.pop_front();
    for (const Input& input : inputs) {
      const Step next = step(setting, state, input);
      if (next.possible && seen.insert(next.next).second) open.push_back(next.next);
    }
  }
  return seen;
}

TEST(EngineExploration, EveryStateReachesIdleWhenTheCardIsTaken) {
  for (const auto policy : {FirstScreen::each_category, FirstScreen::consent_all}) {
    Setting setting;
    setting.first_screen = policy;
    setting.limit = policy == FirstScreen::consent_all ? LimitPolicy::automatic : LimitPolicy::screen;
    setting.asks = kMedicalCategories;
    if (policy == FirstScreen::each_category)
      setting.specific_disease = SpecificDiseaseQuestion::behind_limit;
    for (State state : reachable(setting)) {
      if (state.card_in) state = step(setting, state, input::CardTaken{}).next;
      // The pending request ends in one of two ways.
      for (const Input& end : {Input(input::Stored{}), Input(input::ServiceSilent{})}) {
        State last = state;
        if (last.phase != Phase::idle) last = step(setting, last, end).next;
        EXPECT_EQ(last.phase, Phase::idle);
        EXPECT_TRUE(last.held.empty());
      }
    }
  }
}

TEST(EngineExploration, EveryTransitionAndEffectNamesARequirementOfTheCatalogue) {
  Setting setting;
  setting.first_screen = FirstScreen::each_category;
  setting.limit = LimitPolicy::screen;
  setting.asks = kMedicalCategories;
  setting.specific_disease = SpecificDiseaseQuestion::behind_limit;
  setting.cancel = true;
  std::set<std::string> unknown;
  for (const bool old : {true, false}) {
    if (!old) {
      setting.first_screen = FirstScreen::consent_all;
      setting.limit = LimitPolicy::automatic;
      setting.specific_disease = SpecificDiseaseQuestion::own_screen;
      setting.refuse_all_button = true;
    }
    for (const State& state : reachable(setting)) {
      for (const Input& input : alphabet()) {
        const Step next = step(setting, state, input);
        if (!next.possible) continue;
        if (catalogue().find(next.requirement) == nullptr) unknown.insert(next.requirement);
        for (const Effect& effect : next.effects) {
          if (catalogue().find(effect.requirement) == nullptr) unknown.insert(effect.requirement);
        }
      }
    }
  }
  EXPECT_TRUE(unknown.empty()) << *unknown.begin();
}

TEST(State, KeysOfDifferentStatesDiffer) {
  State a;
  State b = a;
  b.held.add(WipedItem::certificate);
  EXPECT_NE(a, b);
  b = a;
  b.given.add(Category::eligibility);
  EXPECT_NE(a, b);
  b = a;
  b.asks_disease = true;
  EXPECT_NE(a, b);
  b = a;
  b.face_failures = 200;
  EXPECT_NE(a, b);
}

}  // namespace engine_property_test
}  // namespace uketsuke::conformance::test

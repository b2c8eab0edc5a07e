// Tests that the exploration finds defects: engines with a planted fault, each of which violates one
// invariant.

#include "conformance/exploration/explore.h"

#include <gmock/gmock.h>

#include <set>

namespace uketsuke::conformance::test {
namespace explore_test {

using record::Button;
using record::Category;
using record::Screen;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Every policy period, these site settings, one card, one age, three readers: a small set that covers every
/// rule of the engine.
std::vector<Variant> some_variants(const std::set<std::string>& settings = {"0000", "0011", "1111"}) {
  std::vector<Variant> some;
  for (Variant& one : all_variants(load_rules("conformance/rules"))) {
    const bool asks = settings.count(one.asks) != 0;
    const bool reader = one.reader == "camera" || one.reader == "form_question" || one.reader == "smartphone";
    if (asks && one.card == "standard" && one.age == "40 to 74" && reader) some.push_back(std::move(one));
  }
  return some;
}

std::set<std::string> broken_by(Engine engine) {
  std::set<std::string> requirements;
  for (const Counterexample& example : explore(some_variants({"0011"}), engine).broken)
    requirements.insert(example.violation.requirement);
  return requirements;
}

template <class Kind>
void drop(Step& step) {
  std::vector<Effect> rest;
  for (Effect& effect : step.effects) {
    if (!std::holds_alternative<Kind>(effect.output)) rest.push_back(std::move(effect));
  }
  step.effects = std::move(rest);
}

TEST(Variants, AreEveryPeriodSiteSettingCardAgeAndReader) {
  const auto variants = all_variants(load_rules("conformance/rules"));
  // Phones not offered; every site; form, cancel, registration.
  const std::size_t with_phones = 1 + 16 + 3 * 3;
  EXPECT_THAT(variants, SizeIs(2 * 16 * (3 * 3 + 1 + 3 * 4) + with_phones));
  std::set<std::string> names;
  for (const Variant& one : variants) names.insert(one.name());
  EXPECT_EQ(names.size(), variants.size());
}

TEST(Explore, ReferenceEngineBreaksNothingAndAlwaysComesHome) {
  const Exploration seen = explore(some_variants());
  EXPECT_THAT(seen.broken, IsEmpty());
  EXPECT_THAT(seen.stuck, IsEmpty());
  EXPECT_EQ(seen.variants, 16U);
  EXPECT_GT(seen.distinct_states, 1'000U);
  EXPECT_GE(seen.situations, seen.states);
  EXPECT_GT(seen.steps, seen.situations);
}

TEST(Explore, ReachesEveryPhase) {
  std::set<std::string> phases;
  for (const auto& [id, transition] : explore(some_variants()).transitions) phases.insert(transition.to);
  for (const auto& [phase, name] : enum_names(Phase{})) EXPECT_THAT(phases, Contains(std::string(name)));
}

TEST(Explore, NamesARequirementForEveryTransition) {
  for (const auto& [id, transition] : explore(some_variants()).transitions)
    EXPECT_THAT(transition.requirement, Not(IsEmpty())) << id;
}

TEST(Explore, EveryOtherScreensTouchIsImpossibleAsTheSearchAssumes) {
  const Variant variant = some_variants().back();
  for (const auto& [phase, name] : enum_names(Phase{})) {
    State state;
    state.phase = phase;
    state.card_in = true;
    for (const Input& input : alphabet()) {
      const auto* touch = std::get_if<input::Touched>(&input);
      const auto* time_out = std::get_if<input::TimedOut>(&input);
      if (touch == nullptr && time_out == nullptr) continue;
      const Screen screen = touch != nullptr ? touch->screen : time_out->screen;
      const bool asked = touch != nullptr ? touchable(variant.setting, state) == screen
                                          : question_of(variant.setting, state) == screen;
      if (asked) continue;
      EXPECT_FALSE(step(variant.setting, state, input).possible) << name << ": " << to_string(input);
    }
  }
}

TEST(Explore, FindsAReleaseThatNobodyAgreedTo) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Step next = step(setting, state, input);
                if (std::holds_alternative<input::Stored>(input) && next.possible)
                  next.effects.push_back({output::Release{Category::operation_info}, "", false});
                return next;
              }),
              Contains("RELEASE-02"));
}

TEST(Variants, OfOneAgeAreTheOthersWithoutTheAges) {
  std::set<std::string> names;
  const auto without_age = [](const Variant& one) { return one.period + one.asks + one.card + one.reader; };
  for (const Variant& one : all_variants(load_rules("conformance/rules"))) names.insert(without_age(one));
  const auto some = variants_of_one_age(load_rules("conformance/rules"));
  EXPECT_EQ(some.size(), names.size());
  for (const Variant& one : some) EXPECT_EQ(names.erase(without_age(one)), 1U) << one.name();
}

/// The ages of patients for which this engine gets health checks wrong, and nothing else.
std::set<std::string> ages_of_wrong_health_checks(Engine engine) {
  std::set<std::string> ages;
  std::vector<Variant> variants;
  for (Variant& one : all_variants(load_rules("conformance/rules"))) {
    if (one.asks == "0011" && one.reader == "camera" && (one.card == "standard" || one.card == "infant"))
      variants.push_back(std::move(one));
  }
  for (const Counterexample& example : explore(variants, engine).broken) {
    EXPECT_EQ(example.violation.requirement, "RELEASE-07");
    for (const Variant& one : variants) {
      if (one.name() == example.variant) ages.insert(one.age);
    }
  }
  return ages;
}

TEST(Explore, FindsHealthChecksOfTheWrongAge) {
  EXPECT_THAT(ages_of_wrong_health_checks([](const Setting& setting, const State& state, const Input& input) {
                Setting forty = setting;
                forty.age = 40;
                return step(forty, state, input);
              }),
              ElementsAre("child", "from 75", "under 40"));
}

TEST(Explore, FindsATimeOutTakenForConsent) {
  const auto broken = broken_by([](const Setting& setting, const State& state, const Input& input) {
    if (std::holds_alternative<input::TimedOut>(input) && state.phase == Phase::consent_all)
      return step(setting, state, input::Touched{Screen::consent_all, Button::agree_all});
    return step(setting, state, input);
  });
  EXPECT_THAT(broken, Contains("CONSENT-09"));
  EXPECT_THAT(broken, Contains("RELEASE-02"));
}

TEST(Explore, FindsAConsentThatIsLeftForTheNextPatient) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Step next = step(setting, state, input);
                if (next.possible && next.next.phase == Phase::idle) next.next.given = state.given;
                return next;
              }),
              Contains("CONSENT-10"));
}

TEST(Explore, FindsThatNothingIsWiped) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Step next = step(setting, state, input);
                drop<output::Wipe>(next);
                return next;
              }),
              Contains("PRIV-01"));
}

TEST(Explore, FindsQuestionsAskedWithAnExpiredCertificate) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Step next = step(setting, state, input);
                next.next.in_grace = false;
                return next;
              }),
              Contains("CERT-08"));
}

TEST(Explore, FindsTheLimitScreenAfterTheReform) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Setting old = setting;
                old.limit = LimitPolicy::screen;
                return step(old, state, input);
              }),
              Contains("LIMIT-03"));
}

TEST(Explore, FindsAFaceThatNeedNotMatch) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                if (std::holds_alternative<input::FaceCompared>(input))
                  return step(setting, state, input::FaceCompared{record::FaceResult::match});
                return step(setting, state, input);
              }),
              Contains("RELEASE-01"));
}

TEST(Explore, FindsAReceptionThatNeverEnds) {
  const Exploration seen =
      explore(some_variants({"0011"}), [](const Setting& setting, const State& state, const Input& input) {
        Step next = step(setting, state, input);
        const bool stays = state.phase == Phase::ended || state.phase == Phase::limit;
        if (stays && std::holds_alternative<input::CardTaken>(input)) next.possible = false;
        return next;
      });
  EXPECT_THAT(seen.stuck, Not(IsEmpty()));
}

TEST(Explore, PhoneIsOfferedByReadersForItFromItsDayOn) {
  std::set<std::string> offering;
  for (const Variant& one : all_variants(load_rules("conformance/rules"))) {
    if (one.setting.smartphone) offering.insert(one.period + " " + one.reader);
    EXPECT_FALSE(one.setting.smartphone && !one.reads_phones()) << one.name();
  }
  EXPECT_THAT(offering, ::testing::UnorderedElementsAre(
                            "from 2025-09-19 smartphone", "from 2025-09-19 smartphone_form",
                            "from 2025-09-19 smartphone_cancel", "from 2025-09-19 smartphone_registers"));
}

TEST(Explore, FindsAPhoneOnADayOnWhichNoneIsTaken) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Setting always = setting;
                always.smartphone = true;
                return step(always, state, input);
              }),
              Contains("PHONE-01"));
}

TEST(Explore, FindsAPhoneThatNeedNotBeUnlocked) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                const auto* phone = std::get_if<input::PhoneChecked>(&input);
                if (phone != nullptr && phone->result == record::PhoneCheck::not_unlocked)
                  return step(setting, state, input::PhoneChecked{record::PhoneCheck::accepted});
                return step(setting, state, input);
              }),
              Contains("PHONE-03"));
}

TEST(Explore, FindsGraceGivenToAPhone) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Setting kind = setting;
                kind.phone_grace = true;
                return step(kind, state, input);
              }),
              Contains("PHONE-06"));
}

TEST(Explore, FindsARegistrationByPhone) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Setting kind = setting;
                kind.phone_registers = true;
                return step(kind, state, input);
              }),
              Contains("PHONE-07"));
}

TEST(Explore, FindsACardAskedOfSomebodyWithAPhone) {
  EXPECT_THAT(broken_by([](const Setting& setting, const State& state, const Input& input) {
                Step next = step(setting, state, input);
                for (Effect& effect : next.effects) {
                  auto* show = std::get_if<output::Show>(&effect.output);
                  if (show != nullptr && show->screen == Screen::phone_ended)
                    show->screen = Screen::take_card;
                }
                return next;
              }),
              Contains("PHONE-08"));
}

TEST(Explore, FindsAReceptionByPhoneThatNeverEnds) {
  const Exploration seen =
      explore(some_variants({"0011"}), [](const Setting& setting, const State& state, const Input& input) {
        Step next = step(setting, state, input);
        if (std::holds_alternative<input::Parted>(input)) next.possible = false;
        return next;
      });
  EXPECT_THAT(seen.stuck, Not(IsEmpty()));
}

TEST(Explore, ShortestPathLeadsToWhatIsBroken) {
  const Exploration seen =
      explore(some_variants({"0011"}), [](const Setting& setting, const State& state, const Input& input) {
        Step next = step(setting, state, input);
        if (std::holds_alternative<input::CardRead>(input) && next.possible)
          next.effects.push_back({output::Show{Screen::consent_operations, {}}, "", false});
        return next;
      });
  ASSERT_THAT(seen.broken, Not(IsEmpty()));
  EXPECT_EQ(seen.broken.front().violation.requirement, "FLOW-05");
  EXPECT_EQ(seen.broken.front().path.front(), "card inserted");
  EXPECT_THAT(seen.broken.front().path, SizeIs(2));
}

}  // namespace explore_test
}  // namespace uketsuke::conformance::test

#include "scenarios/loader/persona/head_profile.h"

#include <gtest/gtest.h>

#include <set>

#include "scenarios/loader/persona/persona.h"
#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace head_profile_test {

HeadProfile read(const std::string& text, Sex sex = Sex::female) {
  return read_head(yaml::parse(text, "h.yaml").at(0), sex);
}

std::string refusal(const std::string& text, Sex sex = Sex::female) {
  return failure([&] { read(text, sex); }).what;
}

TEST(HeadOfAPersona, NameOfAnIdentityIsKeptForTheCamera) {
  const HeadProfile head = read("woman-39-a");
  EXPECT_EQ(head.identity, "woman-39-a");
}

TEST(HeadOfAPersona, MapGivesAFaceOfItsOwn) {
  const HeadProfile head =
      read("{ seed: 12, sex: male, ancestry: { asian: 0.5, african: 0.25 }, amplitude: 1.2, hair: short02 }");
  EXPECT_EQ(head.identity, "");
  EXPECT_EQ(head.seed, 12u);
  EXPECT_EQ(head.sex, HeadSex::male);
  EXPECT_DOUBLE_EQ(head.ancestry.asian, 0.5);
  EXPECT_DOUBLE_EQ(head.ancestry.caucasian, 0);
  EXPECT_DOUBLE_EQ(head.ancestry.african, 0.25);
  EXPECT_DOUBLE_EQ(head.amplitude, 1.2);
  EXPECT_EQ(head.hair, "short02");
}

TEST(HeadOfAPersona, SeedAloneIsAnAverageWideAsianFaceOfThePersonasSex) {
  const HeadProfile head = read("{ seed: 7 }");
  EXPECT_FALSE(head.sex);
  EXPECT_DOUBLE_EQ(head.ancestry.asian, 1);
  EXPECT_DOUBLE_EQ(head.amplitude, 1);
}

TEST(HeadOfAPersona, SeedMustBeThere) {
  EXPECT_EQ(refusal("{ hair: bob01 }"), "h.yaml:1:1: the key \"seed\" is missing");
}

TEST(HeadOfAPersona, UnknownKeyIsNamedWithTheNearest) {
  EXPECT_NE(
      refusal("{ seed: 1, hairs: bob01 }").find("h.yaml:1:12: unknown key \"hairs\" (did you mean \"hair\"?"),
      std::string::npos);
}

TEST(HeadOfAPersona, ShareBeyondOneIsRefused) {
  EXPECT_EQ(refusal("{ seed: 1, ancestry: { asian: 1.5 } }"), "h.yaml:1:31: \"1.5\" is not a share (0 to 1)");
}

TEST(HeadOfAPersona, AncestryOfNothingIsRefused) {
  EXPECT_EQ(refusal("{ seed: 1, ancestry: { asian: 0 } }"),
            "h.yaml:1:22: an ancestry needs a share above 0: asian, caucasian or african");
}

TEST(HeadOfAPersona, AmplitudeBeyondTwoIsRefused) {
  EXPECT_EQ(refusal("{ seed: 1, amplitude: 2.1 }"), "h.yaml:1:23: \"2.1\" is not an amplitude (0 to 2)");
}

TEST(HeadOfAPersona, AmplitudeHasToBeANumber) {
  EXPECT_EQ(refusal("{ seed: 1, amplitude: 1x }"), "h.yaml:1:23: \"1x\" is not an amplitude (0 to 2)");
}

TEST(HeadOfAPersona, SexOtherHasToSayWhichHead) {
  EXPECT_EQ(refusal("{ seed: 1 }", Sex::other),
            "h.yaml:1:1: a persona with \"sex: other\" needs \"sex\" under \"head\"");
}

TEST(HeadOfAPersona, IdentityMustBeAName) {
  EXPECT_EQ(refusal("Woman 39"),
            "h.yaml:1:1: \"Woman 39\" is not a name (use lower-case letters, digits and hyphens)");
}

TEST(HeadOfAPersona, WithoutTheKeyTwoPersonasDiffer) {
  EXPECT_NE(head_by_name("sato-hanako", Sex::female).seed, head_by_name("suzuki-taro", Sex::male).seed);
}

TEST(HeadOfAPersona, WithoutTheKeyAPersonaOfSexOtherHasAHeadAllTheSame) {
  EXPECT_TRUE(head_by_name("shimizu-kaoru", Sex::other).sex);
}

TEST(HeadOfAPersona, NoTwoShippedPersonasHaveTheSame) {
  std::set<std::string> names;
  for (const auto& [id, persona] : shipped_library().personas) {
    ASSERT_FALSE(persona->head.identity.empty()) << id << " has no identity";
    EXPECT_TRUE(names.insert(persona->head.identity).second) << id << " looks like somebody else";
  }
  EXPECT_EQ(names.size(), 22u);
}

}  // namespace head_profile_test
}  // namespace uketsuke::scenario

#include "sim/vision/persona_head.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace uketsuke::sim {
namespace persona_head_test {

camera::HeadProfile woman(std::uint32_t seed, float age) {
  camera::HeadProfile profile;
  profile.seed = seed;
  profile.sex = camera::Sex::female;
  profile.age = age;
  return profile;
}

camera::HeadProfile man(std::uint32_t seed, float age) {
  camera::HeadProfile profile = woman(seed, age);
  profile.sex = camera::Sex::male;
  return profile;
}

/// Four women and a man.
camera::Identities five() {
  camera::Identities list;
  list.people = {{"woman-39", woman(11, 39)},
                 {"woman-70", woman(12, 70)},
                 {"woman-42", woman(13, 42)},
                 {"woman-30", woman(14, 30)},
                 {"man-40", man(15, 40)}};
  list.people[0].profile.amplitude = 1.16F;
  list.people[0].profile.hair = "bob01";
  return list;
}

scenario::Persona persona() {
  scenario::Persona one;
  one.id = "sato-hanako";
  one.sex = scenario::Sex::female;
  one.head.identity = "woman-39";
  return one;
}

TEST(PersonaHead, IsTheOneOfTheListThatThePersonaNames) {
  const camera::HeadProfile head = head_profile(persona(), five(), 39);
  EXPECT_EQ(head.seed, 11U);
  EXPECT_EQ(head.amplitude, 1.16F);
  EXPECT_EQ(head.hair, "bob01");
}

TEST(PersonaHead, HasTheAgeOfTheDayAndNotOfTheList) {
  EXPECT_EQ(head_profile(persona(), five(), 29).age, 29);
}

TEST(PersonaHead, OfABabyIsThatOfAChildOfThree) { EXPECT_EQ(head_profile(persona(), five(), 0).age, 3); }

TEST(PersonaHead, WithoutANameHasThePersonasOwnValues) {
  scenario::Persona one = persona();
  one.head.identity.clear();
  one.head.seed = 99;
  one.head.ancestry = {0.25, 0.75, 0};
  one.head.amplitude = 0.5;
  one.head.hair = "afro01";
  const camera::HeadProfile head = head_profile(one, five(), 50);
  EXPECT_EQ(head.seed, 99U);
  EXPECT_EQ(head.sex, camera::Sex::female);
  EXPECT_EQ(head.ancestry.asian, 0.25F);
  EXPECT_EQ(head.ancestry.caucasian, 0.75F);
  EXPECT_EQ(head.amplitude, 0.5F);
  EXPECT_EQ(head.hair, "afro01");
}

TEST(PersonaHead, MayHaveAnotherSexThanTheCardSays) {
  scenario::Persona one = persona();
  one.head.identity.clear();
  one.head.sex = scenario::HeadSex::male;
  EXPECT_EQ(head_profile(one, five(), 50).sex, camera::Sex::male);
}

TEST(PersonaHead, UnknownIdentityIsAnErrorAtThePersona) {
  scenario::Persona one = persona();
  one.head.identity = "woman-38";
  try {
    head_profile(one, five(), 38);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::unknown_name);
    EXPECT_STREQ(
        error.what(),
        "scenarios/personas/sato-hanako.yaml: head: camera_model/head/identities.yaml has no identity "
        "\"woman-38\"");
  }
}

TEST(Stranger, IsTheNearestInAgeOfTheSameSex) {
  EXPECT_EQ(stranger_to(woman(11, 39), five(), 0).seed, 13U);
  EXPECT_EQ(stranger_to(woman(11, 39), five(), 1).seed, 14U);
}

TEST(Stranger, GoesByTheAgeOfTheDay) { EXPECT_EQ(stranger_to(woman(11, 66), five(), 0).seed, 12U); }

TEST(Stranger, OfSomebodyWhoIsNotInTheListIsFoundToo) {
  EXPECT_EQ(stranger_to(man(500, 20), five(), 0).seed, 15U);
}

TEST(Lookalike, IsSomebodyElseWithAShareOfTheFace) {
  const camera::HeadProfile person = head_profile(persona(), five(), 39);
  const camera::HeadProfile other = lookalike_of(person);
  EXPECT_NE(other.seed, person.seed);
  EXPECT_EQ(other.kin_seed, person.seed);
  EXPECT_GT(other.kin_share, 0.0F);
  EXPECT_LT(other.kin_share, 1.0F);
  EXPECT_EQ(other.sex, person.sex);
  EXPECT_EQ(other.age, person.age);
}

}  // namespace persona_head_test
}  // namespace uketsuke::sim

#include "sim/gallery/people.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace uketsuke::gallery {
namespace people_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Date day(const char* text) { return *parse_date(text); }

Person born_on(const std::string& id, const char* date) {
  auto person = std::make_shared<scenario::Persona>();
  person->id = id;
  person->born = day(date);
  return person;
}

camera::Identities list() {
  camera::Identities all;
  camera::Identity woman{"woman-39", {}};
  woman.profile.sex = camera::Sex::female;
  woman.profile.age = 39;
  camera::Identity boy{"boy-10", {}};
  boy.profile.sex = camera::Sex::male;
  boy.profile.age = 10;
  camera::Identity baby{"baby-1", {}};
  baby.profile.age = 1;
  all.people = {woman, boy, baby};
  return all;
}

TEST(GalleryPeople, AnIdentityIsAsOldAsTheListSaysOnTheFirstOfOctober2024) {
  const Person woman = identity_called("woman-39", list(), day("2024-10-07"));
  EXPECT_EQ(woman->born, day("1985-10-01"));
  EXPECT_EQ(woman->sex, scenario::Sex::female);
  EXPECT_EQ(woman->head.identity, "woman-39");
  EXPECT_EQ(identity_called("boy-10", list(), day("2024-10-07"))->sex, scenario::Sex::male);
}

// Half of a card's validity: ten years, five below 18 (docs/card-facts.md).
TEST(GalleryPeople, TheCardIsFiveYearsOldAndAMinorsTwo) {
  EXPECT_EQ(identity_called("woman-39", list(), day("2024-10-07"))->card->issued, day("2019-10-07"));
  EXPECT_EQ(identity_called("boy-10", list(), day("2024-10-07"))->card->issued, day("2022-10-07"));
}

TEST(GalleryPeople, NobodyGotTheirCardBeforeTheyWereBorn) {
  EXPECT_EQ(identity_called("baby-1", list(), day("2024-10-07"))->card->issued, day("2023-10-01"));
}

TEST(GalleryPeople, AMinorComesOfAgeOnTheirEighteenthBirthday) {
  EXPECT_EQ(identity_called("boy-10", list(), day("2032-09-30"))->card->issued, day("2030-09-30"));
  EXPECT_EQ(identity_called("boy-10", list(), day("2032-10-01"))->card->issued, day("2027-10-01"));
}

TEST(GalleryPeople, AnUnknownIdentityIsRefusedWithTheNearest) {
  try {
    identity_called("woman-93", list(), day("2024-10-07"));
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::unknown_name);
    EXPECT_STREQ(error.what(), "--identity: unknown identity \"woman-93\" (did you mean \"woman-39\"?)");
  }
}

TEST(GalleryPeople, AnUnknownPersonaIsRefusedWithTheNearest) {
  const scenario::Personas personas = {{"sato-hanako", born_on("sato-hanako", "1985-04-12")}};
  EXPECT_EQ(persona_called("sato-hanako", personas)->id, "sato-hanako");
  try {
    persona_called("sato-hanaco", personas);
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "--persona: unknown persona \"sato-hanaco\" (did you mean \"sato-hanako\"?)");
  }
}

TEST(GalleryPeople, PersonasComeOnTheDayOfTheirBirthAtTheEarliest) {
  const scenario::Personas personas = {{"a", born_on("a", "2024-10-07")}, {"b", born_on("b", "2024-10-08")}};
  std::vector<std::string> names;
  for (const Person& person : all_personas(personas, day("2024-10-07"))) names.push_back(person->id);
  EXPECT_THAT(names, ElementsAre("a"));
}

TEST(GalleryPeople, EveryIdentityIsAPatientInTheOrderOfTheList) {
  std::vector<std::string> names;
  for (const Person& person : all_identities(list(), day("2024-10-07"))) names.push_back(person->id);
  EXPECT_THAT(names, ElementsAre("woman-39", "boy-10", "baby-1"));
}

// An infant's card has no photo (below one year at issue).
TEST(GalleryPeople, APhotoNeedsACardThatIsNoInfants) {
  scenario::Persona person;
  EXPECT_FALSE(has_photo(person));
  person.card.emplace();
  EXPECT_TRUE(has_photo(person));
  person.card->type = scenario::CardType::infant;
  EXPECT_FALSE(has_photo(person));
}

TEST(GalleryPeople, ADayBeforeABirthIsRefusedWithTheName) {
  const std::vector<Person> people = {born_on("a", "1980-01-01"), born_on("b", "2024-10-08")};
  EXPECT_NO_THROW(check_born(people, day("2024-10-08")));
  try {
    check_born(people, day("2024-10-07"));
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "--date: b was born later, on 2024-10-08");
  }
}

}  // namespace people_test
}  // namespace uketsuke::gallery

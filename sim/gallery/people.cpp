#include "sim/gallery/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "sim/gallery/words.h"

namespace uketsuke::gallery {

namespace {

// Reference date of the ages in identities.yaml.
constexpr Date kAgesAsOf = date::sys_days(date::year{2024} / 10 / 1);
constexpr int kAdult = 18;
// Half of a card's validity: ten years, five for minors.
constexpr int kPhotoYears = 5, kPhotoYearsOfMinor = 2;

Person patient_of(const camera::Identity& identity, Date day) {
  auto person = std::make_shared<scenario::Persona>();
  person->id = identity.name;
  person->name = {identity.name, identity.name};
  person->sex = identity.profile.sex == camera::Sex::male ? scenario::Sex::male : scenario::Sex::female;
  person->born = add_months(kAgesAsOf, -12 * static_cast<int>(std::lround(identity.profile.age)));
  person->head.identity = identity.name;
  scenario::CardProfile card;
  const int years = age_on(person->born, day) < kAdult ? kPhotoYearsOfMinor : kPhotoYears;
  card.issued = std::max(person->born, add_months(day, -12 * years));
  person->card = card;
  return person;
}

}  // namespace

Person persona_called(const std::string& name, const scenario::Personas& personas) {
  return named(personas, name, "persona", "--persona");
}

Person identity_called(const std::string& name, const camera::Identities& identities, Date day) {
  std::vector<std::string> known;
  for (const camera::Identity& identity : identities.people) {
    if (identity.name == name) return patient_of(identity, day);
    known.push_back(identity.name);
  }
  refuse_word("--identity", "identity", name, known);
}

std::vector<Person> all_personas(const scenario::Personas& personas, Date day) {
  std::vector<Person> people;
  for (const auto& [id, persona] : personas) {
    if (persona->born <= day) people.push_back(persona);
  }
  return people;
}

std::vector<Person> all_identities(const camera::Identities& identities, Date day) {
  std::vector<Person> people;
  for (const camera::Identity& identity : identities.people) people.push_back(patient_of(identity, day));
  return people;
}

bool has_photo(const scenario::Persona& person) {
  return person.card && person.card->type != scenario::CardType::infant;
}

void check_born(const std::vector<Person>& people, Date day) {
  for (const Person& person : people) {
    if (day < person->born) {
      throw InputError(InputProblem::bad_value, {"--date", 0, 0},
                       fmt::format("{} was born later, on {}", person->id, format_date(person->born)));
    }
  }
}

}  // namespace uketsuke::gallery

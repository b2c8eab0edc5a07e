#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "camera_model/head/identities.h"
#include "scenarios/model/persona.h"

namespace uketsuke::gallery {

using Person = std::shared_ptr<const scenario::Persona>;

/// A persona of the library.
/// @throws InputError placed at `--persona`, with the nearest known name
Person persona_called(const std::string& name, const scenario::Personas& personas);

/// A person of camera_model/head/identities.yaml as a patient: on 2024-10-01 as old as the list says, with a
/// card whose photo was taken five years before `day`, or two years for minors.
/// @throws InputError placed at `--identity`, with the nearest known name
Person identity_called(const std::string& name, const camera::Identities& identities, Date day);

/// Personas who are born by that day.
std::vector<Person> all_personas(const scenario::Personas& personas, Date day);
std::vector<Person> all_identities(const camera::Identities& identities, Date day);

/// Whether there is a photo in the chip: the person has a card, and it is not an infant's.
bool has_photo(const scenario::Persona& person);

/// @throws InputError placed at `--date` if the day is before the birth of one of them
void check_born(const std::vector<Person>& people, Date day);

}  // namespace uketsuke::gallery

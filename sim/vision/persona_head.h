#pragma once

#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/identities.h"
#include "scenarios/model/persona.h"

namespace uketsuke::sim {

/// The head of a persona at an age: the one that the persona names, its sex, and the age of that day.
/// @throws InputError where the persona names nobody of the list
camera::HeadProfile head_profile(const scenario::Persona& persona, const camera::Identities& identities,
                                 int age);

/// Somebody of the list who is not this person: of the same sex, as near in age as can be.
/// @param which  0 the nearest, 1 the next
camera::HeadProfile stranger_to(const camera::HeadProfile& person, const camera::Identities& identities,
                                int which);

/// Somebody else who has much of this person's face.
camera::HeadProfile lookalike_of(const camera::HeadProfile& person);

}  // namespace uketsuke::sim

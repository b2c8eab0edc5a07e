#pragma once

#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/identities.h"
#include "scenarios/model/persona.h"

namespace uketsuke::sim {

/// The head of a persona at an age: the identity that the persona names, with the persona's sex.
/// @throws InputError if the persona names no identity of the list
camera::HeadProfile head_profile(const scenario::Persona& persona, const camera::Identities& identities,
                                 int age);

/// Another person from the list: same sex, nearest in age.
/// @param which  0 the nearest, 1 the next
camera::HeadProfile stranger_to(const camera::HeadProfile& person, const camera::Identities& identities,
                                int which);

/// Another person who has much of this person's face.
camera::HeadProfile lookalike_of(const camera::HeadProfile& person);

}  // namespace uketsuke::sim

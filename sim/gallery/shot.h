#pragma once

#include <cstdint>
#include <memory>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/attire/attire.h"
#include "camera_model/image.h"
#include "camera_model/scene/lighting.h"
#include "scenarios/model/appearance.h"
#include "scenarios/model/persona.h"
#include "sim/vision/patient_models.h"

namespace uketsuke::gallery {

/// One image that the reader's camera takes of a person in front of it.
struct Shot {
  std::shared_ptr<const scenario::Persona> person;  ///< the card holder
  Date day{};                                       ///< of the visit: sets the age
  scenario::Appearance as;
  camera::LightSettings light;
  camera::Turn turn;  ///< of the head, or of a held-up image; zero faces the camera
  camera::Expression expression;
  camera::Vec3 shift;      ///< offset from the position of `as.standing`, in mm
  float sway_mm = 0;       ///< of the body; movement causes slight blur
  std::uint64_t seed = 1;  ///< of room, sway and sensor noise
};

/// Takes the image once the exposure control has settled. Builds the heads that it needs.
/// @returns RGB, with the size of the camera in `patient_models`
camera::Image take(sim::PatientModels& patient_models, const Shot& shot);

}  // namespace uketsuke::gallery

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

/// One picture that the reader's camera takes of somebody who stands before it.
struct Shot {
  std::shared_ptr<const scenario::Persona> person;  ///< the holder of the card
  Date day{};                                       ///< of the visit: sets the age
  scenario::Appearance as;
  camera::LightSettings light;
  camera::Turn turn;  ///< of the head, or of what is held up; zero looks at the camera
  camera::Expression expression;
  camera::Vec3 shift;      ///< from where `as.standing` puts them, mm
  float sway_mm = 0;       ///< of the body; what moves is a little blurred
  std::uint64_t seed = 1;  ///< of room, sway and noise of the sensor
};

/// Takes the picture when the exposure control has settled. Builds the heads that it needs.
/// @return RGB, of the size of the patient_models's camera
camera::Image take(sim::PatientModels& patient_models, const Shot& shot);

}  // namespace uketsuke::gallery

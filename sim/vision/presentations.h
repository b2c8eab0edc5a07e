#pragma once

#include <vector>

#include "base/calendar.h"
#include "camera_model/rendered/rendered_source.h"
#include "record/vocabulary.h"
#include "scenarios/model/appearance.h"
#include "sim/vision/patient_models.h"

namespace uketsuke::sim {

/// Who comes before the camera: `as` says how, `holder` whose card is in the reader.
/// @param day   of the visit, as prepared
/// @param now   when they begin to come
/// @param seed  of their small movements
std::vector<camera::Presentation> presentations_for(const PatientModels& patient_models,
                                                    const scenario::Persona& holder,
                                                    const scenario::Appearance& as, Date day, Duration now,
                                                    std::uint64_t seed);

/// The same in the record's word.
record::Shown shown(const scenario::Appearance& as);

/// What a reader that believes declarations is told.
camera::Subject declared_subject(const scenario::Appearance& as);

/// A scenario's light as the scene knows it.
camera::LightName light_name(scenario::Light light);

/// Where somebody stands to be seen well, mm before the camera.
camera::Vec3 good_place();

}  // namespace uketsuke::sim

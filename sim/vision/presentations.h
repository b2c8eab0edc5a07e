#pragma once

#include <vector>

#include "base/calendar.h"
#include "camera_model/rendered/rendered_source.h"
#include "record/words/face_words.h"
#include "scenarios/model/appearance.h"
#include "sim/vision/patient_models.h"

namespace uketsuke::sim {

/// The presentations for a case: `as` says what is shown, `holder` is the holder of the card in the reader.
/// @param day  of the visit, as passed to prepare()
/// @param now  when they begin to approach
/// @param seed  of their small movements
std::vector<camera::Presentation> presentations_for(const PatientModels& patient_models,
                                                    const scenario::Persona& holder,
                                                    const scenario::Appearance& as, Date day, Duration now,
                                                    std::uint64_t seed);

/// The record's word for an appearance.
record::Shown shown(const scenario::Appearance& as);

/// The subject reported to a reader that trusts declarations.
camera::Subject declared_subject(const scenario::Appearance& as);

/// The scene's name for a scenario's light.
camera::LightName light_name(scenario::Light light);

/// Where a person stands to be seen well, in mm relative to the camera.
camera::Vec3 good_place();

}  // namespace uketsuke::sim

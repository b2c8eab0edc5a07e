#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/yaml/value.h"
#include "scenarios/loader/library.h"
#include "scenarios/model/case.h"

namespace uketsuke::scenario {

/// A script, and the personas that it names in addition to the patient.
struct Script {
  std::vector<Step> steps;
  std::map<std::string, std::shared_ptr<const Persona>> others;
};

/// Reads `script:`. scenarios/model/step.h lists the forms of the steps.
///
/// PINs go into a Secret at once; neither `Step::text` nor a message repeats their digits.
/// @param pixels  the camera's pictures are rendered or recorded, not declared
/// @throws InputError, also for impossible actions: inserting a card that the patient was not given, entering
/// the PIN of a card without one.
Script read_script(const yaml::Value& script, const std::shared_ptr<const Persona>& patient,
                   const Library& library, bool pixels = false);

}  // namespace uketsuke::scenario

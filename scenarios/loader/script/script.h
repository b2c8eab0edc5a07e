#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/yaml/value.h"
#include "scenarios/loader/library.h"
#include "scenarios/model/case.h"

namespace uketsuke::scenario {

/// A script with the personas that it names beside the patient.
struct Script {
  std::vector<Step> steps;
  std::map<std::string, std::shared_ptr<const Persona>> others;
};

/// Reads `script:`. The forms of the steps stand in scenarios/model/step.h.
///
/// PINs go into a Secret at once; neither `Step::text` nor a message repeats their digits.
/// @param pixels  the camera's pictures are rendered or recorded, not declared
/// @throws InputError, also for what no patient can do: insert a card that nobody gave him, type the PIN of
/// a card that has none.
Script read_script(const yaml::Value& script, const std::shared_ptr<const Persona>& patient,
                   const Library& library, bool pixels = false);

}  // namespace uketsuke::scenario

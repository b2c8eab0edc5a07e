#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "conformance/dut/stimulus.h"
#include "scenarios/model/case.h"

namespace uketsuke::dut {

// Stimuli and worlds as JSON, and the JSON Schema of both. Everything follows from the fields that
// stimulus.h and fields.h list.
//
// Days are `2024-10-07`. Durations are integers in microseconds, in fields that end in `_us`. Secrets stand
// in fields that begin with `secret_`. An empty optional is left out.

/// Whether secrets are written as they are, for a device, or as `hidden`, for a log.
enum class Secrets { hidden, shown };

/// The kind of a stimulus, `touch`.
std::string_view kind_of(const Stimulus& stimulus);

/// `{"button": "agree_all", "do": "touch"}`
nlohmann::json to_json(const Stimulus& stimulus, Secrets secrets);
nlohmann::json to_json(const scenario::World& world, Secrets secrets);

/// @throws DeviceError for an unknown kind, an unknown, missing or ill-typed field, with its path
Stimulus stimulus_from_json(const nlohmann::json& json);
scenario::World world_from_json(const nlohmann::json& json);

/// JSON Schema (2020-12) with the definitions `stimulus` and `world`.
nlohmann::ordered_json json_schema();

}  // namespace uketsuke::dut

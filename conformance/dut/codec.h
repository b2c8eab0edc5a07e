#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "conformance/dut/stimulus.h"
#include "scenarios/model/case.h"

namespace uketsuke::dut {

// Stimuli and worlds as JSON, and the JSON Schema of both. All of it is derived from the fields that
// stimulus.h and fields.h list.
//
// Days are `2024-10-07`. Durations are integers in microseconds, in fields whose names end in `_us`. Names of
// secret fields begin with `secret_`. An empty optional is omitted.

/// Whether secrets are written in clear, for a device, or as `hidden`, for a log.
enum class Secrets { hidden, shown };

/// The name of a stimulus' kind, such as `touch`.
std::string_view kind_of(const Stimulus& stimulus);

/// Writes a stimulus, `{"button": "agree_all", "do": "touch"}`, or a world.
nlohmann::json to_json(const Stimulus& stimulus, Secrets secrets);
nlohmann::json to_json(const scenario::World& world, Secrets secrets);

/// Reads what `to_json` writes. @throws DeviceError for an unknown kind, or an unknown, missing or ill-typed
/// field, with its path
Stimulus stimulus_from_json(const nlohmann::json& json);
scenario::World world_from_json(const nlohmann::json& json);

/// JSON Schema (2020-12) with the definitions `stimulus` and `world`.
nlohmann::ordered_json json_schema();

}  // namespace uketsuke::dut

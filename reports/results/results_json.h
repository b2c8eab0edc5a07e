#pragma once

#include <nlohmann/json.hpp>

#include "reports/results/case_result.h"

namespace uketsuke::reports {

// The JSON form of the contents of results.jsonl, also used in report.html.

nlohmann::json to_json(const RunInfo& run);
nlohmann::json to_json(const CaseResult& result);
nlohmann::json to_json(const record::Finding& finding);
nlohmann::json to_json(const RequirementInfo& requirement);
nlohmann::json to_json(const Text& text);

/// @throws nlohmann::json::exception or std::invalid_argument if the JSON has another form.
RunInfo run_from_json(const nlohmann::json& json);
CaseResult case_from_json(const nlohmann::json& json);

/// Writes JSON without blanks and line feeds. Bytes that are not UTF-8 become U+FFFD.
std::string dump(const nlohmann::json& json);

}  // namespace uketsuke::reports

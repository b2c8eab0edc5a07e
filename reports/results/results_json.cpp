#include "reports/results/results_json.h"

#include <date/date.h>
#include <fmt/format.h>

#include <sstream>
#include <stdexcept>

namespace uketsuke::reports {

namespace {

using Json = nlohmann::json;

template <class Enum>
Enum read_name(const Json& json) {
  const auto word = json.get<std::string>();
  if (const auto value = from_name<Enum>(word)) return *value;
  throw std::invalid_argument(fmt::format("unknown word \"{}\"", word));
}

record::Finding finding_from_json(const Json& json) {
  record::Finding finding;
  finding.requirement = json.at("requirement").get<std::string>();
  finding.requirement_class = read_name<record::RequirementClass>(json.at("class"));
  finding.message = json.at("message").get<std::string>();
  if (const auto sequence = json.find("sequence"); sequence != json.end())
    finding.sequence = sequence->get<std::uint64_t>();
  finding.time = Duration(json.at("time").get<Duration::rep>());
  return finding;
}

}  // namespace

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json to_json(const Text& text) { return Json{{"ja", text.ja}, {"en", text.en}}; }

Json to_json(const RunInfo& run) {
  return Json{{"program", run.program},
              {"device", run.device},
              {"seed", run.seed},
              {"start", format_time(run.start)},
              {"paths", run.paths}};
}

Json to_json(const record::Finding& finding) {
  Json json{{"requirement", finding.requirement},
            {"class", std::string(to_name(finding.requirement_class))},
            {"message", finding.message},
            {"time", finding.time.count()}};
  if (finding.sequence) json["sequence"] = *finding.sequence;
  return json;
}

Json to_json(const RequirementInfo& requirement) {
  return Json{{"id", requirement.id},
              {"text", to_json(requirement.text)},
              {"class", std::string(to_name(requirement.requirement_class))},
              {"source", requirement.source}};
}

Json to_json(const CaseResult& result) {
  Json parameters = Json::array();
  for (const auto& [name, value] : result.parameters)
    parameters.push_back(Json{{"name", name}, {"value", value}});
  Json findings = Json::array();
  for (const auto& finding : result.findings) findings.push_back(to_json(finding));
  return Json{{"case", result.id},
              {"scenario", result.scenario},
              {"title", to_json(result.title)},
              {"suite", result.suite_file},
              {"line", result.line},
              {"requirements", result.requirements},
              {"tags", result.tags},
              {"parameters", std::move(parameters)},
              {"result", std::string(to_name(result.result))},
              {"findings", std::move(findings)},
              {"exercised", result.exercised},
              {"simulated", result.simulated.count()},
              {"wall", result.wall_seconds},
              {"record", result.record_path},
              {"crash", result.crash}};
}

RunInfo run_from_json(const Json& json) {
  RunInfo run;
  run.program = json.at("program").get<std::string>();
  run.device = json.at("device").get<std::string>();
  run.seed = json.at("seed").get<std::uint64_t>();
  std::istringstream start(json.at("start").get<std::string>());
  start >> date::parse("%FT%T", run.start);
  if (start.fail()) throw std::invalid_argument("\"start\" is not a time");
  run.paths = json.at("paths").get<std::vector<std::string>>();
  return run;
}

CaseResult case_from_json(const Json& json) {
  CaseResult result;
  result.id = json.at("case").get<std::string>();
  result.scenario = json.at("scenario").get<std::string>();
  const Json& title = json.at("title");
  result.title = {title.at("ja").get<std::string>(), title.at("en").get<std::string>()};
  result.suite_file = json.at("suite").get<std::string>();
  result.line = json.at("line").get<int>();
  result.requirements = json.at("requirements").get<std::vector<std::string>>();
  result.tags = json.at("tags").get<std::vector<std::string>>();
  for (const Json& parameter : json.at("parameters")) {
    result.parameters.emplace_back(parameter.at("name").get<std::string>(),
                                   parameter.at("value").get<std::string>());
  }
  result.result = read_name<record::Result>(json.at("result"));
  for (const Json& finding : json.at("findings")) result.findings.push_back(finding_from_json(finding));
  result.exercised = json.at("exercised").get<std::set<std::string>>();
  result.simulated = Duration(json.at("simulated").get<Duration::rep>());
  result.wall_seconds = json.at("wall").get<double>();
  result.record_path = json.at("record").get<std::string>();
  result.crash = json.at("crash").get<std::string>();
  return result;
}

}  // namespace uketsuke::reports

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/text.h"
#include "record/verdict.h"

namespace uketsuke::reports {

/// Description of a run: the first line of results.jsonl and the head of every report.
struct RunInfo {
  std::string program;  ///< version of this program, `0.1.0`
  std::string device;   ///< name of the device under test
  std::uint64_t seed = 0;
  DateTime start{};                ///< start of the run, Japan time
  std::vector<std::string> paths;  ///< suites as given on the command line
};

/// How a run ended: the last line of results.jsonl.
struct RunEnd {
  double wall_seconds = 0;   ///< wall-clock time of the whole run
  bool interrupted = false;  ///< by the user or a signal: cases are missing
};

/// The reports' data about one case, apart from its record.
struct CaseResult {
  std::string id;        ///< `card-pulled-before-limit-question/date=2024-10-07`; unique in a run
  std::string scenario;  ///< `card-pulled-before-limit-question`
  Text title;
  std::string suite_file;                 ///< `scenarios/suites/limit.yaml`
  int line = 0;                           ///< line of the scenario in it, from 1
  std::vector<std::string> requirements;  ///< requirements that the scenario names
  std::vector<std::string> tags;
  std::vector<std::pair<std::string, std::string>> parameters;  ///< axis and value
  record::Result result = record::Result::pass;
  std::vector<record::Finding> findings;
  std::set<std::string> exercised;  ///< requirements that this case exercised
  Duration simulated{};             ///< device time
  double wall_seconds = 0;
  std::string record_path;  ///< relative to the folder of the records; empty if there is no record
  std::string crash;        ///< for `error`: the first line says what (`SIGSEGV`), then the last events
};

/// One entry of the requirement catalogue, as shown in reports.
struct RequirementInfo {
  std::string id;  ///< `LIMIT-02`
  Text text;
  record::RequirementClass requirement_class = record::RequirementClass::required;
  std::string source;
};

}  // namespace uketsuke::reports

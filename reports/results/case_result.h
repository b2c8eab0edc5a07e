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

/// What a run is about; stands in the first line of results.jsonl and at the head of every report.
struct RunInfo {
  std::string program;  ///< version of this program, `0.1.0`
  std::string device;   ///< name of the device under test
  std::uint64_t seed = 0;
  DateTime start{};                ///< when the run began, Japan
  std::vector<std::string> paths;  ///< the command line's, as given
};

/// How a run ended; stands in the last line of results.jsonl.
struct RunEnd {
  double wall_seconds = 0;   ///< of the whole run
  bool interrupted = false;  ///< by a person: the cases are not all there
};

/// Everything that the reports say about one case, apart from its record.
struct CaseResult {
  std::string id;        ///< `card-pulled-before-limit-question/date=2024-10-07`; unique in a run
  std::string scenario;  ///< `card-pulled-before-limit-question`
  Text title;
  std::string suite_file;                 ///< `scenarios/suites/limit.yaml`
  int line = 0;                           ///< of the scenario in it, from 1
  std::vector<std::string> requirements;  ///< that the scenario says it is about
  std::vector<std::string> tags;
  std::vector<std::pair<std::string, std::string>> parameters;  ///< axis and value
  record::Result result = record::Result::pass;
  std::vector<record::Finding> findings;
  std::set<std::string> exercised;  ///< requirements that this case really put to the test
  Duration simulated{};             ///< the device's time
  double wall_seconds = 0;
  std::string record_path;  ///< relative to the folder of the records; empty where there is no record
  std::string crash;  ///< of a case that ended in `error`: first line what (`SIGSEGV`), then last events
};

/// One entry of the requirement catalogue, as the reports show it.
struct RequirementInfo {
  std::string id;  ///< `LIMIT-02`
  Text text;
  record::RequirementClass requirement_class = record::RequirementClass::required;
  std::string source;
};

}  // namespace uketsuke::reports

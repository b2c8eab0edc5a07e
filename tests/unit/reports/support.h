#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "record/json_lines.h"
#include "reports/results/results_file.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reports::testing {

/// A new folder for each test, removed afterwards.
class InFolder : public ::testing::Test {
 protected:
  std::string text_of(const std::string& name) const {
    std::ifstream in(folder / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
  }

  /// Writes a results.jsonl with these cases; returns its path.
  std::filesystem::path results(const std::vector<CaseResult>& cases) const {
    ResultsWriter writer(folder / "results.jsonl", run());
    for (const CaseResult& result : cases) writer.add(result);
    writer.commit({0.41, false});
    return folder / "results.jsonl";
  }

  /// Makes it impossible to complete a file of this name: its partial file is on a full disk.
  void fill_disk_under(const std::string& name) const {
    std::filesystem::create_symlink("/dev/full", folder / (name + ".partial"));
  }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  static RunInfo run() {
    return {"0.1.0",
            "camera-slot",
            7,
            date::sys_days{date::year{2026} / 4 / 1} + std::chrono::hours(9),
            {"suites"}};
  }

  const TemporaryFolder temporary;
  const std::filesystem::path& folder = temporary.path();
};

inline CaseResult passed(const std::string& id, const std::string& suite = "suites/limit.yaml") {
  CaseResult result;
  result.id = id;
  result.scenario = id;
  result.title = {"題", "title"};
  result.suite_file = suite;
  result.line = 14;
  result.simulated = std::chrono::seconds(2);
  result.wall_seconds = 0.5;
  return result;
}

inline CaseResult failed(const std::string& id, const std::string& requirement = "LIMIT-02") {
  CaseResult result = passed(id);
  result.result = record::Result::fail;
  result.findings = {{requirement, record::RequirementClass::required,
                      "expected limit_information provided, was not_provided", 3,
                      std::chrono::milliseconds(14200)}};
  return result;
}

inline CaseResult ended(const std::string& id, record::Result how) {
  CaseResult result = passed(id);
  result.result = how;
  return result;
}

/// Text that tries to escape from the place where it is shown.
inline const std::string kNasty = "</script><b>\x1b[31m\x01]]>&\"'\xff\xE2\x80\xAE";

}  // namespace uketsuke::reports::testing

#include "scenarios/loader/suite.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/yaml/document.h"

namespace uketsuke::scenario {

namespace fs = std::filesystem;

namespace {

/// Reads suites one after another; errors go to `report`, which throws or collects them.
class SuiteReader {
 public:
  using Report = std::function<void(const InputError&)>;

  SuiteReader(const Library& library, const LoadOptions& options, Report report)
      : library_(library), options_(options), report_(std::move(report)) {}

  void read_path(const fs::path& path) {
    guarded([&] {
      for (const fs::path& file : yaml_files(path)) read_file(file);
    });
  }

  void read_file(const fs::path& file) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(file, error);
    if (!files_.insert(error ? file : canonical).second) return;
    guarded([&] {
      const auto documents = yaml::load(file);
      if (documents.empty()) {
        throw InputError(InputProblem::empty, {file.string(), 0, 0}, "has no scenario");
      }
      for (const yaml::Value& document : documents) {
        guarded([&] { read_document(document); });
      }
    });
  }

  CaseList take() { return std::move(cases_); }

 private:
  const Library& library_;
  const LoadOptions& options_;
  Report report_;
  std::set<fs::path> files_;
  std::map<std::string, Place> names_;
  CaseList cases_;

  template <class Work>
  void guarded(Work&& work) {
    try {
      work();
    } catch (const InputError& error) {
      report_(error);
    }
  }

  void read_document(const yaml::Value& document) {
    ScenarioCases cases(document, library_, options_);
    const yaml::Value name = document.map().required("scenario");
    const auto [other, is_new] = names_.emplace(name.text(), name.place());
    if (!is_new) {
      name.fail(InputProblem::duplicate_name, fmt::format("the scenario \"{}\" is already defined at {}",
                                                          name.text(), to_string(other->second)));
    }
    cases_.add(std::move(cases));
  }
};

[[noreturn]] void rethrow(const InputError& error) { throw InputError(error); }

}  // namespace

void CaseList::add(ScenarioCases scenario) {
  ends_.push_back(size() + scenario.size());
  scenarios_.push_back(std::move(scenario));
}

Case CaseList::at(std::size_t index) const {
  const auto found = std::upper_bound(ends_.begin(), ends_.end(), index);
  const std::size_t before = found == ends_.begin() ? 0 : *std::prev(found);
  return scenarios_.at(static_cast<std::size_t>(found - ends_.begin())).at(index - before);
}

CaseList list_paths(const std::vector<fs::path>& paths, const Library& library, const LoadOptions& options) {
  SuiteReader reader(library, options, rethrow);
  for (const fs::path& path : paths) reader.read_path(path);
  return reader.take();
}

std::vector<Case> load_paths(const std::vector<fs::path>& paths, const Library& library,
                             const LoadOptions& options) {
  const CaseList list = list_paths(paths, library, options);
  std::vector<Case> cases;
  for (std::size_t index = 0; index < list.size(); ++index) cases.push_back(list.at(index));
  return cases;
}

std::vector<Case> load_suite(const fs::path& file, const Library& library, const LoadOptions& options) {
  return load_paths({file}, library, options);
}

std::vector<InputError> check_paths(const std::vector<fs::path>& paths, const Library& library,
                                    const LoadOptions& options) {
  std::vector<InputError> errors;
  SuiteReader reader(library, options, [&errors](const InputError& error) { errors.push_back(error); });
  for (const fs::path& path : paths) reader.read_path(path);
  return errors;
}

}  // namespace uketsuke::scenario

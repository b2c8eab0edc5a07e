#include "conformance/exploration/coverage.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "base/error.h"
#include "conformance/judge/judge.h"
#include "record/json_lines.h"

namespace uketsuke::conformance {

namespace {

std::vector<std::filesystem::path> records_in(const std::filesystem::path& folder) {
  const Place place{folder.string()};
  if (!std::filesystem::is_directory(folder))
    throw InputError(InputProblem::unreadable, place, "no such folder; uketsuke run writes DIR/records");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  if (files.empty()) throw InputError(InputProblem::empty, place, "no record (*.jsonl) in it");
  std::sort(files.begin(), files.end());
  return files;
}

record::Record read_record(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw InputError(InputProblem::unreadable, Place{file.string()}, "cannot be read");
  return record::from_json_lines(text.str(), file.string());
}

}  // namespace

void print_coverage(std::ostream& out, const Exploration& seen, const std::filesystem::path& records,
                    const Rules& rules, const CaseFinder& find) {
  std::set<std::string> covered;
  std::size_t followed = 0;
  for (const auto& file : records_in(records)) {
    const record::Record record = read_record(file);
    const auto test_case = find(record.header().case_id);
    if (!test_case) {
      throw InputError(InputProblem::unknown_name, Place{file.string(), 1},
                       fmt::format("no suite has the case \"{}\"", record.header().case_id));
    }
    follow(*test_case, record, rules, [&](const State& from, const Input& input, const Step& step) {
      covered.insert(transition_of(from, input, step).id());
    });
    ++followed;
  }
  std::vector<const Transition*> missing;
  for (const auto& [id, transition] : seen.transitions) {
    if (covered.count(id) == 0) missing.push_back(&transition);
  }
  fmt::print(out, "{} records go through {} of {} kinds of transition\n", followed,
             seen.transitions.size() - missing.size(), seen.transitions.size());
  for (const auto* transition : missing)
    fmt::print(out, "not covered: {}  [{}]\n", transition->id(), transition->requirement);
}

}  // namespace uketsuke::conformance

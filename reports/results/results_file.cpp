#include "reports/results/results_file.h"

#include <fmt/format.h>

#include <functional>
#include <stdexcept>

#include "base/error.h"
#include "reports/results/results_json.h"

namespace uketsuke::reports {

namespace {

using Json = nlohmann::json;

}  // namespace

std::string header_line(const RunInfo& run) {
  Json json = to_json(run);
  json["results"] = "uketsuke";
  json["version"] = kResultsVersion;
  return dump(json) + '\n';
}

std::string case_line(const CaseResult& result) { return dump(to_json(result)) + '\n'; }

std::string end_line(std::size_t cases, const RunEnd& end) {
  return dump(Json{
             {"end", true}, {"cases", cases}, {"wall", end.wall_seconds}, {"interrupted", end.interrupted}}) +
         '\n';
}

ResultsWriter::ResultsWriter(const std::filesystem::path& path, const RunInfo& run) : file_(path) {
  file_.write(header_line(run));
}

void ResultsWriter::add(const CaseResult& result) {
  if (!ids_.insert(std::hash<std::string>()(result.id)).second)
    throw std::logic_error(fmt::format("two results for the case \"{}\"", result.id));
  file_.write(case_line(result));
}

void ResultsWriter::commit(const RunEnd& end) {
  file_.write(end_line(ids_.size(), end));
  file_.commit();
}

ResultsReader::ResultsReader(const std::filesystem::path& path) : path_(path), in_(path, std::ios::binary) {
  std::string line;
  if (!in_ || !read_line(line)) {
    throw InputError(InputProblem::unreadable, {path.string(), 0, 0},
                     "cannot be read, or is empty; expected the results.jsonl of a run");
  }
  try {
    const Json json = Json::parse(line);
    if (json.value("results", "") != "uketsuke")
      throw std::invalid_argument("not a results file of this program");
    if (const int version = json.at("version").get<int>(); version != kResultsVersion) {
      throw std::invalid_argument(
          fmt::format("version {} is not read by this program (it reads {})", version, kResultsVersion));
    }
    run_ = run_from_json(json);
  } catch (const std::exception& bad) {
    throw InputError(InputProblem::bad_value, {path.string(), 1, 1}, bad.what());
  }
  end_.interrupted = true;  // until the end line says otherwise
}

bool ResultsReader::read_line(std::string& line) {
  if (!std::getline(in_, line)) return false;
  ++line_;
  position_ += static_cast<std::streamoff>(line.size()) + 1;
  return true;
}

std::optional<CaseResult> ResultsReader::next() {
  std::string line;
  if (!read_line(line)) return std::nullopt;
  try {
    const Json json = Json::parse(line);
    if (!json.contains("end")) return case_from_json(json);
    end_ = {json.at("wall").get<double>(), json.at("interrupted").get<bool>()};
    return std::nullopt;
  } catch (const std::exception& bad) {
    throw InputError(InputProblem::bad_value, {path_.string(), line_, 1}, bad.what());
  }
}

void ResultsReader::seek(std::streamoff position) {
  in_.clear();
  in_.seekg(position);
  position_ = position;
}

}  // namespace uketsuke::reports

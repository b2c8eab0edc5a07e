#include "reports/junit/junit.h"

#include <date/date.h>
#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/atomic_file.h"
#include "base/error.h"
#include "reports/junit/xml_text.h"
#include "reports/results/event_text.h"
#include "reports/results/record_file.h"
#include "reports/results/results_file.h"
#include "reports/results/run_summary.h"

namespace uketsuke::reports {

namespace {

using record::Result;

constexpr std::size_t kLastEvents = 20;

/// What the first pass keeps of a suite: counts, and the position of its cases in the results.
struct Suite {
  Counts counts;
  double wall_seconds = 0;
  std::set<std::string> requirements;
  std::vector<std::streamoff> cases;
};

class Sink : public pugi::xml_writer {
 public:
  explicit Sink(AtomicFile& file) : file_(file) {}
  void write(const void* data, std::size_t size) override {
    file_.write({static_cast<const char*>(data), size});
  }

 private:
  AtomicFile& file_;
};

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name) = xml_text(value).c_str();
}

void set(pugi::xml_node node, const char* name, std::size_t value) {
  node.append_attribute(name) = static_cast<unsigned long long>(value);
}

std::string seconds(double value) { return fmt::format("{:.6f}", value); }

// Jenkins has no category for inconclusive cases. They are not passed, and not errors, so they count as
// failures.
std::size_t failures(const Counts& counts) {
  return counts.of(Result::fail) + counts.of(Result::inconclusive);
}

/// Writes the start tag of `node`, which has no children yet; the caller writes its content.
void write_start_tag(pugi::xml_node node, const std::string& indent, AtomicFile& file) {
  struct Text : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
      text.append(static_cast<const char*>(data), size);
    }
  } sink;
  node.print(sink, "", pugi::format_raw);
  std::string& tag = sink.text;
  tag.erase(tag.rfind('/'));
  while (tag.back() == ' ') tag.pop_back();
  file.write(indent + tag + ">\n");
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  return fmt::format("{}", fmt::join(words, between));
}

/// Requirement ids of the findings, each once, in order.
std::vector<std::string> requirements_of(const CaseResult& result) {
  std::vector<std::string> ids;
  std::set<std::string> seen;
  for (const auto& finding : result.findings) {
    if (!finding.requirement.empty() && seen.insert(finding.requirement).second)
      ids.push_back(finding.requirement);
  }
  return ids;
}

std::string findings_text(const CaseResult& result) {
  std::string text = fmt::format("{}:{}\n", result.suite_file, result.line);
  for (const auto& finding : result.findings) {
    text += fmt::format("{}  {}", format_duration(finding.time), finding.message);
    if (!finding.requirement.empty())
      text += fmt::format(" [{}, {}]", finding.requirement, to_name(finding.requirement_class));
    text += '\n';
  }
  if (!result.crash.empty()) text += result.crash + '\n';
  return text;
}

std::string output_text(const CaseResult& result, const std::filesystem::path& records_root) {
  std::string text = fmt::format("{} / {}\n", result.title.ja, result.title.en);
  for (const auto& [name, value] : result.parameters) text += fmt::format("{}: {}\n", name, value);
  if (!result.requirements.empty())
    text += fmt::format("requirements: {}\n", joined(result.requirements, ", "));
  if (result.record_path.empty()) return text;
  text += fmt::format("record: {}\nlast events:\n", result.record_path);
  try {
    const auto record = read_record(records_root, result.record_path);
    for (const std::string& line : last_events(record, kLastEvents)) text += line + '\n';
  } catch (const InputError& missing) {
    text += fmt::format("{}\n", missing.what());
  }
  return text;
}

void append_outcome(pugi::xml_node test_case, const CaseResult& result,
                    const std::filesystem::path& records_root) {
  if (result.result == Result::pass) return;
  const char* element = result.result == Result::error     ? "error"
                        : result.result == Result::skipped ? "skipped"
                                                           : "failure";
  pugi::xml_node outcome = test_case.append_child(element);
  const auto ids = requirements_of(result);
  std::string type = joined(ids, " ");
  if (type.empty()) type = to_name(result.result);
  std::string message =
      result.findings.empty() ? result.crash.substr(0, result.crash.find('\n')) : result.findings[0].message;
  if (result.result == Result::inconclusive) message = "inconclusive: " + message;
  set(outcome, "type", type);
  set(outcome, "message", message);
  if (result.result == Result::skipped) return;
  outcome.text() = xml_text(findings_text(result)).c_str();
  test_case.append_child("system-out").text() = xml_text(output_text(result, records_root)).c_str();
}

void write_case(const CaseResult& result, const std::filesystem::path& records_root, AtomicFile& file) {
  pugi::xml_document document;
  pugi::xml_node test_case = document.append_child("testcase");
  set(test_case, "classname", result.suite_file);
  set(test_case, "name", result.id);
  set(test_case, "time", seconds(result.wall_seconds));
  if (!result.requirements.empty()) set(test_case, "group", joined(result.requirements, " "));
  append_outcome(test_case, result, records_root);
  Sink sink(file);
  test_case.print(sink, "  ", pugi::format_indent, pugi::encoding_utf8, 2);
}

void write_properties(const RunInfo& run, const Suite& suite, AtomicFile& file) {
  pugi::xml_document document;
  pugi::xml_node properties = document.append_child("properties");
  const auto property = [&](const char* name, const std::string& value) {
    pugi::xml_node node = properties.append_child("property");
    set(node, "name", name);
    set(node, "value", value);
  };
  property("program", "uketsuke " + run.program);
  property("device", run.device);
  property("seed", std::to_string(run.seed));
  property("requirements", joined({suite.requirements.begin(), suite.requirements.end()}, " "));
  Sink sink(file);
  properties.print(sink, "  ", pugi::format_indent, pugi::encoding_utf8, 2);
}

void write_suite(const std::string& name, const Suite& suite, ResultsReader& reader,
                 const std::filesystem::path& records_root, AtomicFile& file) {
  pugi::xml_document document;
  pugi::xml_node node = document.append_child("testsuite");
  set(node, "name", name);
  set(node, "file", name);
  set(node, "tests", suite.counts.total());
  set(node, "failures", failures(suite.counts));
  set(node, "errors", suite.counts.of(Result::error));
  set(node, "skipped", suite.counts.of(Result::skipped));
  set(node, "time", seconds(suite.wall_seconds));
  set(node, "timestamp", date::format("%FT%T+09:00", reader.run().start));
  write_start_tag(node, "  ", file);
  write_properties(reader.run(), suite, file);
  for (const std::streamoff position : suite.cases) {
    reader.seek(position);
    if (const auto result = reader.next()) write_case(*result, records_root, file);
  }
  file.write("  </testsuite>\n");
}

}  // namespace

void write_junit(const std::filesystem::path& out, const std::filesystem::path& results,
                 const std::filesystem::path& records_root) {
  ResultsReader reader(results);
  std::map<std::string, Suite> suites;
  std::vector<std::string> order;
  Counts all;
  for (std::streamoff position = reader.position(); const auto result = reader.next();
       position = reader.position()) {
    const auto [place, fresh] = suites.try_emplace(result->suite_file);
    if (fresh) order.push_back(result->suite_file);
    Suite& suite = place->second;
    suite.counts.add(result->result);
    suite.wall_seconds += result->wall_seconds;
    suite.requirements.insert(result->requirements.begin(), result->requirements.end());
    suite.cases.push_back(position);
    all.add(result->result);
  }

  AtomicFile file(out);
  file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("testsuites");
  set(root, "name", "uketsuke");
  set(root, "tests", all.total());
  set(root, "failures", failures(all));
  set(root, "errors", all.of(Result::error));
  set(root, "time", seconds(reader.end().wall_seconds));
  write_start_tag(root, "", file);
  for (const std::string& name : order) write_suite(name, suites.at(name), reader, records_root, file);
  file.write("</testsuites>\n");
  file.commit();
}

}  // namespace uketsuke::reports

#include "reports/html/html.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/atomic_file.h"
#include "reports/html/album.h"
#include "reports/html/assets.h"
#include "reports/html/chunk.h"
#include "reports/html/pack.h"
#include "reports/results/results_file.h"
#include "reports/results/results_json.h"
#include "reports/results/run_summary.h"

namespace uketsuke::reports {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kCasesPerChunk = 50;
constexpr std::size_t kRowsPerList = 1000;

/// The data of a case for the list of cases and its search.
Json row_of(const CaseResult& result) {
  Json findings = Json::array();
  for (const auto& finding : result.findings) findings.push_back(Json{finding.requirement, finding.message});
  return Json::array({result.id, result.title.ja, result.title.en, result.suite_file, result.tags,
                      result.requirements, std::string(to_name(result.result)), std::move(findings),
                      result.simulated.count()});
}

Json to_json(const Counts& counts) {
  Json json = Json::object();
  for (const auto& [result, name] : enum_names(record::Result{})) json[std::string(name)] = counts.of(result);
  return json;
}

/// How many pictures the page contains, and how many it only names.
Json to_json(const Album& album) {
  Json left_out = Json::object();
  for (const auto& [why, number] : album.left_out()) left_out[std::string(to_name(why))] = number;
  return Json{{"embedded", album.embedded()},    {"bytes", album.bytes()},
              {"left_out", std::move(left_out)}, {"of_a_case", album.limits().of_a_case},
              {"limit", album.limits().bytes},   {"limit_of_passed", album.limits().bytes_of_passed}};
}

Json summary_json(const RunSummary& summary, const RunInfo& run, const RunEnd& end, const Album& album) {
  Json suites = Json::array();
  for (const SuiteSummary& suite : summary.suites()) {
    suites.push_back(Json{{"file", suite.file},
                          {"counts", to_json(suite.counts)},
                          {"simulated", suite.simulated.count()},
                          {"wall", suite.wall_seconds}});
  }
  Json coverage = Json::array();
  for (const RequirementCoverage& entry : summary.coverage()) {
    Json json = to_json(entry.info);
    json["passed"] = entry.passed;
    json["failed"] = entry.failed;
    json["not_exercised"] = entry.not_exercised;
    coverage.push_back(std::move(json));
  }
  return Json{{"run", to_json(run)},
              {"wall", end.wall_seconds},
              {"interrupted", end.interrupted},
              {"result", std::string(to_name(summary.result()))},
              {"counts", to_json(summary.counts())},
              {"simulated", summary.simulated().count()},
              {"suites", std::move(suites)},
              {"coverage", std::move(coverage)},
              {"pictures", to_json(album)},
              {"cases_per_chunk", kCasesPerChunk}};
}

void write_packed(AtomicFile& file, std::string_view name, const std::string& json) {
  file.write(fmt::format("<script type=\"application/octet-stream\" class=\"{}\">", name));
  file.write(gzip_base64(json));
  file.write("</script>\n");
}

/// Writes the rows of all cases, then their records; reads the results once for each, so that neither is kept
/// in memory.
void write_data(AtomicFile& file, const RunInfo& run, const std::vector<RequirementInfo>& catalogue,
                const std::filesystem::path& results, const std::filesystem::path& records_root,
                const std::filesystem::path& pictures_root) {
  RunSummary summary(catalogue);
  Json rows = Json::array();
  ResultsReader lines(results);
  while (const auto result = lines.next()) {
    summary.add(*result);
    rows.push_back(row_of(*result));
    if (rows.size() < kRowsPerList) continue;
    write_packed(file, "rows", dump(rows));
    rows = Json::array();
  }
  if (!rows.empty()) write_packed(file, "rows", dump(rows));

  Chunk chunk;
  Album album(pictures_root);
  ResultsReader cases(results);
  while (const auto result = cases.next()) {
    chunk.add(*result, records_root, album);
    file.write(album.take());
    if (chunk.size() == kCasesPerChunk) write_packed(file, "chunk", chunk.take());
  }
  if (chunk.size() > 0) write_packed(file, "chunk", chunk.take());

  file.write("<script type=\"application/json\" id=\"summary\">");
  file.write(script_safe(dump(summary_json(summary, run, lines.end(), album))));
  file.write("</script>\n");
}

std::string all_of(const std::vector<std::string_view>& names) {
  std::string all;
  for (const std::string_view name : names) all += asset(name);
  return all;
}

}  // namespace

void write_html(const std::filesystem::path& out, const RunInfo& run,
                const std::vector<RequirementInfo>& catalogue, const std::filesystem::path& results,
                const std::filesystem::path& records_root, const std::filesystem::path& pictures_root) {
  const std::string style = all_of({"assets/report.css", "assets/reader.css", "assets/face.css"});
  const std::string script = all_of(script_names());
  AtomicFile file(out);
  // The template is text with marks `<!--@name-->`; text between two marks is written unchanged.
  std::string_view rest = asset("assets/report.html");
  constexpr std::string_view kOpen = "<!--@";
  constexpr std::string_view kClose = "-->";
  for (;;) {
    const std::size_t mark = rest.find(kOpen);
    file.write(rest.substr(0, mark));
    if (mark == std::string_view::npos) break;
    rest.remove_prefix(mark + kOpen.size());
    const std::string_view name = rest.substr(0, rest.find(kClose));
    rest.remove_prefix(name.size() + kClose.size());
    if (name == "policy") {
      // Only this style and this script are allowed, and nothing is fetched: pictures are in the file.
      file.write(fmt::format(
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'\">",
          csp_hash(style), csp_hash(script)));
    } else if (name == "style") {
      file.write("<style>" + style + "</style>");
    } else if (name == "data") {
      write_data(file, run, catalogue, results, records_root, pictures_root);
    } else if (name == "script") {
      file.write("<script>" + script + "</script>");
    }
  }
  file.commit();
}

}  // namespace uketsuke::reports

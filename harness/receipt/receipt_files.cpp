#include "harness/receipt/receipt_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/data_root.h"
#include "base/exit_code.h"
#include "base/nearest.h"
#include "harness/receipt/exchange.h"
#include "harness/receipt/of_record.h"
#include "oqs/table.h"
#include "oqs/validation/validator.h"
#include "oqs/writer.h"
#include "oqs/xml/xml_parser.h"
#include "record/json_lines.h"
#include "scenarios/loader/library.h"

namespace uketsuke::harness {

namespace fs = std::filesystem;

namespace {

DateTime now_in_japan() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + std::chrono::hours(9);
}

record::Record load_record(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in.good() || fs::is_directory(path))
    throw InputError(InputProblem::unreadable, {path.string(), 0, 0}, "cannot be read as a record");
  return record::from_json_lines(text.str(), path.string());
}

std::string_view describe(oqs::Fate fate) {
  switch (fate) {
    case oqs::Fate::answered:
      return "answered";
    case oqs::Fate::finished:
      return "already answered";
    case oqs::Fate::refused:
      return "refused";
    case oqs::Fate::kept:
      return "kept";
    case oqs::Fate::foreign:
      return "not a request";
    case oqs::Fate::gone:
      return "gone";
  }
  return "";
}

}  // namespace

int check_oqs(const std::vector<fs::path>& files) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t unreadable = 0;
  for (const fs::path& path : files) {
    try {
      const oqs::XmlFile file = oqs::load_xml(path);
      for (const oqs::Finding& finding : oqs::validate(file, oqs::kind_of(file))) {
        const bool error = finding.severity == oqs::Severity::error;
        ++(error ? errors : warnings);
        std::cout << fmt::format("{}: {}: {}\n", to_string(finding.place), error ? "error" : "warning",
                                 finding.message);
      }
    } catch (const oqs::XmlError& error) {
      ++unreadable;
      std::cerr << error.what() << '\n';
    }
  }
  std::cout << fmt::format("{} files: {} errors, {} warnings, {} not readable\n", files.size(), errors,
                           warnings, unreadable);
  if (unreadable > 0) return kBadInput;
  return errors > 0 ? kFail : kPass;
}

int show_oqs(const fs::path& file) {
  std::cout << oqs::table_of(oqs::load_xml(file));
  return kPass;
}

int write_oqs(const OqsWriteOptions& options) {
  const scenario::Library library = scenario::load_library(data_root() / "scenarios");
  const auto& site = *named(library.sites, options.site, "site", "--site");
  const record::Record record = load_record(options.record);
  const std::string patient =
      options.persona.empty() ? oqs::patient_of_last_reception(record) : options.persona;
  const InputError none(InputProblem::empty, {options.record.string(), 0, 0},
                        fmt::format("has no completed reception{}, so there is no result to write",
                                    patient.empty() ? "" : " of " + patient));
  if (patient.empty()) throw none;
  const auto result = oqs::result_of(record, *named(library.personas, patient, "persona", "--persona"), site);
  if (!result) throw none;
  const oqs::Encoded encoded = oqs::write(*result, options.encoding);
  std::cout << oqs::deliver_face_result(options.out, *result, encoded.bytes).string() << '\n';
  if (encoded.replaced > 0) {
    std::cerr << fmt::format("{} characters are not in {} and were replaced by ●\n", encoded.replaced,
                             oqs::iana_name(options.encoding));
  }
  return kPass;
}

int answer_oqs(const OqsAnswerOptions& options) {
  const scenario::Library library = scenario::load_library(data_root() / "scenarios");
  oqs::People people;
  for (const auto& [id, persona] : library.personas) people.push_back(persona);
  const DateTime now = options.date ? DateTime(*options.date) + std::chrono::hours(9) : now_in_japan();
  const auto handled = oqs::answer_requests(options.folder, people,
                                            *named(library.sites, options.site, "site", "--site"), now);
  std::size_t answered = 0;
  bool troubled = false;
  for (const oqs::Handled& one : handled) {
    answered += one.fate == oqs::Fate::answered || one.fate == oqs::Fate::finished ? 1 : 0;
    troubled = troubled || one.fate == oqs::Fate::refused || one.fate == oqs::Fate::kept;
    std::cout << fmt::format("{}: {}: {}\n", one.request.filename().string(), describe(one.fate), one.note);
  }
  std::cout << fmt::format("{} of {} requests answered\n", answered, handled.size());
  return troubled ? kFail : kPass;
}

}  // namespace uketsuke::harness

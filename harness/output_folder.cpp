#include "harness/output_folder.h"

#include <system_error>

#include "base/atomic_file.h"
#include "base/error.h"

namespace uketsuke::harness {

namespace fs = std::filesystem;

fs::path make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw SystemError(folder.string() + ": cannot create it: " + error.message());
  return folder;
}

OutputFolder::OutputFolder(fs::path path) : path_(std::move(path)) {
  std::error_code error;
  fs::create_directories(path_, error);
  if (error) {
    throw InputError(
        InputProblem::unreadable, {path_.string(), 0, 0},
        "cannot create this folder for the results (" + error.message() + "); choose another with --out");
  }
  try {
    AtomicFile probe(path_ / "results.jsonl");
  } catch (const SystemError& cause) {
    throw InputError(
        InputProblem::unreadable, {path_.string(), 0, 0},
        std::string("cannot write to this folder; choose another with --out (") + cause.what() + ")");
  }
  fs::remove_all(traces(), error);
  fs::remove_all(oqs(), error);
  fs::remove_all(pictures(), error);
  fs::remove_all(records(), error);
  fs::create_directories(records(), error);
  if (error) throw SystemError(records().string() + ": cannot create it: " + error.message());
}

std::string OutputFolder::file_stem(const std::string& case_id) {
  // Parameters are free text, so an id may contain characters that a file name must not.
  std::string name;
  for (const char c : case_id) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_' || c == '.' || c == ',' || c == '=' ||
                       static_cast<unsigned char>(c) >= 0x80;
    name += plain ? c : '~';
  }
  return name;
}

std::string OutputFolder::write_record(const std::string& case_id, std::string_view lines) const {
  std::string name = file_stem(case_id) + ".jsonl";
  write_file(records() / name, lines);
  return name;
}

}  // namespace uketsuke::harness

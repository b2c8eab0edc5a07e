#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace uketsuke::harness {

/// Makes a folder and those above it. @return the folder @throws SystemError
std::filesystem::path make_folder(const std::filesystem::path& folder);

/// The folder that a run writes: results.jsonl, junit.xml, report.html, records/, where faces are
/// rendered or recorded pictures/, and, where asked for, traces/ and oqs/.
class OutputFolder {
 public:
  /// Makes the folder and tries to write in it. What an earlier run left there is replaced file by file, its
  /// records, traces and OQS files removed.
  /// @throws InputError where it cannot be used
  explicit OutputFolder(std::filesystem::path path);

  std::filesystem::path results() const { return path_ / "results.jsonl"; }
  std::filesystem::path junit() const { return path_ / "junit.xml"; }
  std::filesystem::path html() const { return path_ / "report.html"; }
  std::filesystem::path records() const { return path_ / "records"; }
  std::filesystem::path pictures() const { return path_ / "pictures"; }
  std::filesystem::path traces() const { return path_ / "traces"; }
  std::filesystem::path oqs() const { return path_ / "oqs"; }

  /// The name of a case as a file's: an id may hold what a file name may not.
  static std::string file_stem(const std::string& case_id);

  /// Writes the record of a case. @return its path relative to `records()` @throws SystemError
  std::string write_record(const std::string& case_id, std::string_view lines) const;

 private:
  std::filesystem::path path_;
};

}  // namespace uketsuke::harness

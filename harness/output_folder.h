#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace uketsuke::harness {

/// Creates a folder and its parents. @return the folder @throws SystemError
std::filesystem::path make_folder(const std::filesystem::path& folder);

/// The folder that a run writes: results.jsonl, junit.xml, report.html, records/; pictures/ for rendered or
/// recorded faces; traces/ and oqs/ on request.
class OutputFolder {
 public:
  /// Creates the folder and checks that it is writable. Files of an earlier run are replaced one by one; its
  /// records, traces and OQS files are removed.
  /// @throws InputError if it cannot be used
  explicit OutputFolder(std::filesystem::path path);

  std::filesystem::path results() const { return path_ / "results.jsonl"; }
  std::filesystem::path junit() const { return path_ / "junit.xml"; }
  std::filesystem::path html() const { return path_ / "report.html"; }
  std::filesystem::path records() const { return path_ / "records"; }
  std::filesystem::path pictures() const { return path_ / "pictures"; }
  std::filesystem::path traces() const { return path_ / "traces"; }
  std::filesystem::path oqs() const { return path_ / "oqs"; }

  /// The file name of a case: an id may contain characters that a file name must not.
  static std::string file_stem(const std::string& case_id);

  /// Writes the record of a case. @return its path relative to `records()` @throws SystemError
  std::string write_record(const std::string& case_id, std::string_view lines) const;

 private:
  std::filesystem::path path_;
};

}  // namespace uketsuke::harness

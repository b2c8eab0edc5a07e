#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/atomic_file.h"
#include "reports/results/case_result.h"

namespace uketsuke::reports {

// results.jsonl: a header line, one line per case in the order of the cases, an end line. UTF-8, keys sorted.
// Its schema is reports/results/schema/results.schema.json.

inline constexpr int kResultsVersion = 1;

/// One line of the file, with a line feed. Bytes that are not UTF-8 become U+FFFD.
std::string header_line(const RunInfo& run);
std::string case_line(const CaseResult& result);
std::string end_line(std::size_t cases, const RunEnd& end);

/// Writes results.jsonl case by case; the file appears only with `commit`.
class ResultsWriter {
 public:
  /// @throws SystemError if the file cannot be created.
  ResultsWriter(const std::filesystem::path& path, const RunInfo& run);

  /// Appends a case. Lines are in the order of calls, so a caller that runs cases in parallel must add them
  /// in the order of the suites.
  /// @throws std::logic_error for a duplicate id; SystemError (disk full).
  void add(const CaseResult& result);

  /// Writes the end line and renames the file to its final name. @throws SystemError
  void commit(const RunEnd& end);

 private:
  AtomicFile file_;
  std::unordered_set<std::size_t>
      ids_;  ///< hashes: ten thousand names would take a tenth of the program's memory
};

/// Reads results.jsonl case by case.
class ResultsReader {
 public:
  /// @throws InputError: unreadable, not a results file, another version.
  explicit ResultsReader(const std::filesystem::path& path);

  const RunInfo& run() const { return run_; }

  /// The next case, or empty at the end. @throws InputError with the line.
  std::optional<CaseResult> next();

  /// Valid once `next` has returned empty; a file truncated before its end line counts as interrupted.
  const RunEnd& end() const { return end_; }

  /// Offset in bytes of the case that `next` will read; for `seek`.
  std::streamoff position() const { return position_; }
  void seek(std::streamoff position);

 private:
  std::filesystem::path path_;
  std::ifstream in_;
  RunInfo run_;
  RunEnd end_;
  std::streamoff position_ = 0;
  int line_ = 0;

  bool read_line(std::string& line);
};

}  // namespace uketsuke::reports

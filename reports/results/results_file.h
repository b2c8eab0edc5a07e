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

// results.jsonl: a header line, one line a case in the order of the cases, an end line. UTF-8, keys sorted.
// The schema is reports/results/schema/results.schema.json.

inline constexpr int kResultsVersion = 1;

/// One line of the file, with a line feed. Bytes that are not UTF-8 come out as U+FFFD.
std::string header_line(const RunInfo& run);
std::string case_line(const CaseResult& result);
std::string end_line(std::size_t cases, const RunEnd& end);

/// Writes results.jsonl case by case; the file appears with `commit` and not before.
class ResultsWriter {
 public:
  /// @throws SystemError where the file cannot be created.
  ResultsWriter(const std::filesystem::path& path, const RunInfo& run);

  /// Appends a case. The order of calls is the order of lines, so a caller that runs cases side by side
  /// hands them in as they stand in the suites.
  /// @throws std::logic_error for an id that was there before; SystemError (disk full).
  void add(const CaseResult& result);

  /// Writes the end line and puts the file in its place. @throws SystemError
  void commit(const RunEnd& end);

 private:
  AtomicFile file_;
  std::unordered_set<std::size_t>
      ids_;  ///< hashes: ten thousand names would be a tenth of the program's memory
};

/// Reads results.jsonl case by case.
class ResultsReader {
 public:
  /// @throws InputError: unreadable, not a results file, another version.
  explicit ResultsReader(const std::filesystem::path& path);

  const RunInfo& run() const { return run_; }

  /// The next case, or nothing at the end. @throws InputError with the line.
  std::optional<CaseResult> next();

  /// There once `next` has returned nothing; a file cut off before its end line counts as interrupted.
  const RunEnd& end() const { return end_; }

  /// Where the case that `next` will read begins, in bytes; for `seek`.
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

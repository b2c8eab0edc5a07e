#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "oqs/xml/encoding.h"
#include "reader_model/face_match/matcher_factory.h"
#include "reader_model/firmware/defect.h"

namespace uketsuke::harness {

inline constexpr unsigned kCaseSeconds = 30;
inline constexpr unsigned kPixelCaseSeconds = 180;

struct RunOptions {
  std::vector<std::filesystem::path> paths;
  int jobs = 0;  ///< 0: one a processor
  std::string filter;
  std::vector<std::string> tags;
  std::vector<std::string> skipped_tags;
  std::uint64_t seed = 1;
  bool shuffle = false;
  std::filesystem::path out = "uketsuke-out";
  /// Of wall time, after which a case is ended. Where nobody says: kCaseSeconds, and kPixelCaseSeconds for a
  /// case with rendered or recorded faces, since a busy machine takes twenty for one.
  std::optional<unsigned> case_seconds;
  std::optional<reader::Defect> defect;
  bool trace = false;          ///< write the frames between reader and card to `out`/traces
  bool trace_secrets = false;  ///< with PINs, My Number and photo
  bool oqs = false;            ///< write the files that receipt software picks up to `out`/oqs
  oqs::Encoding oqs_encoding = oqs::Encoding::shift_jis;
  reader::MatcherSettings matcher;  ///< for cases with rendered or recorded faces
};

/// Loads, runs, judges and reports. @return the program's exit code
/// @throws InputError, SystemError
int run_scenarios(const RunOptions& options);

}  // namespace uketsuke::harness

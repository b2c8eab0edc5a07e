#pragma once

#include <filesystem>

#include "oqs/xml/encoding.h"
#include "record/record.h"
#include "scenarios/model/case.h"

namespace uketsuke::harness {

/// Folder for the files that receipt software reads: one folder per case below this one.
struct OqsOutput {
  std::filesystem::path folder;
  oqs::Encoding encoding = oqs::Encoding::shift_jis;
};

/// Writes the result file of the last completed reception, or nothing if none was completed. @throws
/// SystemError
void write_oqs_files(const scenario::Case& test_case, const record::Record& record, const OqsOutput& output);

}  // namespace uketsuke::harness

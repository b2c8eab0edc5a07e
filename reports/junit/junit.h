#pragma once

#include <filesystem>

namespace uketsuke::reports {

/// Writes JUnit XML as read by Jenkins' xUnit plugin (tests/integration/schema/jenkins-junit.xsd): one
/// testsuite per suite file. Keeps one case in memory at a time.
///
/// @param out           the file to write; appears completely or not at all
/// @param results       a results.jsonl
/// @param records_root  base of the cases' relative record paths
/// @throws InputError for results that cannot be read, SystemError if the file cannot be written. A record
/// that cannot be read is reported in the case's system-out.
void write_junit(const std::filesystem::path& out, const std::filesystem::path& results,
                 const std::filesystem::path& records_root);

}  // namespace uketsuke::reports

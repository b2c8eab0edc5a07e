#pragma once

#include <filesystem>

namespace uketsuke::reports {

/// Writes JUnit XML as Jenkins' xUnit plugin reads it (tests/integration/schema/jenkins-junit.xsd): one
/// testsuite a suite file. Memory holds one case at a time, however many there are.
///
/// @param out           the file to write; appears whole or not at all
/// @param results       a results.jsonl
/// @param records_root  folder that the cases' record paths are relative to
/// @throws InputError for results that cannot be read, SystemError where the file cannot be written. A record
/// that cannot be read is said in the case's system-out.
void write_junit(const std::filesystem::path& out, const std::filesystem::path& results,
                 const std::filesystem::path& records_root);

}  // namespace uketsuke::reports

#pragma once

#include <filesystem>
#include <vector>

#include "reports/results/case_result.h"

namespace uketsuke::reports {

/// Writes the run as one self-contained HTML file: no network, no other file, works from file://.
/// Records are read one by one and packed in chunks, so memory does not grow with the number of cases.
///
/// @param out           the file to write; appears whole or not at all
/// @param catalogue     every requirement there is, so that untested ones can be named
/// @param results       a results.jsonl
/// @param records_root  folder that the cases' record paths are relative to
/// @param pictures_root folder that the pictures named in the records are relative to; it need not exist
/// @throws InputError for results that cannot be read, SystemError where the file cannot be written. A record
/// or a picture that cannot be read is said in the case's page. How many pictures are carried: AlbumLimits.
void write_html(const std::filesystem::path& out, const RunInfo& run,
                const std::vector<RequirementInfo>& catalogue, const std::filesystem::path& results,
                const std::filesystem::path& records_root, const std::filesystem::path& pictures_root);

}  // namespace uketsuke::reports

#pragma once

#include <filesystem>
#include <vector>

#include "reports/results/case_result.h"

namespace uketsuke::reports {

/// Writes the run as one self-contained HTML file: without network or other files, works from file://.
/// Records are read one by one and packed in chunks, so memory does not grow with the number of cases.
///
/// @param out           the file to write; appears completely or not at all
/// @param catalogue     all requirements, so that untested ones can be listed
/// @param results       a results.jsonl
/// @param records_root  base of the cases' relative record paths
/// @param pictures_root base of the pictures' relative names in the records; it need not exist
/// @throws InputError for results that cannot be read, SystemError if the file cannot be written. A record or
/// a picture that cannot be read is reported in the case's page. AlbumLimits limits the pictures.
void write_html(const std::filesystem::path& out, const RunInfo& run,
                const std::vector<RequirementInfo>& catalogue, const std::filesystem::path& results,
                const std::filesystem::path& records_root, const std::filesystem::path& pictures_root);

}  // namespace uketsuke::reports

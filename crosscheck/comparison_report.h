#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "conformance/rules/rules.h"
#include "reader_model/firmware/profile.h"

namespace uketsuke::crosscheck {

struct ComparisonWishes {
  std::string plant;          ///< name of a firmware defect to plant; empty: none
  std::filesystem::path out;  ///< output folder for the scenarios
  std::string asks;           ///< a site's four switches, as in conformance::Variant; empty: every site
};

/// Compares the firmware with the reference engine and writes a scenario for each difference.
/// @return true if there is no difference
/// @throws InputError for an unknown defect, or one that cannot be compared
bool report_comparison(std::ostream& out, const conformance::Rules& rules,
                       const reader::ReaderCatalogue& readers, const ComparisonWishes& wishes);

}  // namespace uketsuke::crosscheck

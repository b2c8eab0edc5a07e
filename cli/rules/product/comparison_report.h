#pragma once

#include <filesystem>
#include <ostream>
#include <string>

namespace uketsuke::cli {

struct ComparisonWishes {
  std::string plant;          ///< name of a firmware defect; empty: the firmware as it is
  std::filesystem::path out;  ///< folder for the scenarios
  std::string asks;           ///< a site's four switches, as of conformance::Variant; empty: every site
};

/// Compares the firmware with the reference engine and writes a scenario for each difference.
/// @return 0 where there is none, 1 otherwise
/// @throws InputError for an unknown defect, or one that cannot be compared
int report_comparison(std::ostream& out, const ComparisonWishes& wishes);

}  // namespace uketsuke::cli

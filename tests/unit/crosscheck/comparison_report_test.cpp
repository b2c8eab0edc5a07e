// What the comparison of firmware and reference engine prints and writes.

#include "crosscheck/comparison_report.h"

#include <gmock/gmock.h>

#include <sstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::crosscheck::test {
namespace comparison_report_test {

using testing::HasSubstr;

const conformance::Rules& rules() {
  static const conformance::Rules all = conformance::load_rules("conformance/rules");
  return all;
}

/// Reports the comparison for a site that asks nothing, the smallest one.
bool report(std::ostream& out, const std::string& plant, const std::filesystem::path& folder) {
  return report_comparison(out, rules(), reader::load_readers("reader_model/profiles"),
                           {plant, folder, "0000"});
}

std::string refusal_of(const std::string& plant) {
  const TemporaryFolder folder;
  std::ostringstream out;
  try {
    report(out, plant, folder.path());
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(ComparisonReport, ADefectThatDoesNotExistIsRefusedWithTheNearest) {
  EXPECT_THAT(refusal_of("skips_wipes"), HasSubstr("unknown defect \"skips_wipes\""));
}

TEST(ComparisonReport, ADefectWithMemoryIsRefusedWithTheCommandThatFindsIt) {
  for (const char* name :
       {"reuses_last_consent", "keeps_phone", "timeout_counts_as_consent", "crashes", "hangs"})
    EXPECT_THAT(refusal_of(name), HasSubstr(std::string("uketsuke run --plant ") + name));
}

TEST(ComparisonReport, OfARefusedDefectNothingIsPrinted) {
  const TemporaryFolder folder;
  std::ostringstream out;
  EXPECT_THROW(report(out, "hangs", folder.path()), InputError);
  EXPECT_EQ(out.str(), "");
}

TEST(ComparisonReport, WithoutADifferenceNoFolderIsMade) {
  const TemporaryFolder folder;
  std::ostringstream out;
  EXPECT_TRUE(report(out, "", folder.path() / "differences"));
  EXPECT_THAT(out.str(), HasSubstr(" 0 differences;"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "differences"));
}

}  // namespace comparison_report_test
}  // namespace uketsuke::crosscheck::test

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "base/atomic_file.h"
#include "base/error.h"
#include "conformance/cost/money_rules.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::conformance::cost {
namespace load_test {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// The loader's error for the repository's rules with one text in one file replaced.
std::string error_with(const std::string& file, const std::string& from, const std::string& to) {
  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
  for (const char* name : {"ceilings.yaml", "shares.yaml", "money_parameters.yaml"})
    fs::copy(fs::path("conformance/rules") / name, folder / name);
  std::ifstream in(folder / file);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the file: " + from);
  write_file(folder / file, text.replace(at, from.size(), to));
  try {
    load_money_rules(folder);
  } catch (const InputError& error) {
    return error.what();
  }
  return "loaded";
}

TEST(MoneyRules, RefuseAGap) {
  EXPECT_THAT(error_with("ceilings.yaml", "until: 2018-07-31", "until: 2018-07-30"),
              HasSubstr("no period covers 2018-07-31 to 2018-07-31"));
  EXPECT_THAT(error_with("shares.yaml", "until: 2025-09-30", "until: 2025-09-01"),
              HasSubstr("no period covers 2025-09-02"));
}

TEST(MoneyRules, RefuseAnOverlap) {
  EXPECT_THAT(error_with("ceilings.yaml", "until: 2026-07-31", "until: 2026-08-01"),
              HasSubstr("still in force"));
  EXPECT_THAT(error_with("shares.yaml", "until: 2022-09-30", "until: 2022-10-01"),
              HasSubstr("still in force"));
}

TEST(MoneyRules, RefuseAnUnknownClassWithTheNearest) {
  const std::string error = error_with("ceilings.yaml", "現役並みⅢ: {", "現役並みⅣ: {");
  EXPECT_THAT(error, HasSubstr("did you mean \"現役並み"));
  EXPECT_THAT(error, HasSubstr("ceilings.yaml:"));
  EXPECT_THAT(error_with("shares.yaml", "低所得Ⅰ: 20", "低所得: 20"),
              HasSubstr("is not a valid value of this key"));
}

TEST(MoneyRules, RefuseAClassInTheWrongPlace) {
  EXPECT_THAT(error_with("ceilings.yaml", "現役並みⅢ: {", "ア: {"), HasSubstr("no class of from_70"));
  EXPECT_THAT(error_with("ceilings.yaml", "一般:", "一般Ⅱ:"),
              HasSubstr("this class has the ceilings of 一般"));
  EXPECT_THAT(error_with("shares.yaml", "一般: 20", "ウ: 20"), HasSubstr("not a class of patients from 70"));
}

TEST(MoneyRules, RefuseAMissingKey) {
  EXPECT_THAT(error_with("ceilings.yaml", "base: 80100, ", ""), HasSubstr("the key \"base\" is missing"));
  EXPECT_THAT(error_with("ceilings.yaml", ", percent: 1", ""), HasSubstr("the key \"percent\" is missing"));
  EXPECT_THAT(error_with("ceilings.yaml", "    certainty: seen\n", ""),
              HasSubstr("\"certainty\" is missing"));
  EXPECT_THAT(error_with("shares.yaml", "    preschool: 20\n", ""),
              HasSubstr("the key \"preschool\" is missing"));
  EXPECT_THAT(error_with("shares.yaml", ", from_birthday: 75", ""),
              HasSubstr("\"from_birthday\" is missing"));
  EXPECT_THAT(error_with("money_parameters.yaml", "share_rounding:", "share_roundin:"),
              HasSubstr("\"share_rounding\" is missing"));
}

TEST(MoneyRules, RefuseAKeyThatNothingReads) {
  EXPECT_THAT(error_with("ceilings.yaml", "multiple: 140100", "multipel: 140100"), HasSubstr("did you mean"));
  EXPECT_THAT(error_with("shares.yaml", "at_most: 18000", "at_most: 18000, extra: 1"),
              HasSubstr("unknown key"));
}

TEST(MoneyRules, RefuseALowerCeilingAboveTheNormalOne) {
  EXPECT_THAT(error_with("ceilings.yaml", "multiple: 44400", "multiple: 80200"),
              HasSubstr("\"multiple\" is above the base, 80100"));
}

TEST(MoneyRules, RefuseACeilingThatHasNoHalf) {
  EXPECT_THAT(error_with("ceilings.yaml", "outpatient: 8000, base: 15000", "outpatient: 8001, base: 15000"),
              HasSubstr("an odd number has no half"));
}

TEST(MoneyRules, RefuseClassesThatAreMissingWithoutAReasonAndAReasonForNothing) {
  EXPECT_THAT(error_with("ceilings.yaml", "    left_out: no public formula\n", ""),
              HasSubstr("\"left_out\" is missing"));
  EXPECT_THAT(
      error_with("ceilings.yaml", "      低所得Ⅰ: { outpatient: 8000, base: 15000, multiple: 15000 }\n",
                 "      低所得Ⅰ: { outpatient: 8000, base: 15000, multiple: 15000 }\n"
                 "    left_out: something\n"),
      HasSubstr("nothing is left out"));
}

TEST(MoneyRules, RefuseNumbersThatAreNone) {
  EXPECT_THAT(error_with("ceilings.yaml", "base: 80100", "base: -80100"),
              HasSubstr("expected a number from 1"));
  EXPECT_THAT(error_with("ceilings.yaml", "base: 80100", "base: 80100.5"),
              HasSubstr("expected a whole number"));
  EXPECT_THAT(error_with("shares.yaml", "to_69: 30", "to_69: 25"), HasSubstr("10, 20 or 30"));
  EXPECT_THAT(error_with("shares.yaml", "[10, 20]", "[20, 10]"), HasSubstr("smallest to the greatest"));
  EXPECT_THAT(error_with("shares.yaml", "[10, 20]", "[]"), HasSubstr("needs a share"));
  EXPECT_THAT(error_with("shares.yaml", "from_month_after: 70", "from_month_after: 5"),
              HasSubstr("from 7 to"));
}

TEST(MoneyRules, RefuseAFileThatIsNotThere) {
  EXPECT_THROW(load_money_rules(TemporaryFolder().path() / "nowhere"), InputError);
}

}  // namespace load_test
}  // namespace uketsuke::conformance::cost

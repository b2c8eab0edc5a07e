#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include <regex>

#include "tests/unit/walls/source_tree.h"

namespace uketsuke::walls {
namespace errands_test {

namespace fs = std::filesystem;

/// Whether a person must edit the file to add one more of a kind. Tests, pages and suites do not count, nor
/// do schemas, whose words follow from the enumerations.
bool is_product(const std::string& file) {
  static const std::regex other(
      R"((tests/|docs/|examples/|scenarios/suites/|scenarios/personas/|scenarios/sites/|.*/schema/|[A-Z]+\.md).*)");
  return !std::regex_match(file, other);
}

/// The product files that contain the last word of a kind. Adding the next word changes these files.
std::vector<std::string> files_with(const std::string& word) {
  const std::regex pattern("\\b" + word + "\\b");
  std::vector<std::string> found;
  for (const std::string& file : written_files(UKETSUKE_ROOT)) {
    if (is_product(file) && std::regex_search(read(fs::path(UKETSUKE_ROOT) / file), pattern))
      found.push_back(file);
  }
  return found;
}

/// Something that a newcomer adds, with an existing example. HACKING.md states the expected numbers.
struct Errand {
  const char* what;
  const char* example;  ///< regular expression for a word of the last one added
  std::size_t most;
};

class Errands : public testing::TestWithParam<Errand> {};

TEST_P(Errands, TouchNoMoreFilesThanHackingSays) {
  const auto files = files_with(GetParam().example);
  EXPECT_FALSE(files.empty()) << "the example is gone";
  EXPECT_LE(files.size(), GetParam().most)
      << GetParam().what << ": " << fmt::format("{}", fmt::join(files, ", "));
}

INSTANTIATE_TEST_SUITE_P(Of, Errands,
                         testing::Values(Errand{"a screen that only informs", "not_insured", 6},
                                         // Besides its word and its text, which appear without the type.
                                         Errand{"a screen that asks", "Screen::prescription_form", 6},
                                         Errand{"a chip file", "signing_certificate", 3},
                                         Errand{"a scenario step", "ShiftServiceClock", 6},
                                         Errand{"a device transport", "NullSource", 3},
                                         Errand{"a report writer", "JunitReporter", 3}),
                         [](const auto& errand) {
                           return std::regex_replace(std::string(errand.param.what), std::regex(" "), "_");
                         });

TEST(Errands, ADatedRuleIsDataAlone) {
  // Each topic's periods are in one file, which the loader knows by topic.
  for (const auto& entry : fs::directory_iterator(fs::path(UKETSUKE_ROOT) / "conformance/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    for (const std::string& file : files_with(entry.path().stem().string() + "\\.yaml"))
      EXPECT_THAT(file, testing::Not(testing::MatchesRegex(".*consent_engine.*|.*reader_model.*|.*sim/.*")))
          << entry.path();
  }
}

}  // namespace errands_test
}  // namespace uketsuke::walls

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include <cctype>
#include <regex>
#include <string>
#include <utility>
#include <vector>

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

/// The product's files with their texts, read once.
const std::vector<std::pair<std::string, std::string>>& product_files() {
  static const auto files = [] {
    std::vector<std::pair<std::string, std::string>> all;
    for (const std::string& file : written_files(UKETSUKE_ROOT)) {
      if (is_product(file)) all.emplace_back(file, read(fs::path(UKETSUKE_ROOT) / file));
    }
    return all;
  }();
  return files;
}

bool is_part_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Whether the text contains the word with no letter, digit or underscore beside it.
bool has_word(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_part_of_word(text[at - 1]);
    if (begins && (end == text.size() || !is_part_of_word(text[end]))) return true;
  }
  return false;
}

/// The product files that contain the last word of a kind. Adding the next word changes these files.
std::vector<std::string> files_with(const std::string& word) {
  std::vector<std::string> found;
  for (const auto& [file, text] : product_files()) {
    if (has_word(text, word)) found.push_back(file);
  }
  return found;
}

/// Something that a newcomer adds, with an existing example. HACKING.md states the expected numbers.
struct Errand {
  const char* what;
  const char* example;  ///< a word of the last one added
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
    for (const std::string& file : files_with(entry.path().stem().string() + ".yaml"))
      EXPECT_THAT(file, testing::Not(testing::MatchesRegex(".*consent_engine.*|.*reader_model.*|.*sim/.*")))
          << entry.path();
  }
}

}  // namespace errands_test
}  // namespace uketsuke::walls

// Compares the shipped rules of identification, people and wording with engine and screens.
#include <gmock/gmock.h>

#include <fstream>
#include <map>

#include "base/yaml/document.h"
#include "conformance/rules/rule_book.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::conformance::test {
namespace official_rules_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::map<std::string, std::string> lines_on(const std::string& topic, const char* day) {
  for (const RulePages& pages : load_rule_pages("conformance/rules")) {
    if (pages.topic != topic) continue;
    const auto& lines = pages.periods.on(*parse_date(day));
    return {lines.begin(), lines.end()};
  }
  return {};
}

/// Japanese texts of the screen book, by the keys of wording.yaml.
void flatten(const std::string& name, const yaml::Value& value, std::map<std::string, std::string>& texts) {
  if (!value.is_map()) return;
  yaml::Map map = value.map();
  for (const auto& [key, inner] : map.entries()) {
    if (key.text() == "ja") texts[name] = inner.text();
    flatten(name.empty() ? key.text() : name + "." + key.text(), inner, texts);
  }
}

std::vector<std::string> labels_that_differ(const char* day) {
  std::map<std::string, std::string> shown;
  flatten("", yaml::load_one("reader_model/display/screens.yaml"), shown);
  std::vector<std::string> names;
  for (const auto& [name, text] : lines_on("wording", day)) {
    const auto found = shown.find(name);
    if (found == shown.end() || found->second != text) names.push_back(name);
  }
  return names;
}

TEST(OfficialRules, TriesAreThoseOfTheEngine) {
  const Rules rules = load_rules("conformance/rules");
  const auto lines = lines_on("authentication", "2026-07-01");
  EXPECT_EQ(lines.at("pin.tries"), std::to_string(rules.parameters.pin_tries));
  EXPECT_EQ(lines.at("card_face_number.tries"), std::to_string(rules.parameters.card_face_number_tries));
}

// The reader appends the tries left to the leaflet's sentence.
TEST(OfficialRules, ScreensSayWhatTheLeafletSays) {
  EXPECT_THAT(labels_that_differ("2024-10-06"), ElementsAre("screens.enter_pin.text"));
  EXPECT_THAT(labels_that_differ("2024-10-07"), ElementsAre("screens.enter_pin.text"));
}

TEST(OfficialRules, PhonesBeginOnOneDayInBothFilesThatSpeakOfThem) {
  const Rules rules = load_rules("conformance/rules");
  for (const auto& [period, policy] : rules.smartphone.entries()) {
    const auto lines = lines_on("people", format_date(period.from).c_str());
    EXPECT_EQ(lines.count("smartphone") != 0, policy.offered == PhoneOffer::by_site)
        << format_date(period.from);
    if (policy.offered == PhoneOffer::never) continue;
    EXPECT_EQ(lines.at("smartphone"), "where_the_site_has_a_reader_for_it");
    EXPECT_EQ(lines.at("smartphone_grace"), "none");
    EXPECT_EQ(policy.grace_months, 0);
  }
  EXPECT_EQ(lines_on("people", "2025-09-18").count("smartphone"), 0U);
  EXPECT_EQ(lines_on("people", "2025-09-19").count("smartphone"), 1U);
  EXPECT_EQ(rules.smartphone.on(*parse_date("2025-09-18")).offered, PhoneOffer::never);
  EXPECT_EQ(rules.smartphone.on(*parse_date("2025-09-19")).offered, PhoneOffer::by_site);
}

TEST(OfficialRules, CardsWithoutPinAndWithoutPhotoBeginOnTheirDays) {
  EXPECT_EQ(lines_on("people", "2023-12-14").count("pinless_card"), 0U);
  EXPECT_EQ(lines_on("people", "2023-12-15").at("pinless_card"), "[face, visual_check]");
  EXPECT_EQ(lines_on("people", "2024-12-01").count("card_issued_under_age_1"), 0U);
  EXPECT_EQ(lines_on("people", "2024-12-02").at("card_issued_under_age_1"), "[pin]");
  EXPECT_EQ(lines_on("people", "2025-09-18").count("smartphone"), 0U);
  EXPECT_EQ(lines_on("people", "2025-09-19").count("smartphone"), 1U);
}

TEST(OfficialRules, UnknownKeyIsRefused) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "people.yaml")
      << "periods:\n  - { from: 2024-01-01, source: x, certainty: seen, childs: 1 }\n";
  try {
    load_rule_pages(folder.path());
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("people.yaml:2:"));
    EXPECT_THAT(error.what(), HasSubstr("unknown key \"childs\" (known: card_issued_under_age_1, "));
  }
}

}  // namespace official_rules_test
}  // namespace uketsuke::conformance::test

#include "scenarios/loader/scenario.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace scenario_test {

const std::string kEnd = "script: [insert_card]\nexpect: { reception: aborted }\n";

std::string lines(const std::string& date, const std::string& patient, const std::string& site,
                  const std::string& more = "") {
  return "scenario: x\ntitle: { ja: 例, en: x }\ndate: " + date + "\npatient: " + patient +
         "\nsite: " + site + "\n" + more + kEnd;
}

std::string with(const std::string& more) {
  return lines("2024-10-07", "sato-hanako", "clinic-default", more);
}

TEST(Scenario, EveryKeyIsRead) {
  const auto c =
      cases_of(
          scenario_with(
              "needs: [pin_pad]\ntime: \"13:30\"\nreader: generic\nface: other\nvision: declared\n" + kEnd))
          .at(0);
  EXPECT_EQ(c.scenario, "x");
  EXPECT_EQ(c.title.ja, "例");
  EXPECT_EQ(c.requirements, std::vector<std::string>{"PIN-01"});
  EXPECT_EQ(c.tags, std::vector<std::string>{"sample"});
  EXPECT_EQ(c.needs, std::vector<Capability>{Capability::pin_pad});
  EXPECT_EQ(format_compact(c.start()), "20241007133000");
  EXPECT_EQ(c.patient->id, "sato-hanako");
  EXPECT_EQ(c.site->id, "clinic-default");
  EXPECT_EQ(c.reader, "generic");
  EXPECT_EQ(c.face, Face::other);
  EXPECT_EQ(to_string(c.place), "t.yaml:1:1");
}

TEST(Scenario, WithoutAReaderOfItsOwnItHasTheSites) {
  EXPECT_EQ(cases_of(with("")).at(0).reader, "camera-slot");
}

TEST(Scenario, BeginsAtNineUnlessItSaysOtherwise) {
  EXPECT_EQ(format_compact(cases_of(with("")).at(0).start()), "20241007090000");
}

TEST(Scenario, SeedFollowsFromTheRunsSeedAndTheId) {
  LoadOptions one, two;
  two.seed = 2;
  EXPECT_EQ(cases_of(with(""), one).at(0).seed, cases_of(with(""), one).at(0).seed);
  EXPECT_NE(cases_of(with(""), one).at(0).seed, cases_of(with(""), two).at(0).seed);
}

TEST(Scenario, ImpossibleDateIsAnError) {
  const auto error = failure([] { cases_of(lines("2024-02-30", "sato-hanako", "clinic-default")); });
  EXPECT_EQ(error.problem, InputProblem::bad_value);
  EXPECT_EQ(error.what, "t.yaml:3:7: \"2024-02-30\" is not a date (write 2024-10-07)");
}

TEST(Scenario, UnknownPersonaGetsASuggestion) {
  const auto error = failure([] { cases_of(lines("2024-10-07", "sato-hanoko", "clinic-default")); });
  EXPECT_EQ(error.problem, InputProblem::unknown_name);
  EXPECT_EQ(error.what, "t.yaml:4:10: unknown persona \"sato-hanoko\" (did you mean \"sato-hanako\"?)");
}

TEST(Scenario, UnknownSiteGetsASuggestion) {
  EXPECT_EQ(error_of(lines("2024-10-07", "sato-hanako", "clinic-defualt")),
            "t.yaml:5:7: unknown site \"clinic-defualt\" (did you mean \"clinic-default\"?)");
}

TEST(Scenario, PersonaWithoutACardCannotInsertIt) {
  EXPECT_EQ(error_of(lines("2024-10-07", "inoue-masa", "clinic-default")),
            "t.yaml:6:10: inoue-masa has no card to insert");
}

TEST(Scenario, UnknownKeyGetsASuggestion) {
  const auto error = failure([] { cases_of(with("remark: x\n")); });
  EXPECT_EQ(error.problem, InputProblem::unknown_key);
  EXPECT_EQ(error_of(with("requirement: [PIN-01]\n")),
            "t.yaml:6:1: unknown key \"requirement\" (did you mean \"requirements\"?)");
}

class MissingKey : public testing::TestWithParam<const char*> {};

TEST_P(MissingKey, IsNamed) {
  std::string text;
  const std::string key = std::string(GetParam()) + ":";
  std::istringstream in(with(""));
  for (std::string line; std::getline(in, line);) {
    if (line.compare(0, key.size(), key) != 0) text += line + "\n";
  }
  const auto error = failure([&] { cases_of(text); });
  EXPECT_EQ(error.problem, InputProblem::missing_key);
  EXPECT_EQ(error.what, "t.yaml:1:1: the key \"" + std::string(GetParam()) + "\" is missing");
}

INSTANTIATE_TEST_SUITE_P(Keys, MissingKey,
                         testing::Values("scenario", "title", "date", "patient", "site", "script", "expect"));

TEST(Scenario, UnknownRequirementIsAnErrorIfTheKnownOnesAreGiven) {
  LoadOptions options;
  options.known_requirements = {"PIN-01", "PIN-02"};
  EXPECT_EQ(error_of(with("requirements: [PIN-01, PIN-20]\n"), options),
            "t.yaml:6:24: unknown requirement \"PIN-20\" (did you mean \"PIN-01\"?)");
  EXPECT_EQ(cases_of(with("requirements: [PIN-20]\n")).size(), 1u);
}

TEST(Scenario, UnknownReaderIsAnErrorIfTheKnownOnesAreGiven) {
  LoadOptions options;
  options.known_readers = {"camera-slot"};
  EXPECT_EQ(error_of(with("reader: camera-slit\n"), options),
            "t.yaml:6:9: unknown reader \"camera-slit\" (did you mean \"camera-slot\"?)");
}

TEST(Scenario, UnknownReaderOfTheSiteIsAnErrorAtTheSite) {
  LoadOptions options;
  options.known_readers = {"generic"};
  EXPECT_EQ(error_of(with(""), options), "t.yaml:5:7: unknown reader \"camera-slot\" (known: generic)");
}

TEST(Scenario, VisionIsDeclaredRenderedOrRecorded) {
  EXPECT_EQ(error_of(with("vision: dreamed\n")),
            "t.yaml:6:9: \"dreamed\" is not a valid value of this key (known: declared, rendered, recorded)");
}

class BadTime : public testing::TestWithParam<const char*> {};

TEST_P(BadTime, IsNotATimeOfDay) {
  EXPECT_EQ(
      error_of(with("time: \"" + std::string(GetParam()) + "\"\n")),
      "t.yaml:6:7: \"" + std::string(GetParam()) + "\" is not a time of day (write \"09:00\", in quotes)");
}

INSTANTIATE_TEST_SUITE_P(Texts, BadTime,
                         testing::Values("9:00", "24:00", "09:60", "09:00:60", "0900", "09:0x", "09-00"));

TEST(Scenario, NameIsSmallLettersDigitsAndHyphens) {
  EXPECT_EQ(error_of("scenario: ../x\n"),
            "t.yaml:1:11: \"../x\" is not a name (use lower-case letters, digits and hyphens)");
}

TEST(Scenario, CapabilityTwiceIsAnError) {
  EXPECT_EQ(error_of(with("needs: [camera, camera]\n")),
            "t.yaml:6:17: \"camera\" appears twice in this list");
}

TEST(ScenarioDate, BeforeTheFirstRuleIsAnErrorAtTheDate) {
  LoadOptions options;
  options.first_day = parse_date("2024-10-08");
  const std::string text = scenario_with("script: [insert_card]\nexpect: { reception: aborted }\n");
  EXPECT_EQ(error_of(text, options),
            "t.yaml:5:7: 2024-10-07 is before the first rule, which begins on 2024-10-08");
  options.first_day = parse_date("2024-10-07");
  EXPECT_EQ(cases_of(text, options).size(), 1U);
}

TEST(ScenarioCases, OfTwoAxesChangeTheLastOneFastest) {
  const auto cases = cases_of(
      scenario_with("matrix: { a: [1s, 2s], b: [3s, 4s, 5s] }\n"
                    "script: [{ wait: \"${a}\" }, { wait: \"${b}\" }]\nexpect: { reception: none }\n"));
  std::vector<std::string> ids;
  for (const Case& one : cases) ids.push_back(one.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"x/a=1s,b=3s", "x/a=1s,b=4s", "x/a=1s,b=5s", "x/a=2s,b=3s",
                                           "x/a=2s,b=4s", "x/a=2s,b=5s"}));
}

const std::string kRest = "script: [insert_card]\nexpect: { reception: aborted }\n";

TEST(Scenario, SwitchesReplaceTheSites) {
  const auto cases = cases_of(scenario_with("matrix: { asks: [\"0000\", \"1001\"] }\n" + kRest));
  EXPECT_TRUE(cases.at(0).site->asks.empty());
  EXPECT_EQ(cases.at(1).site->asks,
            (std::set<record::Category>{record::Category::operation_info,
                                        record::Category::specific_health_checkups_info}));
  EXPECT_EQ(cases.at(1).id, "x/asks=1001");
}

TEST(Scenario, SwitchesOfAnotherFormAreAnError) {
  for (const char* wrong : {"011", "00112", "0021", "none"}) {
    EXPECT_EQ(
        error_of(scenario_with("asks: \"" + std::string(wrong) + "\"\n" + kRest)),
        "t.yaml:8:7: \"" + std::string(wrong) +
            "\" is not four switches, 0 or 1, in the order OperationInfo, DiagnosisInfo, PharmacistsInfo, "
            "SpecificHealthCheckupsInfo; the factory setting is \"0011\"");
  }
}

}  // namespace scenario_test
}  // namespace uketsuke::scenario

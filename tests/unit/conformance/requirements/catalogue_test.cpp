#include "conformance/requirements/catalogue.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>

#include "base/atomic_file.h"
#include "tests/unit/conformance/judge/story.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::conformance::test {
namespace catalogue_test {

using testing::IsEmpty;

const char* const kOne = R"(
  - id: LIMIT-02
    text: { ja: あ, en: a }
    class: required
    source: s
    certainty: seen
    checked_by: [expectation]
)";

InputProblem problem_of(const TemporaryFolder& folder) {
  try {
    load_catalogue(folder.path());
  } catch (const InputError& error) {
    return error.problem();
  }
  ADD_FAILURE() << "loaded";
  return InputProblem::syntax;
}

TEST(Catalogue, LoadsWhatIsWritten) {
  const TemporaryFolder folder;
  write_file(folder.path() / "limit.yaml", std::string("requirements:") + kOne);
  const Catalogue loaded = load_catalogue(folder.path());
  ASSERT_NE(loaded.find("LIMIT-02"), nullptr);
  EXPECT_EQ(loaded.find("LIMIT-02")->text.en, "a");
  EXPECT_EQ(loaded.find("LIMIT-99"), nullptr);
}

TEST(Catalogue, RefusesAnIdTwiceInDifferentFiles) {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.yaml", std::string("requirements:") + kOne);
  write_file(folder.path() / "b.yaml", std::string("requirements:") + kOne);
  EXPECT_EQ(problem_of(folder), InputProblem::duplicate_name);
}

TEST(Catalogue, RefusesAnIdOfAnotherForm) {
  for (const std::string id : {"LIMIT-2", "limit-02", "LIMIT02", "-02", "LIMIT-0A"}) {
    const TemporaryFolder folder;
    std::string text = std::string("requirements:") + kOne;
    text.replace(text.find("LIMIT-02"), 8, id);
    write_file(folder.path() / "a.yaml", text);
    EXPECT_EQ(problem_of(folder), InputProblem::bad_value) << id;
  }
}

TEST(Catalogue, RefusesAKeyThatNothingReads) {
  const TemporaryFolder folder;
  write_file(folder.path() / "a.yaml", std::string("requirements:") + kOne + "    severity: high\n");
  EXPECT_EQ(problem_of(folder), InputProblem::unknown_key);
}

TEST(Catalogue, RefusesAFolderWithNothingInIt) {
  EXPECT_EQ(problem_of(TemporaryFolder()), InputProblem::empty);
  EXPECT_THROW(load_catalogue("/nowhere/at/all"), InputError);
}

TEST(Catalogue, TakesAnUnknownRequirementForARequiredOne) {
  EXPECT_EQ(Catalogue().class_of("LIMIT-02"), RequirementClass::required);
}

TEST(Catalogue, OfTheRepositoryHasEveryFamilyInFull) {
  const std::pair<const char*, int> families[] = {
      {"FLOW", 12}, {"READ", 4},     {"FACE", 13}, {"PIN", 8},     {"VISUAL", 4}, {"CERT", 8}, {"REG", 3},
      {"ELIG", 8},  {"CONSENT", 12}, {"LIMIT", 5}, {"RELEASE", 7}, {"PRIV", 5},   {"CARD", 5}, {"DESK", 8},
      {"NET", 4},   {"RECORD", 3},   {"PRESC", 3}, {"TSR", 7},     {"PHONE", 12}};
  std::size_t count = 0;
  for (const auto& [family, last] : families) {
    for (int number = 1; number <= last; ++number, ++count) {
      EXPECT_NE(catalogue().find(fmt::format("{}-{:02}", family, number)), nullptr) << family << number;
    }
  }
  EXPECT_EQ(catalogue().all().size(), count);
}

TEST(Catalogue, NamesCheckersThatExistAndCheckersNameItsRequirements) {
  std::set<std::string> pairs;  // according to the checkers
  for (const auto& checker : all_checkers()) {
    for (const auto id : checker->description().requirements) {
      if (!id.empty()) pairs.insert(std::string(id) + " " + std::string(checker->description().name));
    }
  }
  std::vector<std::string> wrong;
  for (const Requirement& requirement : catalogue().all()) {
    EXPECT_FALSE(requirement.checked_by.empty()) << requirement.id;
    for (const auto& by : requirement.checked_by) {
      if (by == "expectation" || by == "reference engine") continue;
      const std::string pair = requirement.id + " " + by;
      if (pairs.erase(pair) == 0) wrong.push_back(pair);
    }
  }
  EXPECT_THAT(wrong, IsEmpty()) << "in the catalogue, but no such checker";
  EXPECT_THAT(pairs, IsEmpty()) << "a checker says so, but not the catalogue";
}

TEST(Catalogue, SourcesArePublicNamesNotPathsOfAMachine) {
  for (const Requirement& requirement : catalogue().all()) {
    EXPECT_THAT(requirement.source, testing::Not(testing::MatchesRegex("(.* )?/.*"))) << requirement.id;
    EXPECT_FALSE(requirement.source.empty()) << requirement.id;
  }
}

}  // namespace catalogue_test
}  // namespace uketsuke::conformance::test

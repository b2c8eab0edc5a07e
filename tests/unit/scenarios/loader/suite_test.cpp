#include "scenarios/loader/suite.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/scenarios/support.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::scenario {
namespace suite_test {

namespace fs = std::filesystem;

std::string named(const std::string& name) {
  return "scenario: " + name +
         "\ntitle: { ja: 例, en: x }\ndate: 2024-10-07\npatient: sato-hanako\nsite: clinic-default\n"
         "script: [insert_card]\nexpect: { reception: aborted }\n";
}

class Suite : public testing::Test {
 protected:
  void SetUp() override { fs::create_directory(folder / "b"); }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
  }

  static std::vector<std::string> ids(const std::vector<Case>& cases) {
    std::vector<std::string> all;
    for (const Case& c : cases) all.push_back(c.id);
    return all;
  }

  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
};

using Ids = std::vector<std::string>;

TEST_F(Suite, FileHasAsManyScenariosAsDocuments) {
  const auto file = write("s.yaml", named("one") + "---\n" + named("two"));
  EXPECT_EQ(ids(load_suite(file, shipped_library(), {})), (Ids{"one", "two"}));
}

TEST_F(Suite, FolderIsWalkedInOrderOfPaths) {
  write("z.yaml", named("last"));
  write("b/m.yaml", named("middle"));
  write("a.yaml", named("first"));
  write("a.txt", "no suite");
  EXPECT_EQ(ids(load_paths({folder}, shipped_library(), {})), (Ids{"first", "middle", "last"}));
}

TEST_F(Suite, FileThatIsReachedTwiceCountsOnce) {
  const auto file = write("s.yaml", named("one"));
  EXPECT_EQ(ids(load_paths({file, folder, folder / "b" / ".." / "s.yaml"}, shipped_library(), {})),
            Ids{"one"});
}

TEST_F(Suite, NameTwiceNamesTheOtherPlace) {
  const auto first = write("a.yaml", named("same"));
  const auto second = write("b.yaml", named("other") + "---\n" + named("same"));
  const auto error = failure([&] { load_paths({folder}, shipped_library(), {}); });
  EXPECT_EQ(error.problem, InputProblem::duplicate_name);
  EXPECT_EQ(error.what, second.string() + ":9:11: the scenario \"same\" is already defined at " +
                            first.string() + ":1:11");
}

TEST_F(Suite, CheckGoesOnAfterAnError) {
  const auto a = write("a.yaml", "scenario: A\n---\n" + named("good") + "---\nscenario: b\n");
  const auto b = write("b.yaml", "[");
  const auto c = write("c.yaml", named("good"));
  std::vector<std::string> errors;
  for (const InputError& error : check_paths({folder, folder / "none"}, shipped_library(), {})) {
    errors.emplace_back(error.what());
  }
  ASSERT_EQ(errors.size(), 5u);
  EXPECT_EQ(errors[0],
            a.string() + ":1:11: \"A\" is not a name (use lower-case letters, digits and hyphens)");
  EXPECT_EQ(errors[1], a.string() + ":11:1: the key \"title\" is missing");
  EXPECT_EQ(errors[2].rfind(b.string() + ":", 0), 0u);
  EXPECT_EQ(errors[3],
            c.string() + ":1:11: the scenario \"good\" is already defined at " + a.string() + ":3:11");
  EXPECT_EQ(errors[4], (folder / "none").string() + ": no such file or folder");
}

TEST_F(Suite, CheckOfSoundSuitesFindsNothing) {
  write("a.yaml", named("one"));
  EXPECT_TRUE(check_paths({folder}, shipped_library(), {}).empty());
}

TEST(CaseList, GivesTheCasesOfEveryScenarioByNumberInTheirOrder) {
  const LoadOptions options;
  const CaseList list = list_paths({"scenarios/suites"}, shipped_library(), options);
  const auto all = load_paths({"scenarios/suites"}, shipped_library(), options);
  ASSERT_EQ(list.size(), all.size());
  for (std::size_t index = 0; index < all.size(); ++index) EXPECT_EQ(list.at(index).id, all[index].id);
}

}  // namespace suite_test
}  // namespace uketsuke::scenario

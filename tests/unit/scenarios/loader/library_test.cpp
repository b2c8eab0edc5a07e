#include "scenarios/loader/library.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/scenarios/support.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::scenario {
namespace library_test {

namespace fs = std::filesystem;

TEST(Library, FolderWithoutPersonasSaysSo) {
  EXPECT_EQ(failure([] { load_library("/nowhere"); }).what, "/nowhere/personas: no such file or folder");
}

TEST(Library, ErrorInAFileNamesIt) {
  const TemporaryFolder folder;
  const fs::path& root = folder.path();
  fs::create_directory(root / "personas");
  std::ofstream(root / "personas" / "p.yaml") << "persona: q\n";
  EXPECT_EQ(failure([&] { load_library(root); }).what,
            (root / "personas/p.yaml").string() + ":1:10: \"q\" is in the file of \"p\"; rename one of them");
}

TEST(Library, UnknownNameGetsASuggestionWhereItStands) {
  const yaml::Value name = yaml::parse("clinic-defualt", "t.yaml").at(0);
  const auto error = failure([&] { shipped_library().site(name); });
  EXPECT_EQ(error.problem, InputProblem::unknown_name);
  EXPECT_EQ(error.what, "t.yaml:1:1: unknown site \"clinic-defualt\" (did you mean \"clinic-default\"?)");
}

TEST(YamlFiles, OfAFolderAreAllBelowItInOrder) {
  const TemporaryFolder folder;
  const fs::path& root = folder.path();
  fs::create_directory(root / "b");
  for (const char* name : {"c.yaml", "a.yaml", "b/d.yaml", "b/e.txt"}) std::ofstream(root / name) << "x\n";
  EXPECT_EQ(yaml_files(root), (std::vector<fs::path>{root / "a.yaml", root / "b/d.yaml", root / "c.yaml"}));
}

TEST(YamlFiles, FileIsItselfWhateverItIsCalled) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "suite.txt") << "x\n";
  EXPECT_EQ(yaml_files(folder.path() / "suite.txt"), std::vector<fs::path>{folder.path() / "suite.txt"});
}

}  // namespace library_test
}  // namespace uketsuke::scenario

// Malicious suites: each gives one clear line.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/scenarios/support.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::scenario {
namespace bad_files_test {

namespace fs = std::filesystem;

class BadFile : public testing::Test {
 protected:
  fs::path write(const std::string& text, const std::string& name = "suite.yaml") const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
  }

  static Failure load(const fs::path& path) {
    return failure([&] { load_paths({path}, shipped_library(), {}); });
  }

  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
};

TEST_F(BadFile, EmptyFileHasNoScenario) {
  const auto path = write("");
  const auto error = load(path);
  EXPECT_EQ(error.problem, InputProblem::empty);
  EXPECT_EQ(error.what, path.string() + ": has no scenario");
}

TEST_F(BadFile, CommentsAloneAreNoScenario) {
  EXPECT_EQ(load(write("# nothing\n---\n# here\n")).problem, InputProblem::empty);
}

TEST_F(BadFile, BinaryFileIsNoText) {
  const auto path = write(std::string("\x7f\x45\x4c\x46\x02\x01\x01\x00\x00", 9));
  const auto error = load(path);
  EXPECT_EQ(error.problem, InputProblem::not_text);
  EXPECT_EQ(error.what, path.string() + ": not UTF-8 text (byte 7): is this a YAML file?");
}

TEST_F(BadFile, TenMegabytesAreTooLarge) {
  const auto path = write(std::string(10 << 20, '#'));
  const auto error = load(path);
  EXPECT_EQ(error.problem, InputProblem::too_large);
  EXPECT_EQ(error.what,
            path.string() + ": 10.0 MiB exceeds the limit of 1.0 MiB for a YAML file of this kind; split it");
}

TEST_F(BadFile, CyclicAliasNamesItsPlace) {
  const auto path = write("scenario: x\nscript: &again\n  - *again\n");
  EXPECT_EQ(load(path).what, path.string() + ":3:5: an alias must not be inside the node that it refers to");
}

TEST_F(BadFile, AliasesOfAliasesAreCountedAsOftenAsTheyAreUsed) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) text += (k == 0 ? "*a" : ", *a") + std::to_string(i - 1);
    text += "]\n";
  }
  EXPECT_EQ(load(write(text)).problem, InputProblem::too_large);
}

TEST_F(BadFile, DeepNestingIsTooLarge) {
  EXPECT_EQ(load(write("script: " + std::string(70, '[') + std::string(70, ']'))).problem,
            InputProblem::too_large);
}

TEST_F(BadFile, KeyTwiceNamesTheSecond) {
  const auto path = write("scenario: x\nscenario: y\n");
  EXPECT_EQ(load(path).what, path.string() + ":2:1: the key \"scenario\" appears twice in this map");
}

TEST_F(BadFile, MissingFileSaysSo) {
  const auto error = load(folder / "none.yaml");
  EXPECT_EQ(error.problem, InputProblem::unreadable);
  EXPECT_EQ(error.what, (folder / "none.yaml").string() + ": no such file or folder");
}

TEST_F(BadFile, PathBelowAFileSaysSo) {
  const auto path = write("") / "suites";
  EXPECT_EQ(load(path).what, path.string() + ": no such file or folder");
}

TEST_F(BadFile, FolderWithoutYamlSaysSo) {
  write("x", "notes.txt");
  const auto error = load(folder);
  EXPECT_EQ(error.problem, InputProblem::empty);
  EXPECT_EQ(error.what, folder.string() + ": has no *.yaml file");
}

TEST_F(BadFile, DocumentThatIsNoMapSaysSo) {
  const auto path = write("- insert_card\n");
  EXPECT_EQ(load(path).what, path.string() + ":1:1: expected a map, found a list");
}

}  // namespace bad_files_test
}  // namespace uketsuke::scenario

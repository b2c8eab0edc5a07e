#include "bench/accuracy/evaluate.h"

#include <gmock/gmock.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/exit_code.h"
#include "tests/unit/bench/accuracy/face_folder.h"
#include "tests/unit/bench/accuracy/fake_pictures.h"

namespace uketsuke::bench {
namespace evaluate_test {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class EvaluateTest : public FaceFolder {
 protected:
  void SetUp() override {
    FaceFolder::SetUp();
    write_two_people(folder);
    options.folder = folder;
    options.out = out;
    options.matcher.library = UKETSUKE_FAKE_MATCHER;
    options.fmr = {0};
  }

  /// Runs the evaluation. @returns its exit code; what it printed is in `printed`
  int run() {
    testing::internal::CaptureStdout();
    struct Release {
      std::string& to;
      ~Release() { to = testing::internal::GetCapturedStdout(); }
    } release{printed};
    return evaluate(options);
  }

  std::string text_of(const char* name) const {
    std::ifstream in(out / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  const fs::path out = temporary.path() / "out";
  EvaluateOptions options;
  std::string printed;
};

TEST_F(EvaluateTest, PassesWithoutAnythingToKeepTo) { EXPECT_EQ(run(), kPass); }

TEST_F(EvaluateTest, WritesItsReports) {
  run();
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(out)) names.push_back(entry.path().filename().string());
  EXPECT_THAT(
      names, UnorderedElementsAre("scores.csv", "pictures.csv", "det.svg", "report.html", "evaluation.json"));
}

TEST_F(EvaluateTest, SaysWhereTheReportIs) {
  run();
  EXPECT_THAT(printed, HasSubstr("report: " + (out / "report.html").string()));
}

TEST_F(EvaluateTest, ReportIsJson) {
  run();
  EXPECT_TRUE(nlohmann::json::accept(text_of("evaluation.json")));
}

TEST_F(EvaluateTest, EveryComparisonIsALineOfTheScores) {
  run();
  const std::string scores = text_of("scores.csv");
  EXPECT_EQ(std::count(scores.begin(), scores.end(), '\n'), 1 + 4);  // a line of names
}

/// Makes one of two genuine scores 0.1, below the impostors' 0.48 and 0.2: FNMR 1/2 at FMR 0.
void spoil(const fs::path& folder) { write_fake(folder / "a/1.png", 1, 90); }

TEST_F(EvaluateTest, FnmrThatIsJustKeptPasses) {
  spoil(folder);
  options.max_fnmr = 0.5;
  EXPECT_EQ(run(), kPass);
  EXPECT_THAT(printed, HasSubstr("FNMR 0.5 at FMR 0: not more than --max-fnmr 0.5"));
}

TEST_F(EvaluateTest, FnmrAboveTheMostThatIsAllowedFails) {
  spoil(folder);
  options.max_fnmr = 0.49;
  EXPECT_EQ(run(), kFail);
  EXPECT_THAT(printed, HasSubstr("FNMR 0.5 at FMR 0: more than --max-fnmr 0.49"));
}

TEST_F(EvaluateTest, FnmrWithoutAMostFailsNothing) {
  spoil(folder);
  EXPECT_EQ(run(), kPass);
}

TEST_F(EvaluateTest, DeathOfTheMatcherFailsWhateverTheRates) {
  write_fake(folder / "a/1.png", 1, 20, Fake::crash);
  options.max_fnmr = 1;
  EXPECT_EQ(run(), kFail);
}

TEST_F(EvaluateTest, OutputThatCannotBeWrittenIsRefusedBeforeTheWork) {
  options.out = write("file", "") / "out";
  const std::string message = refusal(InputProblem::unreadable, [&] { run(); });
  EXPECT_THAT(message, HasSubstr("choose another with --out"));
  EXPECT_EQ(printed, "") << "pictures were looked at";
}

TEST_F(EvaluateTest, CheckOfTheOutputLeavesNoFileBehind) {
  for (const char* name : {"a/1.png", "b/1.png"}) write_fake(folder / name, 1, 0, Fake::no_face);
  EXPECT_THROW(run(), InputError);
  EXPECT_TRUE(fs::is_empty(out));
}

TEST_F(EvaluateTest, FolderOfFacesThatIsMissingIsRefused) {
  options.folder = folder / "none";
  EXPECT_THAT(refusal(InputProblem::unreadable, [&] { run(); }), HasSubstr("none"));
}

TEST_F(EvaluateTest, FolderOfAttacksThatIsMissingIsRefused) {
  options.attacks = folder / "none";
  EXPECT_THAT(refusal(InputProblem::unreadable, [&] { run(); }), HasSubstr("none"));
}

}  // namespace evaluate_test
}  // namespace uketsuke::bench

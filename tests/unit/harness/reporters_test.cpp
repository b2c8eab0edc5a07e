#include "harness/reporters.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::harness {
namespace reporters_test {

namespace fs = std::filesystem;
using testing::ElementsAre;

class WantedReports : public testing::Test {
 protected:
  std::ostringstream console;
  Reporters reporters = all_reporters(console, {});
  TemporaryFolder folder;

  std::vector<std::string> names(const std::vector<std::string>& options) {
    std::vector<std::string> found;
    for (const WantedReport& report : wanted_reports(reporters, options, folder.path()))
      found.push_back(report.reporter->name());
    return found;
  }
  std::string refusal(const std::vector<std::string>& options) {
    try {
      (void)wanted_reports(reporters, options, folder.path());
    } catch (const InputError& error) {
      return error.what();
    }
    return "accepted";
  }
};

TEST_F(WantedReports, AreAllAtTheirDefaultPlacesWhenNoneIsNamed) {
  const auto wanted = wanted_reports(reporters, {}, folder.path());
  ASSERT_EQ(wanted.size(), 4u);
  EXPECT_EQ(wanted[0].target, folder.path() / "results.jsonl");
  EXPECT_EQ(wanted[1].target, folder.path() / "junit.xml");
  EXPECT_EQ(wanted[2].target, folder.path() / "report.html");
  EXPECT_EQ(wanted[3].reporter->name(), "console");
  EXPECT_EQ(wanted[3].target, "");
}

TEST_F(WantedReports, AreThoseThatAreNamedAndTheConsoleComesLast) {
  EXPECT_THAT(names({"console", "junit"}), ElementsAre("junit", "console"));
}

TEST_F(WantedReports, GoWhereTheyAreSent) {
  const auto wanted =
      wanted_reports(reporters, {"junit=" + (folder.path() / "x.xml").string()}, "/nonexistent");
  ASSERT_EQ(wanted.size(), 1u);
  EXPECT_EQ(wanted[0].target, folder.path() / "x.xml");
}

TEST_F(WantedReports, OneKindMayGoToTwoPlaces) {
  EXPECT_THAT(names({"junit", "junit=" + (folder.path() / "x.xml").string()}), ElementsAre("junit", "junit"));
}

TEST_F(WantedReports, AnUnknownNameListsTheKnownOnes) {
  EXPECT_EQ(refusal({"nobody"}), "--report: unknown report \"nobody\" (known: jsonl, junit, html, console)");
}

TEST_F(WantedReports, AFolderIsRefused) {
  EXPECT_EQ(refusal({"html=" + folder.path().string()}),
            "--report: " + folder.path().string() + " is a folder; name a file");
}

TEST_F(WantedReports, APlaceThatCannotBeWrittenIsRefused) {
  EXPECT_THAT(refusal({"html=/nonexistent/r.html"}),
              testing::StartsWith("--report: /nonexistent/r.html cannot be written ("));
}

TEST_F(WantedReports, AMissingPathAfterTheSignIsRefused) {
  EXPECT_EQ(refusal({"junit="}), "--report: \"junit=\" has no file name; write junit=FILE");
}

TEST_F(WantedReports, TwoReportsInOneFileAreRefused) {
  const std::string file = (folder.path() / "x").string();
  EXPECT_EQ(refusal({"junit=" + file, "html=" + file}),
            "--report: two reports are written to " + file + "; give each its own file");
  EXPECT_EQ(refusal({"console", "console"}), "--report: \"console\" is given twice");
}

TEST_F(WantedReports, MayGoIntoAnOutputFolderThatTheRunWillMake) {
  const fs::path out = folder.path() / "new";
  const auto wanted = wanted_reports(reporters, {"junit=" + (out / "x.xml").string()}, out);
  ASSERT_EQ(wanted.size(), 1u);
  EXPECT_FALSE(fs::exists(out));
}

TEST_F(WantedReports, LeaveNoFileAtTheTriedPaths) {
  (void)wanted_reports(reporters, {}, folder.path());
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST_F(WantedReports, DoNotTouchTheReportOfAnEarlierRun) {
  std::ofstream(folder.path() / "junit.xml") << "old";
  (void)wanted_reports(reporters, {"junit"}, folder.path());
  std::ifstream file(folder.path() / "junit.xml");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "old");
}

}  // namespace reporters_test
}  // namespace uketsuke::harness

#include "reports/console/progress.h"

#include <gmock/gmock.h>

#include <sstream>

namespace uketsuke::reports {
namespace progress_test {

using record::Result;
using ::testing::EndsWith;
using ::testing::HasSubstr;

struct Told {
  double now = 100;
  std::ostringstream out;
  std::unique_ptr<Progress> progress;

  Told(const Style& style, std::size_t total)
      : progress(make_progress(out, style, total, [this] { return now; })) {}
};

const Style kTerminal{true, false, 80};

TEST(PlainProgress, TellsEveryTenth) {
  Told told({}, 20);
  for (int i = 0; i < 4; ++i) {
    told.now += 0.5;
    told.progress->add(Result::pass);
  }
  EXPECT_EQ(told.out.str(), " 10 %  2/20 cases  1.0 s\n 20 %  4/20 cases  2.0 s\n");
}

TEST(PlainProgress, BreaksASilenceOfFiveSeconds) {
  Told told({}, 100);
  told.now += 4.9;
  told.progress->add(Result::pass);
  EXPECT_EQ(told.out.str(), "");
  told.now += 0.1;
  told.progress->add(Result::pass);
  EXPECT_EQ(told.out.str(), "  2 %  2/100 cases  5.0 s\n");
}

TEST(PlainProgress, NamesFailuresAndErrors) {
  Told told({}, 3);
  for (const Result result : {Result::fail, Result::error, Result::error}) told.progress->add(result);
  EXPECT_THAT(told.out.str(), EndsWith("100 %  3/3 cases, 1 failed, 2 errors  0.0 s\n"));
}

TEST(PlainProgress, HasNoControlSequences) {
  Told told({}, 2);
  told.progress->add(Result::fail);
  told.progress->clear();
  told.progress->add(Result::fail);
  told.progress->finish();
  EXPECT_EQ(told.out.str().find_first_of("\x1b\r"), std::string::npos);
}

TEST(BarProgress, ShowsShareSpeedAndFailures) {
  Told told(kTerminal, 4);
  told.now += 0.5;
  told.progress->add(Result::fail);
  EXPECT_EQ(told.out.str(),
            "\r ━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  1/4 cases, 1 failed, 2 cases/s\x1b[K");
}

TEST(BarProgress, IsNotRedrawnMoreThanTenTimesASecond) {
  Told told(kTerminal, 1000);
  told.progress->add(Result::pass);
  const auto once = told.out.str().size();
  told.now += 0.05;
  told.progress->add(Result::pass);
  EXPECT_EQ(told.out.str().size(), once);
  told.now += 0.06;
  told.progress->add(Result::pass);
  EXPECT_THAT(told.out.str(), HasSubstr("3/1000"));
}

TEST(BarProgress, StaysInsideANarrowTerminal) {
  Told told({true, false, 40}, 10);
  told.now += 1;
  told.progress->add(Result::fail);
  EXPECT_EQ(told.out.str(), "\r ╌╌╌╌╌  1/10 cases, 1 failed, 1 cases/s\x1b[K");
}

TEST(BarProgress, ClearTakesTheBarAwayAndTheNextCaseDrawsItAgain) {
  Told told(kTerminal, 10);
  told.progress->add(Result::pass);
  told.progress->clear();
  EXPECT_THAT(told.out.str(), EndsWith("\r\x1b[K"));
  told.progress->add(Result::pass);
  EXPECT_THAT(told.out.str(), HasSubstr("2/10 cases"));
}

TEST(BarProgress, NothingIsLeftOfItAfterFinish) {
  Told told(kTerminal, 1);
  told.progress->add(Result::pass);
  told.progress->finish();
  EXPECT_THAT(told.out.str(), EndsWith("\r\x1b[K"));
}

}  // namespace progress_test
}  // namespace uketsuke::reports

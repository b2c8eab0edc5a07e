#include "reports/console/progress.h"

#include <gmock/gmock.h>

#include <sstream>

namespace uketsuke::reports {
namespace progress_test {

using record::Result;
using ::testing::EndsWith;
using ::testing::HasSubstr;

struct Shown {
  double now = 100;
  std::ostringstream out;
  std::unique_ptr<Progress> progress;

  Shown(const Style& style, std::size_t total)
      : progress(make_progress(out, style, total, [this] { return now; })) {}
};

const Style kTerminal{true, false, 80};

TEST(PlainProgress, TellsEveryTenth) {
  Shown shown({}, 20);
  for (int i = 0; i < 4; ++i) {
    shown.now += 0.5;
    shown.progress->add(Result::pass);
  }
  EXPECT_EQ(shown.out.str(), " 10 %  2/20 cases  1.0 s\n 20 %  4/20 cases  2.0 s\n");
}

TEST(PlainProgress, BreaksASilenceOfFiveSeconds) {
  Shown shown({}, 100);
  shown.now += 4.9;
  shown.progress->add(Result::pass);
  EXPECT_EQ(shown.out.str(), "");
  shown.now += 0.1;
  shown.progress->add(Result::pass);
  EXPECT_EQ(shown.out.str(), "  2 %  2/100 cases  5.0 s\n");
}

TEST(PlainProgress, NamesFailuresAndErrors) {
  Shown shown({}, 3);
  for (const Result result : {Result::fail, Result::error, Result::error}) shown.progress->add(result);
  EXPECT_THAT(shown.out.str(), EndsWith("100 %  3/3 cases, 1 failed, 2 errors  0.0 s\n"));
}

TEST(PlainProgress, HasNoControlSequences) {
  Shown shown({}, 2);
  shown.progress->add(Result::fail);
  shown.progress->clear();
  shown.progress->add(Result::fail);
  shown.progress->finish();
  EXPECT_EQ(shown.out.str().find_first_of("\x1b\r"), std::string::npos);
}

TEST(BarProgress, ShowsShareSpeedAndFailures) {
  Shown shown(kTerminal, 4);
  shown.now += 0.5;
  shown.progress->add(Result::fail);
  EXPECT_EQ(shown.out.str(),
            "\r ━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌  1/4 cases, 1 failed, 2 cases/s\x1b[K");
}

TEST(BarProgress, IsNotRedrawnMoreThanTenTimesASecond) {
  Shown shown(kTerminal, 1000);
  shown.progress->add(Result::pass);
  const auto once = shown.out.str().size();
  shown.now += 0.05;
  shown.progress->add(Result::pass);
  EXPECT_EQ(shown.out.str().size(), once);
  shown.now += 0.06;
  shown.progress->add(Result::pass);
  EXPECT_THAT(shown.out.str(), HasSubstr("3/1000"));
}

TEST(BarProgress, StaysInsideANarrowTerminal) {
  Shown shown({true, false, 40}, 10);
  shown.now += 1;
  shown.progress->add(Result::fail);
  EXPECT_EQ(shown.out.str(), "\r ╌╌╌╌╌  1/10 cases, 1 failed, 1 cases/s\x1b[K");
}

TEST(BarProgress, ClearTakesTheBarAwayAndTheNextCaseDrawsItAgain) {
  Shown shown(kTerminal, 10);
  shown.progress->add(Result::pass);
  shown.progress->clear();
  EXPECT_THAT(shown.out.str(), EndsWith("\r\x1b[K"));
  shown.progress->add(Result::pass);
  EXPECT_THAT(shown.out.str(), HasSubstr("2/10 cases"));
}

TEST(BarProgress, NothingIsLeftOfItAfterFinish) {
  Shown shown(kTerminal, 1);
  shown.progress->add(Result::pass);
  shown.progress->finish();
  EXPECT_THAT(shown.out.str(), EndsWith("\r\x1b[K"));
}

}  // namespace progress_test
}  // namespace uketsuke::reports

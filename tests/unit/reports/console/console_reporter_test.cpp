#include "reports/console/console_reporter.h"

#include <gmock/gmock.h>

#include <sstream>

#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace console_reporter_test {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class ConsoleReporterTest : public InFolder {
 protected:
  RunSummary summary;
  std::ostringstream out;

  RunFiles files_of() const { return {{}, {}, {}, run(), {0.41, false}, {}, summary}; }
};

TEST_F(ConsoleReporterTest, WithoutATargetWritesToItsStream) {
  summary.add(passed("a"));
  summary.add(failed("b"));
  ConsoleReporter(out, {}).write(files_of(), {});
  EXPECT_THAT(out.str(), HasSubstr("suites/limit.yaml"));
  EXPECT_THAT(out.str(), HasSubstr("2 cases: 1 passed, 1 failed"));
  EXPECT_THAT(out.str(), EndsWith("0.41 s\n"));
  EXPECT_THAT(files(), ElementsAre());
}

TEST_F(ConsoleReporterTest, WithATargetWritesTheSameThereAndNothingToTheStream) {
  summary.add(passed("a"));
  ConsoleReporter(out, {}).write(files_of(), folder / "console.txt");
  EXPECT_EQ(out.str(), "");
  std::ostringstream stream;
  ConsoleReporter(stream, {}).write(files_of(), {});
  EXPECT_EQ(text_of("console.txt"), stream.str());
}

TEST_F(ConsoleReporterTest, AFileHasNoColours) {
  summary.add(failed("b"));
  const Style colour{true, true, 100};
  ConsoleReporter(out, colour).write(files_of(), {});
  EXPECT_THAT(out.str(), HasSubstr("\x1b["));
  ConsoleReporter(out, colour).write(files_of(), folder / "console.txt");
  EXPECT_THAT(text_of("console.txt"), Not(HasSubstr("\x1b")));
}

TEST_F(ConsoleReporterTest, IsCalledConsoleAndGoesToStandardOutput) {
  EXPECT_EQ(ConsoleReporter(out, {}).name(), "console");
  EXPECT_TRUE(ConsoleReporter(out, {}).default_file().empty());
}

}  // namespace console_reporter_test
}  // namespace uketsuke::reports

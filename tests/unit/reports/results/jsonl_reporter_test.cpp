#include "reports/results/jsonl_reporter.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace jsonl_reporter_test {

using namespace testing;
using ::testing::ElementsAre;

class JsonlReporterTest : public InFolder {
 protected:
  RunSummary summary;
  RunFiles files_of(const std::filesystem::path& results) const {
    return {results, folder, folder, run(), {}, {}, summary};
  }
};

TEST_F(JsonlReporterTest, WritesTheBytesOfTheResults) {
  const auto file = results({passed("a"), failed("b")});
  JsonlReporter().write(files_of(file), folder / "copy.jsonl");
  EXPECT_EQ(text_of("copy.jsonl"), text_of("results.jsonl"));
  EXPECT_FALSE(text_of("copy.jsonl").empty());
}

TEST_F(JsonlReporterTest, ACopyOfMoreThanOneBlockIsWhole) {
  std::string big;
  while (big.size() < 200'000) big += std::to_string(big.size()) + "\n";
  write("results.jsonl", big);
  JsonlReporter().write(files_of(folder / "results.jsonl"), folder / "copy.jsonl");
  EXPECT_EQ(text_of("copy.jsonl"), big);
}

TEST_F(JsonlReporterTest, OntoItselfChangesNothing) {
  const auto file = results({passed("a")});
  const std::string before = text_of("results.jsonl");
  JsonlReporter().write(files_of(file), file);
  JsonlReporter().write(files_of(file), folder / "." / "results.jsonl");
  EXPECT_EQ(text_of("results.jsonl"), before);
}

TEST_F(JsonlReporterTest, ResultsThatAreNotThereLeaveNoReport) {
  EXPECT_THROW(JsonlReporter().write(files_of(folder / "none.jsonl"), folder / "copy.jsonl"), SystemError);
  EXPECT_THAT(files(), ElementsAre());
}

TEST_F(JsonlReporterTest, AFullDiskLeavesTheOldReport) {
  const auto file = results({passed("a")});
  write("copy.jsonl", "old");
  fill_disk_under("copy.jsonl");
  EXPECT_THROW(JsonlReporter().write(files_of(file), folder / "copy.jsonl"), SystemError);
  EXPECT_EQ(text_of("copy.jsonl"), "old");
}

TEST_F(JsonlReporterTest, IsCalledJsonl) {
  EXPECT_EQ(JsonlReporter().name(), "jsonl");
  EXPECT_EQ(JsonlReporter().default_file(), "results.jsonl");
}

}  // namespace jsonl_reporter_test
}  // namespace uketsuke::reports

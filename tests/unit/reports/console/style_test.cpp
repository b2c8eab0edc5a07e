#include "reports/console/style.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <unistd.h>

#include <map>
#include <string>

namespace uketsuke::reports {
namespace style_test {

/// A pseudo-terminal of 72 columns.
class StyleOnTerminal : public ::testing::Test {
 protected:
  void SetUp() override {
    winsize size{};
    size.ws_col = 72;
    size.ws_row = 24;
    ASSERT_EQ(openpty(&master_, &terminal, nullptr, nullptr, &size), 0);
  }
  void TearDown() override {
    close(master_);
    close(terminal);
  }

  Style style(const std::map<std::string, std::string>& variables) const {
    return style_for(terminal, [&](const char* name) -> const char* {
      const auto found = variables.find(name);
      return found == variables.end() ? nullptr : found->second.c_str();
    });
  }

  int terminal = -1;

 private:
  int master_ = -1;
};

TEST_F(StyleOnTerminal, HasColourAndItsWidth) {
  const Style found = style({{"TERM", "xterm"}});
  EXPECT_TRUE(found.terminal);
  EXPECT_TRUE(found.colour);
  EXPECT_EQ(found.width, 72);
}

TEST_F(StyleOnTerminal, NoColorTakesTheColourAndLeavesTheBar) {
  const Style found = style({{"NO_COLOR", "1"}});
  EXPECT_FALSE(found.colour);
  EXPECT_TRUE(found.terminal);
}

TEST_F(StyleOnTerminal, EmptyNoColorSaysNothing) { EXPECT_TRUE(style({{"NO_COLOR", ""}}).colour); }
TEST_F(StyleOnTerminal, CiMeansPlainLines) { EXPECT_FALSE(style({{"CI", "true"}}).terminal); }
TEST_F(StyleOnTerminal, CiFalseIsNoCi) { EXPECT_TRUE(style({{"CI", "false"}}).terminal); }
TEST_F(StyleOnTerminal, DumbTerminalGetsPlainLines) { EXPECT_FALSE(style({{"TERM", "dumb"}}).terminal); }

TEST(StyleOfAFile, IsPlain) {
  const int file = open("/dev/null", O_WRONLY);
  const Style found = style_for(file, [](const char*) -> const char* { return nullptr; });
  close(file);
  EXPECT_FALSE(found.terminal);
  EXPECT_FALSE(found.colour);
}

}  // namespace style_test
}  // namespace uketsuke::reports

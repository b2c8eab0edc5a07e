#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <sstream>

#include "tests/unit/walls/source_tree.h"

namespace uketsuke::walls {
namespace text_test {

// Each is written in two halves, so that this file does not contain it.
const std::regex& forbidden() {
  static const std::regex pattern(
      "\\bTO"
      "DO\\b|\\bFIX"
      "ME\\b"  // unfinished work
      "|/ho"
      "me/[a-z]|/Us"
      "ers/[A-Za-z]"  // paths of one person's machine
      "|deb\\.deb"
      "ian\\.org|pypi\\."
      "org|registry\\.npm"
      "js\\.org"  // a mirror is the user's choice
      "|^-----BEGIN [A-Z ]*PRIV"
      "ATE KEY");  // test keys are made at set-up
  return pattern;
}

/// The first thing in a text that no file may contain, as `line: what`.
std::optional<std::string> first_forbidden(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (line.size() < 4096 && std::regex_search(line, match, forbidden())) {
      return std::to_string(number) + ": " + match.str();
    }
  }
  return std::nullopt;
}

TEST(FirstForbidden, FindsUnfinishedWork) {
  EXPECT_EQ(first_forbidden("a\n// TO"
                            "DO: b\n"),
            "2: TO"
            "DO");
}

TEST(FirstForbidden, FindsAPathOfOneMachine) {
  EXPECT_EQ(first_forbidden("cd /ho"
                            "me/hanako/x"),
            "1: /ho"
            "me/h");
}

TEST(FirstForbidden, FindsAPrivateKey) {
  EXPECT_EQ(first_forbidden("-----BEGIN RSA PRIV"
                            "ATE KEY-----"),
            "1: -----BEGIN RSA PRIV"
            "ATE KEY");
}

TEST(FirstForbidden, LeavesOrdinaryWordsAlone) {
  EXPECT_EQ(first_forbidden("what is to do here: fix me a bowl of soup at home/, mastodon"), std::nullopt);
}

TEST(Text, NoFileOfTheTreeContainsForbiddenText) {
  for (const std::string& file : written_files(UKETSUKE_ROOT)) {
    const std::string text = read(std::filesystem::path(UKETSUKE_ROOT) / file);
    if (text.find('\0') != std::string::npos) continue;  // a picture
    const auto found = first_forbidden(text);
    EXPECT_FALSE(found) << file << ":" << *found;
  }
}

}  // namespace text_test
}  // namespace uketsuke::walls

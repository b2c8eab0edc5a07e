#include "base/nearest.h"

#include <gtest/gtest.h>

namespace uketsuke {
namespace nearest_test {

const std::vector<std::string> kSteps = {"insert_card", "remove_card", "enter_pin", "answer"};

TEST(Nearest, FindsTheWordWithOneLetterTooMany) { EXPECT_EQ(nearest("enter_pinn", kSteps), "enter_pin"); }

TEST(Nearest, FindsTheWordWithTwoLettersSwapped) { EXPECT_EQ(nearest("insert_crad", kSteps), "insert_card"); }

TEST(Nearest, ChoosesTheClosestOfTwoThatAreClose) {
  EXPECT_EQ(nearest("given", {"not_given", "givens", "gives"}), "givens");
}

TEST(Nearest, NothingIsCloseToAnotherWord) { EXPECT_FALSE(nearest("passport", kSteps)); }

TEST(Nearest, ShortWordMayDifferInOneLetter) { EXPECT_EQ(nearest("pim", {"pin", "face"}), "pin"); }

TEST(Suggestion, NamesTheNearestWord) {
  EXPECT_EQ(suggestion("enter_pinn", kSteps), " (did you mean \"enter_pin\"?)");
}

TEST(Suggestion, ListsTheKnownWordsWhereNoneIsClose) {
  EXPECT_EQ(suggestion("passport", {"face", "pin"}), " (known: face, pin)");
}

TEST(Suggestion, ListsAtMostTwenty) {
  const std::vector<std::string> many(21, "word");
  std::string listed = "word";
  for (int i = 1; i < 20; ++i) listed += ", word";
  EXPECT_EQ(suggestion("passport", many), " (known: " + listed + ", …)");
}

TEST(Suggestion, IsEmptyWhereNothingIsKnown) { EXPECT_EQ(suggestion("x", {}), ""); }

}  // namespace nearest_test
}  // namespace uketsuke

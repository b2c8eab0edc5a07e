#include "scenarios/loader/words.h"

#include <gtest/gtest.h>

#include "record/words/identity_words.h"
#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace words_test {

using record::Method;

yaml::Value value(const std::string& text) { return yaml::parse(text, "t.yaml").at(0); }

TEST(ListOf, KeepsOrderAndRepetition) {
  EXPECT_EQ(list_of<Method>(value("[pin, face, pin]")),
            (std::vector<Method>{Method::pin, Method::face, Method::pin}));
}

TEST(SetOf, HasEachWordOnce) {
  EXPECT_EQ(set_of<Method>(value("[pin, face]")), (std::set<Method>{Method::face, Method::pin}));
}

TEST(SetOf, WordThatAppearsTwiceIsAnErrorAtTheSecond) {
  const auto error = failure([] { set_of<Method>(value("[pin, pin]")); });
  EXPECT_EQ(error.problem, InputProblem::duplicate_name);
  EXPECT_EQ(error.what, "t.yaml:1:7: \"pin\" appears twice in this list");
}

TEST(AllDigits, AreTheTenOfAscii) {
  EXPECT_TRUE(all_digits("0123456789"));
  EXPECT_TRUE(all_digits(""));
  for (const char* other : {"12a", "1 2", "-1", "１"}) EXPECT_FALSE(all_digits(other)) << other;
}

TEST(NameOf, IsSmallLettersDigitsAndHyphens) {
  EXPECT_EQ(name_of(value("sato-hanako-2")), "sato-hanako-2");
  for (const std::string wrong : {"", "-x", "Sato", "a_b", "a/b", "../x", "é"}) {
    EXPECT_EQ(failure([&] { name_of(value("\"" + wrong + "\"")); }).what,
              "t.yaml:1:1: \"" + wrong + "\" is not a name (use lower-case letters, digits and hyphens)");
  }
}

}  // namespace words_test
}  // namespace uketsuke::scenario

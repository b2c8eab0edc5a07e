#include "base/yaml/value.h"

#include <gtest/gtest.h>

#include <functional>

#include "base/enum_names.h"
#include "base/yaml/document.h"

namespace uketsuke::yaml {
namespace value_test {

UKETSUKE_ENUM(Colour, red, green)
Value value(const std::string& text) {
  return parse("v: " + text + "\n", "t.yaml").front().map().required("v");
}

std::string message(const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    return error.what();
  }
  ADD_FAILURE() << "no error";
  return {};
}

TEST(Value, KnowsItsPlace) { EXPECT_EQ(to_string(value("x").place()), "t.yaml:1:4"); }

TEST(Value, NumberInRangeIsRead) { EXPECT_EQ(value("3").integer(0, 3), 3); }

TEST(Value, NumberOutOfRangeNamesTheRange) {
  EXPECT_EQ(message([] { value("4").integer(0, 3); }), "t.yaml:1:4: expected a number from 0 to 3, found 4");
}

TEST(Value, NumberThatNoMachineHoldsIsOutOfRange) {
  EXPECT_EQ(message([] { value("99999999999999999999").integer(0, 3); }),
            "t.yaml:1:4: expected a number from 0 to 3, found 99999999999999999999");
}

TEST(Value, WordIsNoNumber) {
  EXPECT_EQ(message([] { value("three").integer(0, 3); }),
            "t.yaml:1:4: expected a whole number, found \"three\"");
}

TEST(Value, FractionIsNoWholeNumber) {
  EXPECT_EQ(message([] { value("1.5").integer(0, 3); }),
            "t.yaml:1:4: expected a whole number, found \"1.5\"");
}

TEST(Value, OnlyTrueAndFalseAreBoolean) {
  EXPECT_TRUE(value("true").boolean());
  EXPECT_FALSE(value("false").boolean());
  EXPECT_EQ(message([] { value("yes").boolean(); }), "t.yaml:1:4: expected true or false, found \"yes\"");
}

TEST(Value, DayThatNoCalendarHasIsRefused) {
  EXPECT_EQ(message([] { value("2024-02-30").date(); }),
            "t.yaml:1:4: \"2024-02-30\" is not a date (write 2024-10-07)");
}

TEST(Value, DurationNeedsItsUnit) {
  EXPECT_EQ(value("2s").duration(), std::chrono::seconds(2));
  EXPECT_THROW(value("2").duration(), InputError);
}

TEST(Value, WordOutOfAnEnumerationIsReadByItsName) {
  EXPECT_EQ(value("green").one_of<Colour>(), Colour::green);
}

TEST(Value, WordThatTheEnumerationLacksGetsASuggestion) {
  EXPECT_EQ(message([] { value("gren").one_of<Colour>(); }),
            "t.yaml:1:4: \"gren\" is not a valid value of this key (did you mean \"green\"?)");
}

TEST(Value, ListWhereASingleValueIsExpected) {
  EXPECT_EQ(message([] { value("[1]").text(); }), "t.yaml:1:4: expected a single value, found a list");
}

TEST(Value, ValueThatIsLeftOutStandsAtItsKey) {
  EXPECT_EQ(message([] {
              parse("a:\n  b:\n\n\nc: 1\n", "t.yaml").front().map().required("a").map().required("b").text();
            }),
            "t.yaml:2:3: expected a single value, found nothing");
}

TEST(Value, SingleValueWhereAListIsExpected) {
  EXPECT_EQ(message([] { value("x").items(); }), "t.yaml:1:4: expected a list, found a single value");
}

TEST(Value, SingleValueWhereAMapIsExpected) {
  EXPECT_EQ(message([] { value("x").map(); }), "t.yaml:1:4: expected a map, found a single value");
}

TEST(Map, MissingKeyNamesTheMap) {
  EXPECT_EQ(message([] { value("{ a: 1 }").map().required("b"); }), "t.yaml:1:4: the key \"b\" is missing");
}

TEST(Map, KeyThatNothingReadsIsAnErrorWithTheNearestThatWas) {
  EXPECT_EQ(message([] {
              Map map = value("{ reciption: 1 }").map();
              map.optional("reception");
              map.finish();
            }),
            "t.yaml:1:6: unknown key \"reciption\" (did you mean \"reception\"?)");
}

TEST(Map, BilingualTextNeedsBothLanguages) {
  EXPECT_EQ(value("{ ja: 例, en: example }").bilingual(), (Text{"例", "example"}));
  EXPECT_EQ(message([] { value("{ ja: 例 }").bilingual(); }), "t.yaml:1:4: the key \"en\" is missing");
}

}  // namespace value_test
}  // namespace uketsuke::yaml

#include "base/enum_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <type_traits>

namespace uketsuke {
namespace enum_names_test {

UKETSUKE_ENUM(Animal,
              cat,   ///< a comment with a comma, and a second_word
              dog_,  // a comment of the other kind
              guinea_pig)

UKETSUKE_ENUM(Answer,
              yes,                                  ///< as written
              enroll UKETSUKE_NAME("register"),     ///< a C++ keyword
              income UKETSUKE_NAME("オ（境）"),     ///< not an identifier
              several UKETSUKE_NAME("one, two 3"),  ///< a word with a comma
              delete_,                              ///< a keyword
)

UKETSUKE_CAMEL_ENUM(Info,
                    diagnosis_info,       ///< several words
                    eligibility,          ///< one word
                    level_2_certificate,  ///< a number between words
                    new_,                 ///< a keyword
)

UKETSUKE_BYTE_ENUM(Phase, idle, done)

TEST(EnumNames, NameIsTheEnumerator) { EXPECT_EQ(to_name(Animal::guinea_pig), "guinea_pig"); }

TEST(EnumNames, UnderscoreAtTheEndIsNoPartOfTheName) {
  EXPECT_EQ(to_name(Answer::delete_), "delete");
  EXPECT_EQ(from_name<Answer>("delete"), Answer::delete_);
  EXPECT_FALSE(from_name<Answer>("delete_"));
}

TEST(EnumNames, NameOfItsOwnTakesTheEnumeratorsPlace) {
  EXPECT_EQ(to_name(Answer::enroll), "register");
  EXPECT_EQ(from_name<Answer>("register"), Answer::enroll);
  EXPECT_FALSE(from_name<Answer>("enroll"));
}

TEST(EnumNames, NameOfItsOwnIsAnyText) {
  EXPECT_EQ(to_name(Answer::income), "オ（境）");
  EXPECT_EQ(to_name(Answer::several), "one, two 3");
}

TEST(EnumNames, CamelCaseJoinsWordsThatBeginLarge) {
  EXPECT_THAT(names_of<Info>(),
              testing::ElementsAre("DiagnosisInfo", "Eligibility", "Level2Certificate", "New"));
}

TEST(EnumNames, CamelCaseIsReadBack) {
  EXPECT_EQ(from_name<Info>("DiagnosisInfo"), Info::diagnosis_info);
  EXPECT_FALSE(from_name<Info>("diagnosis_info"));
}

TEST(EnumNames, NameEndsWithA0AsALiteralDoes) {
  EXPECT_STREQ(to_name(Animal::cat).data(), "cat");
  EXPECT_STREQ(to_name(Answer::enroll).data(), "register");
  EXPECT_STREQ(to_name(Info::diagnosis_info).data(), "DiagnosisInfo");
  EXPECT_STREQ(to_name(Info::new_).data(), "New");  // the last one
}

TEST(EnumNames, EveryValueComesBackFromItsName) {
  for (const auto& [value, name] : enum_names(Answer{})) EXPECT_EQ(from_name<Answer>(name), value) << name;
}

TEST(EnumNames, UnknownNameIsNothing) {
  EXPECT_FALSE(from_name<Animal>("Cat"));
  EXPECT_FALSE(from_name<Animal>("ca"));
  EXPECT_FALSE(from_name<Animal>(""));
}

TEST(EnumNames, NumberThatIsNoValueHasAMarkForAName) {
  EXPECT_EQ(to_name(static_cast<Animal>(3)), "?");
  EXPECT_EQ(to_name(static_cast<Animal>(-1)), "?");
}

TEST(EnumNames, ValuesStandInOrderOfDeclarationFromZero) {
  int expected = 0;
  for (const auto& [value, name] : enum_names(Answer{}))
    EXPECT_EQ(static_cast<int>(value), expected++) << name;
  EXPECT_EQ(expected, 5);
}

TEST(EnumNames, CommaAfterTheLastValueIsNoValue) {
  EXPECT_EQ(kEnumCount<Animal>, 3u);
  EXPECT_EQ(kEnumCount<Answer>, 5u);
  EXPECT_EQ(kEnumCount<Info>, 4u);
}

TEST(EnumNames, ByteEnumIsOneByte) {
  EXPECT_TRUE((std::is_same_v<std::underlying_type_t<Phase>, std::uint8_t>));
  EXPECT_EQ(to_name(Phase::done), "done");
}

// The compiler reaches these for a list that it cannot parse.
TEST(EnumNames, ValueOfItsOwnIsRefused) {
  EXPECT_THROW(enum_names_detail::count("unspecified = 0, key_compromise = 1"), const char*);
}

TEST(EnumNames, NameThatIsNotATextIsRefused) {
  EXPECT_THROW(enum_names_detail::count("enroll UKETSUKE_NAME(\"a\" \"b\")"), const char*);
}

// Evaluated at compile time: a table in read-only memory, and static_asserts about it.
static_assert(to_name(Info::eligibility) == "Eligibility");
static_assert(from_name<Animal>("dog") == Animal::dog_);

}  // namespace enum_names_test
}  // namespace uketsuke

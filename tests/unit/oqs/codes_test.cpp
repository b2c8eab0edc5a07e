#include "oqs/codes.h"

#include <gtest/gtest.h>

#include <set>

namespace uketsuke::oqs {
namespace codes_test {

TEST(Codes, NumbersAndValuesAreUnique) {
  std::set<std::string_view> numbers;
  for (const CodeTable& table : code_tables()) {
    EXPECT_TRUE(numbers.insert(table.number).second) << table.number;
    std::set<std::string_view> values;
    for (const Code& code : table.codes)
      EXPECT_TRUE(values.insert(code.value).second) << table.number << code.value;
  }
}

std::string meaning(std::string_view table, std::string_view value) {
  const CodeTable* found = code_table(table);
  if (found == nullptr) return "no table";
  const Code* code = found->find(value);
  return code == nullptr ? "no code" : std::string(code->ja);
}

// Values and words: the tables in docs/oqs.md's public programs, one code of every kind that changes what a
// receipt program does.
TEST(Codes, MeanWhatReceiptProgramsTakeThemFor) {
  EXPECT_EQ(meaning("OQSCD002", "1"), "マイナンバーカード");
  EXPECT_EQ(meaning("OQSCD003", "9"), "異常終了");
  EXPECT_EQ(meaning("OQSCD004", "2"), "エラー");
  EXPECT_EQ(meaning("OQSCD005", "0"), "UTF-8");
  EXPECT_EQ(meaning("OQSCD005", "1"), "Shift_JIS");
  EXPECT_EQ(meaning("OQSCD006", "6"), "有効（未登録）");
  EXPECT_EQ(meaning("OQSCD007", "1"), "男");
  EXPECT_EQ(meaning("OQSCD007", "2"), "女");
  EXPECT_EQ(meaning("OQSCD016", "0"), "同意なし");
  EXPECT_EQ(meaning("OQSCD016", "1"), "同意あり");
  EXPECT_EQ(meaning("OQSCD017", "2"), "紙の処方箋");
}

TEST(Codes, AValueIsFoundByAllOfItsCharacters) {
  EXPECT_EQ(meaning("OQSCD008", "01"), "死亡");
  EXPECT_EQ(meaning("OQSCD008", "1"), "no code");
  EXPECT_EQ(meaning("OQSCD008", "010"), "no code");
  EXPECT_EQ(meaning("OQSCD008", ""), "no code");
  EXPECT_EQ(meaning("OQSCD007", "１"), "no code");  // full width
}

TEST(Codes, AnUnknownNumberHasNoTable) {
  for (const char* number : {"", "OQSCD", "OQSCD000", "OQSCD014", "oqscd006", "OQSCD0061"})
    EXPECT_EQ(code_table(number), nullptr) << number;
}

TEST(Codes, ATableListsItsValuesInOrderForAMessage) {
  EXPECT_EQ(code_table("OQSCD007")->listed(), "1 男, 2 女, 3 未設定");
  EXPECT_EQ(code_table("OQSCD015")->listed(), "1 未就学");
  EXPECT_EQ(CodeTable{}.listed(), "");
}

TEST(Codes, EveryCodeIsNamedInBothLanguages) {
  for (const CodeTable& table : code_tables()) {
    EXPECT_FALSE(table.ja.empty() || table.en.empty()) << table.number;
    EXPECT_FALSE(table.codes.empty()) << table.number;
    for (const Code& code : table.codes) {
      EXPECT_FALSE(code.ja.empty()) << table.number << " " << code.value;
      for (const char letter : code.en)
        EXPECT_GE(letter, ' ') << "an English gloss that is not ASCII: " << code.en;
    }
  }
}

// Columns of a table have one width, or a value could be the beginning of another.
TEST(Codes, ValuesOfATableAreEquallyLong) {
  for (const CodeTable& table : code_tables()) {
    for (const Code& code : table.codes)
      EXPECT_EQ(code.value.size(), table.codes.front().value.size()) << table.number << " " << code.value;
  }
}

}  // namespace codes_test
}  // namespace uketsuke::oqs

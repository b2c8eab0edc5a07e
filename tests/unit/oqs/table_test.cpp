#include "oqs/table.h"

#include <gmock/gmock.h>

#include <sstream>

#include "oqs/xml/half_width_kana.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace table_test {

TEST(Table, ExplainsCodesAndKeepsUnknownElements) {
  const std::string table = table_of(
      parse_xml("<XmlMsg><MessageBody><QualificationValidity>3</QualificationValidity><Birthdate>19850412</"
                "Birthdate><Odd>20241007090006</Odd></MessageBody></XmlMsg>",
                "f"));
  EXPECT_EQ(table,
            "ボディ                                  body\n"
            "  資格有効性  3 無効（新しい資格あり）  validity: not valid, there is a newer insurance\n"
            "  生年月日    1985-04-12                born\n"
            "  Odd         2024-10-07 09:00:06       unknown element <Odd>\n");
}

std::string rows_of(const std::string& inside) {
  return table_of(parse_xml("<XmlMsg>" + inside + "</XmlMsg>", "f"));
}

TEST(Table, OfAnEmptyMessageIsEmpty) { EXPECT_EQ(rows_of(""), ""); }

TEST(Table, ACodeThatTheTableHasNotIsMarked) {
  EXPECT_EQ(rows_of("<QualificationValidity>8</QualificationValidity>"), "資格有効性  8 ?  validity\n");
}

TEST(Table, ADayThatNoCalendarHasIsShownAsItIsWritten) {
  EXPECT_THAT(rows_of("<Birthdate>20230229</Birthdate>"), ::testing::HasSubstr("  20230229  "));
}

TEST(Table, EightDigitsOfAnotherElementAreNoDate) {
  EXPECT_THAT(rows_of("<InsurerNumber>20240101</InsurerNumber>"), ::testing::HasSubstr("20240101"));
}

TEST(Table, AnOlderNameIsExplainedAsTheElementItMeans) {
  const std::string older = rows_of("<PharmaceuticalInfoConsFlg>1</PharmaceuticalInfoConsFlg>");
  EXPECT_EQ(older, rows_of("<PharmacistsInfoConsFlg>1</PharmacistsInfoConsFlg>"));
  EXPECT_THAT(older, ::testing::HasSubstr("1 同意あり"));
}

TEST(Table, EveryElementOfAMessageHasItsLine) {
  const std::string xml = golden("face.utf-8.xml");
  std::size_t elements = 0;
  for (std::size_t i = 0; i + 1 < xml.size(); ++i)
    elements += xml[i] == '<' && xml[i + 1] != '/' && xml[i + 1] != '?' ? 1 : 0;
  const std::string table = table_of(parse_xml(xml, "f"));
  EXPECT_EQ(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')), elements - 1);  // no root
}

TEST(Table, ValuesBeginInOneColumnWhateverTheWidthOfTheirLabels) {
  std::istringstream lines(rows_of("<Sex1>1</Sex1><Birthdate>19850412</Birthdate><Odd>x</Odd>"));
  std::string first;
  std::string second;
  std::string third;
  std::getline(lines, first);
  std::getline(lines, second);
  std::getline(lines, third);
  const std::size_t column = columns(first.substr(0, first.find("1 男")));
  EXPECT_EQ(columns(second.substr(0, second.find("1985-04-12"))), column);
  EXPECT_EQ(columns(third.substr(0, third.find("  x  ") + 2)), column);
}

}  // namespace table_test
}  // namespace uketsuke::oqs

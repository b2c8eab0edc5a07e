#include "oqs/vocabulary.h"

#include <gtest/gtest.h>

#include <set>

#include "oqs/codes.h"
#include "oqs/layout.h"
#include "oqs/table.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace vocabulary_test {

void expect_words(const Element& element) {
  EXPECT_NE(word(element.name), nullptr) << element.name;
  for (const Element& child : element.children) expect_words(child);
}

TEST(Vocabulary, EveryElementHasAWord) {
  expect_words(result_layout());
  expect_words(request_layout());
}

TEST(Vocabulary, EveryCodeTableThatAWordNamesExists) {
  for (const char* name :
       {"QualificationValidity", "Sex1", "InsuredCardClassification", "PharmacistsInfoConsFlg"}) {
    EXPECT_NE(code_table(word(name)->codes), nullptr) << name;
  }
}

TEST(Codes, NumbersAndValuesAreUnique) {
  std::set<std::string_view> numbers;
  for (const CodeTable& table : code_tables()) {
    EXPECT_TRUE(numbers.insert(table.number).second) << table.number;
    std::set<std::string_view> values;
    for (const Code& code : table.codes)
      EXPECT_TRUE(values.insert(code.value).second) << table.number << code.value;
  }
}

TEST(Layout, AnAliasMeansAnElementThatExists) {
  const Element* result =
      result_layout().child("MessageBody")->child("ResultList")->child("ResultOfQualificationConfirmation");
  for (const char* written :
       {"PharmaceuticalInfoConsFlg", "PharmaceuticalInfoConsTime", "PharmaceuticalInfoAcquisitionTime",
        "SpecificHealthCheckupsInfoAcquisitionTime", "DiagnosisInfoConsTim"}) {
    EXPECT_NE(result->child(canonical(written)), nullptr) << written;
    EXPECT_EQ(result->child(written), nullptr) << written;
  }
}

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

}  // namespace vocabulary_test
}  // namespace uketsuke::oqs

#include "oqs/vocabulary.h"

#include <gtest/gtest.h>

#include "oqs/codes.h"
#include "oqs/layout.h"

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

}  // namespace vocabulary_test
}  // namespace uketsuke::oqs

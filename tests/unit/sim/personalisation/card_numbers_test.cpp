#include "sim/personalisation/card_numbers.h"

#include <gtest/gtest.h>

namespace uketsuke::personalisation {

namespace card_numbers_test {

Date day(const char* text) { return *parse_date(text); }

scenario::CardProfile card() {
  scenario::CardProfile card;
  card.expires = day("2035-02-17");
  card.security_code = record::Secret("2285");
  card.my_number = record::Secret("123456789018");
  return card;
}

TEST(CardNumbers, NumberBIsThatOfTheWorkedExample) {
  // docs/card-facts.md §1.9: 55 02 17 2035 2285 for a person born on 1980-02-17; trap 3
  EXPECT_EQ(card_face_number_b(day("1980-02-17"), card()).reveal(), "55021720352285");
}

TEST(CardNumbers, NumberAIsTheMyNumber) { EXPECT_EQ(card_face_number_a(card()).reveal(), "123456789018"); }

TEST(CardNumbers, BirthDateKeyIsTheEraDate) {
  EXPECT_EQ(birth_date_key(day("1980-02-17")).reveal(), "550217");
}

}  // namespace card_numbers_test
}  // namespace uketsuke::personalisation

#include "sim/personalisation/card_numbers.h"

#include <gtest/gtest.h>

#include "sim/personalisation/japanese_era.h"

namespace uketsuke::personalisation {

namespace card_numbers_test {

Date day(const char* text) { return *parse_date(text); }

TEST(JapaneseEra, ErasBeginOnTheirFirstDay) {
  // 元号: Taishō 1912-07-30, Shōwa 1926-12-25, Heisei 1989-01-08, Reiwa 2019-05-01
  EXPECT_EQ(era_six_digits(day("1912-07-29")), "450729");
  EXPECT_EQ(era_six_digits(day("1912-07-30")), "010730");
  EXPECT_EQ(era_six_digits(day("1926-12-24")), "151224");
  EXPECT_EQ(era_six_digits(day("1926-12-25")), "011225");
  EXPECT_EQ(era_six_digits(day("1989-01-07")), "640107");
  EXPECT_EQ(era_six_digits(day("1989-01-08")), "010108");
  EXPECT_EQ(era_six_digits(day("2019-04-30")), "310430");
  EXPECT_EQ(era_six_digits(day("2019-05-01")), "010501");
}

TEST(JapaneseEra, DayBeforeTheGregorianCalendarIsRefused) {
  EXPECT_THROW(to_era(day("1872-12-31")), std::invalid_argument);
}

TEST(JapaneseEra, FormOfTheSigningCertificateHasEraAndGregorianDate) {
  EXPECT_EQ(era_and_gregorian(day("1980-02-17")), "319800217");
  EXPECT_EQ(era_and_gregorian(day("2020-01-01")), "520200101");
}

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

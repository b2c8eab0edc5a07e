#include <gtest/gtest.h>

#include <set>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace dispatch_test {

// Status words for unsupported headers: docs/card-facts.md §2.3.

struct Row {
  const char* why;
  const char* command;
  const char* answer;
};

TEST(ChipDispatch, AnswersByClassThenInstructionThenParameters) {
  const Row rows[] = {
      {"first channel", "01A4040C0A D392F000260100000001", "6881"},
      {"third channel", "03B0000000", "6881"},
      {"further interindustry channel", "40B0000000", "6881"},
      {"unknown class", "B0A40400", "6E00"},
      {"class of a phone's chip", "FFCA000000", "6E00"},
      {"unknown instruction", "00010000", "6D00"},
      {"unknown instruction in the card's own class", "80010000", "6D00"},
      {"standard PSO does not exist", "002A9E9A 01 00 00", "6D00"},
      {"MSE does not exist", "002241B6 01 00", "6D00"},
      {"GET RESPONSE does not exist", "00C0000000", "6D00"},
      {"RESET RETRY COUNTER is not for the public", "002C0080 04 31323334", "6D00"},
      {"EXTERNAL AUTHENTICATE is not known to exist", "00820096", "6D00"},
      {"last command's indicator is a phone's", "80FC0000", "6700"},
      {"SET PUBLIC IC KEY with other parameters", "80A20000", "6A86"},
      {"SET PUBLIC IC KEY with 00AE", "80A200AE", "6A86"},
      {"SET PUBLIC IC KEY with 8000", "80A28000", "6A86"},
      {"SET PUBLIC IC KEY with 00B6", "80A200B6", "6A86"},
      {"secure messaging outside its application", "08B0000000", "6E00"},
      {"VERIFY with P1", "00200180", "6A86"},
      {"READ BINARY with reserved bits in P1", "00B0C00000", "6A86"},
      {"SIGN with P1 6", "802A0680 01 00 00", "6A86"},
      {"SIGN with P2 of another kind", "802A0040 01 00 00", "6A86"},
      {"GET CHALLENGE with P1", "0084010008", "6A86"},
      {"class before instruction", "B0010000", "6E00"},
      {"instruction before length", "0001000005", "6D00"},
      {"parameters before length", "002001800511", "6A86"},
      {"truncated body", "0020008004 3132", "6700"},
      {"too short for a header", "0020", "6700"},
      {"nothing", "", "6700"},
  };
  for (const Row& row : rows) {
    Chip chip = powered_chip();
    ask(chip, kSelectJpki);
    ask(chip, kSelectPin);
    EXPECT_EQ(ask(chip, row.command), row.answer) << row.why;
  }
}

TEST(ChipDispatch, RefusedCommandSpendsNoTry) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, "0120009804 30303030");  // another channel
  ask(chip, "00200098040000");       // truncated
  EXPECT_EQ(chip.tries_left(secret::kAuthenticationPin), 3);
}

TEST(ChipChallenge, HasAsManyBytesAsAskedFor) {
  Chip chip = powered_chip();
  EXPECT_EQ(chip.transmit(from_hex("0084000008")).data().size, 8U);
  EXPECT_EQ(chip.transmit(from_hex("0084000000")).data().size, 256U);
}

TEST(ChipChallenge, MoreThan256BytesAnswer6985) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00840000000101"), "6985");
}

TEST(ChipChallenge, TwoAreNeverEqual) {
  Chip chip = powered_chip();
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(seen.insert(ask(chip, "0084000008")).second);
}

TEST(ChipChallenge, SameSeedGivesTheSame) {
  const auto image = standard_image();
  Chip a(image, {}, 7);
  Chip b(image, {}, 7);
  Chip c(image, {}, 8);
  for (Chip* chip : {&a, &b, &c}) chip->power_on();
  const std::string first = ask(a, "0084000010");
  EXPECT_EQ(ask(b, "0084000010"), first);
  EXPECT_NE(ask(c, "0084000010"), first);
}

}  // namespace dispatch_test
}  // namespace uketsuke::chip

#include <gtest/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace authenticate_test {

// INTERNAL AUTHENTICATE: docs/card-facts.md §1.7 (共通 0019). Observed: 券面 keys answer 6985, keys behind a
// PIN 6982.

Chip in(std::string_view application) {
  Chip chip = powered_chip(signing_image());
  ask(chip, application);
  return chip;
}

TEST(ChipInternalAuthenticate, SignsTheChallengeWithoutPin) {
  Chip chip = in(kSelectCommon);
  const Answer answer = chip.transmit(from_hex("0088009904 01020304 00"));
  EXPECT_TRUE(is_signature_of(*test_key(), answer.data(), from_hex("01020304")));
}

TEST(ChipInternalAuthenticate, TakesOneTo255Bytes) {
  Chip chip = in(kSelectCommon);
  Bytes longest = from_hex("00880099FF");
  longest.resize(longest.size() + 255, 0x5A);
  longest.push_back(0x00);
  EXPECT_EQ(chip.transmit(longest).status(), sw::kOk);
  EXPECT_EQ(status(chip, "0088009901 5A 00"), "9000");
  EXPECT_EQ(status(chip, "00880099"), "6700");
  EXPECT_EQ(chip.transmit(extended_command("00880099", Bytes(256), true)).status(), 0x6700);
}

TEST(ChipInternalAuthenticate, KeyOfTheCardFaceAnswers6985) {
  Chip chip = in(kSelectCardFace);
  EXPECT_EQ(ask(chip, "0088009A04 01020304 00"), "6985");
}

TEST(ChipInternalAuthenticate, KeyBehindAPinAnswers6982) {
  Chip chip = in(kSelectJpki);
  EXPECT_EQ(ask(chip, "0088009704 01020304 00"), "6982");
}

TEST(ChipInternalAuthenticate, ItsKeyDoesNotSignOtherwise) {
  Chip chip = in(kSelectCommon);
  EXPECT_EQ(ask(chip, "802A039904 01020304 00"), "6985");
}

TEST(ChipInternalAuthenticate, DefaultKeyOfInputSupportSignsWithoutPin) {  // §1.5: 0013
  Chip chip = in(kSelectInputSupport);
  const Answer answer = chip.transmit(from_hex("802A030004 01020304 00"));
  EXPECT_TRUE(is_signature_of(*test_key(), answer.data(), from_hex("01020304")));
}

TEST(ChipAfterSigning, PinIsGoneWhereThePolicySaysSo) {
  const auto image = signing_image();
  image->policies.after_signing = StatusRule::clears;
  Chip chip = powered_chip(image);
  ask(chip, kSelectJpki);
  verify(chip, "98", kPin);
  EXPECT_EQ(status(chip, "802A039704 01020304 00"), "9000");
  EXPECT_EQ(ask(chip, "802A039704 01020304 00"), "6982");
}

TEST(ChipAfterSigning, PinStaysByDefault) {
  Chip chip = in(kSelectJpki);
  verify(chip, "98", kPin);
  EXPECT_EQ(status(chip, "802A039704 01020304 00"), "9000");
  EXPECT_EQ(status(chip, "802A039704 01020304 00"), "9000");
}

}  // namespace authenticate_test
}  // namespace uketsuke::chip

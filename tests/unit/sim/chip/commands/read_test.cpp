#include <gtest/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace read_test {

// docs/card-facts.md §2.1, §2.3, §2.6; traps 5, 6, 8, 9 and 17 of §7.10. The fixture's file counts up for 500
// bytes.

Chip in_authentication_certificate() {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, "00A4020C02 000A");
  return chip;
}

TEST(ChipRead, FourBytesFromTheStart) {
  Chip chip = in_authentication_certificate();
  EXPECT_EQ(ask(chip, "00B0000004"), "000102039000");
}

TEST(ChipRead, LeOfZeroReturnsExactly256Bytes) {
  Chip chip = in_authentication_certificate();
  EXPECT_EQ(chip.transmit(from_hex("00B0000000")).data().size, 256U);
}

TEST(ChipRead, OffsetHasTwoBytes) {
  Chip chip = in_authentication_certificate();
  EXPECT_EQ(ask(chip, "00B0010102"), "01029000");
}

TEST(ChipRead, ExtendedLeReturnsMoreThan256Bytes) {
  Chip chip = in_authentication_certificate();
  EXPECT_EQ(chip.transmit(from_hex("00B00000000150")).data().size, 0x150U);
}

TEST(ChipRead, BehindItsContentTheFileIsFilledWithFF) {
  Chip chip = in_authentication_certificate();
  EXPECT_EQ(ask(chip, "00B001F204"), "F2F3FFFF9000");  // 0x1F4 = 500
  EXPECT_EQ(ask(chip, "00B0040002"), "FFFF9000");
}

TEST(ChipRead, EndOfFileShortensTheAnswerWith9000) {
  Chip chip = in_authentication_certificate();  // 2048 bytes
  EXPECT_EQ(ask(chip, "00B007FE00"), "FFFF9000");
}

TEST(ChipRead, OffsetAtTheEndAnswers6B00) {
  Chip chip = in_authentication_certificate();
  EXPECT_EQ(ask(chip, "00B0080000"), "6B00");
}

TEST(ChipRead, WithoutCurrentFileAnswers6986) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00B0000004"), "6986");
}

TEST(ChipRead, ShortIdentifierReadsAndSelects) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00B08A0203"), "0203049000");
  EXPECT_EQ(ask(chip, "00B0000002"), "00019000");
}

TEST(ChipRead, UnknownShortIdentifierAnswers6A82) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00B08F0001"), "6A82");
}

TEST(ChipRead, KeyOrSecretAnswers6981) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, "00A4020C02 0017");
  EXPECT_EQ(ask(chip, "00B0000004"), "6981");
  ask(chip, kSelectPin);
  EXPECT_EQ(ask(chip, "00B0000004"), "6981");
}

TEST(ChipRead, WithoutLeAnswers6700) {
  Chip chip = in_authentication_certificate();
  EXPECT_EQ(ask(chip, "00B00000"), "6700");
}

TEST(ChipRead, SigningCertificateIsClosedUntilItsPasswordIsVerified) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, "00A4020C02 0001");
  EXPECT_EQ(ask(chip, "00B0000004"), "6982");
  ask(chip, "00A4020C02 001B");
  ASSERT_EQ(verify(chip, "80", kPassword), "9000");
  ask(chip, "00A4020C02 0001");
  EXPECT_EQ(ask(chip, "00B0000004"), "000102039000");
}

TEST(ChipRead, AuthenticationPinDoesNotOpenTheSigningCertificate) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ASSERT_EQ(verify(chip, "98", kPin), "9000");
  EXPECT_EQ(ask(chip, "00B0810004"), "6982");
}

TEST(ChipRead, CardFaceIsOpenedByNumberAOrByNumberB) {
  for (const auto& [reference, number] : {std::pair("93", kNumberA), std::pair("92", kNumberB)}) {
    Chip chip = powered_chip();
    ask(chip, kSelectCardFace);
    EXPECT_EQ(ask(chip, "00B0820001"), "6982");
    ASSERT_EQ(verify(chip, reference, number), "9000");
    EXPECT_EQ(ask(chip, "00B0820001"), "009000");
  }
}

TEST(ChipRead, MyNumberImageIsOpenedByNumberAOnly) {
  Chip chip = powered_chip();
  ask(chip, kSelectCardFace);
  verify(chip, "92", kNumberB);
  EXPECT_EQ(ask(chip, "00B0850001"), "6982");
  verify(chip, "93", kNumberA);
  EXPECT_EQ(ask(chip, "00B0850001"), "009000");
}

TEST(ChipRead, AgeRecordIsOpenedByTheBirthDateKey) {
  Chip chip = powered_chip();
  ask(chip, kSelectCardFace);
  EXPECT_EQ(ask(chip, "00B0810001"), "6982");
  verify(chip, "91", kBirthDate);
  EXPECT_EQ(ask(chip, "00B0810001"), "009000");
}

TEST(ChipRead, FileThatNobodyReadsStaysClosedWhateverWasVerified) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  verify(chip, "98", kPin);
  verify(chip, "9B", kPassword);
  EXPECT_EQ(ask(chip, "00B0890001"), "6982");
}

TEST(ChipRead, PhysicalSizesAreThoseOfTheCard) {
  // §1.3: 0006 has 160 bytes, 0008 exactly 3
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  EXPECT_EQ(chip.transmit(from_hex("00B0860000")).data().size, 160U);
  EXPECT_EQ(ask(chip, "00B0880000"), "8F8F009000");
}

TEST(ChipGetData, ExpiryAndMunicipalityAreThereWithoutApplication) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00CA00F000"), to_hex(to_bytes("99101")) + "9000");
  EXPECT_EQ(ask(chip, "00CA00F200"), to_hex(to_bytes("20350217")) + "9000");
}

TEST(ChipGetData, TooShortALeAnswers6700) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00CA00F204"), "6700");
}

/// 共通カード AP, whose EF 0001 is a record file (§1.7), with a second record.
Chip with_records() {
  const auto image = standard_image();
  for (ElementaryFile& file : image->files) {
    if (file.name == "common_record") file.records = {from_hex("011C3030"), from_hex("0201")};
  }
  Chip chip = powered_chip(image);
  ask(chip, kSelectCommon);
  return chip;
}

TEST(ChipReadRecord, CurrentFileAndShortIdentifierGiveTheSameRecord) {
  Chip chip = with_records();
  EXPECT_EQ(ask(chip, "00B2010C00"), "011C30309000");
  EXPECT_EQ(ask(chip, "00B2020400"), "02019000");
}

TEST(ChipReadRecord, AllRecordsAtOnceAnswer6A81) {
  Chip chip = with_records();
  EXPECT_EQ(ask(chip, "00B2010D00"), "6A81");  // P2 = SFI, 5: all from P1 on (§2.1)
}

TEST(ChipReadRecord, RecordThatIsNotThereAnswers6A83) {
  Chip chip = with_records();
  EXPECT_EQ(ask(chip, "00B2030C00"), "6A83");
  EXPECT_EQ(ask(chip, "00B2000C00"), "6A83");
}

TEST(ChipReadRecord, ReadBinaryOfARecordFileAnswers6981) {
  Chip chip = with_records();
  EXPECT_EQ(ask(chip, "00B0810000"), "6981");
}

}  // namespace read_test
}  // namespace uketsuke::chip

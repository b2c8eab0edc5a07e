#include <gtest/gtest.h>

#include <ostream>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace applications_test {

// The content of each application, and what unlocks it: the tables of docs/card-facts.md §1.3 and §1.5 to
// §1.9.

struct Place {
  const char* what;
  std::string_view application;
  const char* id;
  const char* reading;  // status word of READ BINARY with nothing verified
};

std::ostream& operator<<(std::ostream& out, const Place& place) { return out << place.what; }

class EveryObject : public testing::TestWithParam<Place> {};

TEST_P(EveryObject, IsSelectedAndReadWithNothingVerified) {
  const Place& place = GetParam();
  Chip chip = powered_chip();
  ask(chip, place.application);
  ASSERT_EQ(ask(chip, std::string("00A4020C02") + place.id), "9000");
  EXPECT_EQ(status(chip, "00B0000001"), place.reading);
}

INSTANTIATE_TEST_SUITE_P(Jpki, EveryObject,
                         testing::Values(Place{"signing_certificate", kSelectJpki, "0001", "6982"},
                                         Place{"signing_ca", kSelectJpki, "0002", "9000"},
                                         Place{"unknown_0005", kSelectJpki, "0005", "6982"},
                                         Place{"token_information", kSelectJpki, "0006", "9000"},
                                         Place{"certificate_presence", kSelectJpki, "0008", "9000"},
                                         Place{"protected_0009", kSelectJpki, "0009", "6982"},
                                         Place{"authentication_certificate", kSelectJpki, "000A", "9000"},
                                         Place{"authentication_ca", kSelectJpki, "000B", "9000"},
                                         Place{"unknown_0010", kSelectJpki, "0010", "6982"},
                                         Place{"terminal_authority", kSelectJpki, "0016", "6981"},
                                         Place{"authentication_key", kSelectJpki, "0017", "6981"},
                                         Place{"authentication_pin", kSelectJpki, "0018", "6981"},
                                         Place{"unknown_0019", kSelectJpki, "0019", "6981"},
                                         Place{"signing_key", kSelectJpki, "001A", "6981"},
                                         Place{"signing_password", kSelectJpki, "001B", "6981"},
                                         Place{"unknown_001c", kSelectJpki, "001C", "6981"},
                                         Place{"unknown_001e", kSelectJpki, "001E", "6981"}),
                         [](const auto& param) { return param.param.what; });

INSTANTIATE_TEST_SUITE_P(CardFace, EveryObject,
                         testing::Values(Place{"age_record", kSelectCardFace, "0001", "6982"},
                                         Place{"card_face", kSelectCardFace, "0002", "6982"},
                                         Place{"information", kSelectCardFace, "0003", "9000"},
                                         Place{"cv_certificate", kSelectCardFace, "0004", "9000"},
                                         Place{"my_number_image", kSelectCardFace, "0005", "6982"},
                                         Place{"unknown_0006", kSelectCardFace, "0006", "6982"},
                                         Place{"birth_date_key", kSelectCardFace, "0011", "6981"},
                                         Place{"number_b", kSelectCardFace, "0012", "6981"},
                                         Place{"number_a", kSelectCardFace, "0013", "6981"},
                                         Place{"card_key", kSelectCardFace, "001A", "6981"}),
                         [](const auto& param) { return param.param.what; });

INSTANTIATE_TEST_SUITE_P(InputSupport, EveryObject,
                         testing::Values(Place{"my_number", kSelectInputSupport, "0001", "6982"},
                                         Place{"four_items", kSelectInputSupport, "0002", "6982"},
                                         Place{"integrity", kSelectInputSupport, "0003", "6982"},
                                         Place{"cv_certificate", kSelectInputSupport, "0004", "9000"},
                                         Place{"information", kSelectInputSupport, "0005", "9000"},
                                         Place{"session_public_key", kSelectInputSupport, "0006", "6982"},
                                         Place{"signed_public_key", kSelectInputSupport, "0007", "6982"},
                                         Place{"unknown_0008", kSelectInputSupport, "0008", "9000"},
                                         Place{"pin", kSelectInputSupport, "0011", "6981"},
                                         Place{"blocked_reference", kSelectInputSupport, "0012", "6981"},
                                         Place{"key", kSelectInputSupport, "0013", "6981"},
                                         Place{"number_a", kSelectInputSupport, "0014", "6981"},
                                         Place{"number_b", kSelectInputSupport, "0015", "6981"}),
                         [](const auto& param) { return param.param.what; });

INSTANTIATE_TEST_SUITE_P(CommonAndJuki, EveryObject,
                         testing::Values(Place{"record", kSelectCommon, "0001", "6981"},
                                         Place{"key_reference", kSelectCommon, "0002", "9000"},
                                         Place{"internal_authentication_key", kSelectCommon, "0019", "6981"},
                                         Place{"pin", kSelectCommon, "001C", "6981"},
                                         Place{"unknown_001e", kSelectCommon, "001E", "6981"},
                                         Place{"juki_record", kSelectJuki, "0002", "6981"},
                                         Place{"juki_pin", kSelectJuki, "001C", "6981"}),
                         [](const auto& param) { return param.param.what; });

/// Which of the files 0001 to 0003, 0006 and 0007 of 券面事項入力補助 can be read after a VERIFY.
std::string readable_after(std::string_view reference, std::string_view value) {
  Chip chip = powered_chip();
  ask(chip, kSelectInputSupport);
  EXPECT_EQ(verify(chip, reference, value), "9000");
  std::string files;
  for (const char* file : {"1", "2", "3", "6", "7"}) {
    if (status(chip, std::string("00B08") + file + "0001") == "9000") files += file;
  }
  return files;
}

TEST(InputSupport, PinOpensAllItsFiles) { EXPECT_EQ(readable_after("91", kPin), "12367"); }

TEST(InputSupport, NumberAOpensTheMyNumberAndNotTheFourItems) {
  EXPECT_EQ(readable_after("94", kNumberA), "1367");
}

TEST(InputSupport, NumberBOpensTheFourItemsAndNotTheMyNumber) {
  EXPECT_EQ(readable_after("95", kNumberB), "2367");
}

TEST(InputSupport, ReferenceThatIsDeliveredBlockedAnswersSo) {
  Chip chip = powered_chip();
  ask(chip, kSelectInputSupport);
  EXPECT_EQ(ask(chip, "00200092"), "63C0");
  EXPECT_EQ(verify(chip, "92", "0000"), "6984");
}

TEST(InputSupport, PhysicalSizesAreThoseOfTheCard) {
  // §1.5: 17, 336 and 568 bytes; 164 in 256
  Chip chip = powered_chip();
  ask(chip, kSelectInputSupport);
  verify(chip, "91", kPin);
  const std::pair<const char*, std::size_t> sizes[] = {
      {"00B08100000400", 17}, {"00B08300000400", 336}, {"00B08400000400", 568}, {"00B08500000100", 256}};
  for (const auto& [command, size] : sizes) {
    EXPECT_EQ(chip.transmit(from_hex(command)).data().size, size) << command;
  }
}

TEST(InputSupport, MyNumberEndsWithTwoBytesOfFiller) {
  Chip chip = powered_chip();
  ask(chip, kSelectInputSupport);
  verify(chip, "94", kNumberA);
  EXPECT_EQ(ask(chip, "00B0810000"), "FF100C313233343536373839303138FFFF9000");
}

TEST(InputSupport, CountersAreNotThoseOfTheCardFaceApplication) {
  Chip chip = powered_chip();
  ask(chip, kSelectInputSupport);
  EXPECT_EQ(verify(chip, "95", "00000000000000"), "63C9");
  EXPECT_EQ(verify(chip, "91", "0000"), "63C2");
  ask(chip, kSelectCardFace);
  EXPECT_EQ(ask(chip, "00200092"), "63CA");
}

TEST(CommonApplication, RecordIsReadByAnybodyAndHas28Digits) {
  Chip chip = powered_chip();
  ask(chip, kSelectCommon);
  const std::string record = "011C" + std::string(56, '3') + "9000";
  EXPECT_EQ(ask(chip, "00B2010C00"), record);
  EXPECT_EQ(ask(chip, "00B2010400"), record);
  EXPECT_EQ(ask(chip, "00B2020400"), "6A83");
}

TEST(JukiApplication, RecordIsOpenedByItsPin) {
  Chip chip = powered_chip();
  ask(chip, kSelectJuki);
  EXPECT_EQ(ask(chip, "00B2011400"), "6982");
  EXPECT_EQ(verify(chip, "9C", kPin), "9000");
  EXPECT_EQ(ask(chip, "00B2011400"), "0201309000");
}

TEST(ChipGetData, EveryKnownTagIsThere) {  // §1.8
  Chip chip = powered_chip();
  for (const char* tag : {"0042", "0045", "0066", "00F0", "00F2", "00F7", "5F51"}) {
    EXPECT_EQ(status(chip, std::string("00CA") + tag + "00"), "9000") << tag;
  }
}

TEST(ChipGetData, MoreThan256BytesWantAnExtendedLe) {
  Chip chip = powered_chip();
  for (const char* tag : {"00F8", "7F21"}) {
    EXPECT_EQ(ask(chip, std::string("00CA") + tag + "00"), "6700") << tag;
    EXPECT_EQ(chip.transmit(from_hex(std::string("00CA") + tag + "000000")).data().size, 500U) << tag;
  }
}

TEST(ChipGetData, ContactAtrDependsOnTheCurrentApplication) {
  Chip chip = powered_chip();
  const std::string of_card = ask(chip, "00CA5F5100");
  ask(chip, kSelectJpki);
  EXPECT_EQ(ask(chip, "00CA5F5100"), "E000FF8131FE45149000");  // §5.3, without TS
  EXPECT_NE(ask(chip, "00CA5F5100"), of_card);
}

TEST(ChipGetData, UnknownTagIsNotThere) {
  Chip chip = powered_chip();
  EXPECT_EQ(ask(chip, "00CA00F300"), "6A88");
}

}  // namespace applications_test
}  // namespace uketsuke::chip

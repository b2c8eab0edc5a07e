#include <gtest/gtest.h>

#include <regex>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace client_transcripts_test {

// What real clients were observed to send (docs/card-facts.md §7), and what a card must answer for them to
// continue.

struct Exchange {
  const char* command;
  const char* answer;  // a regular expression
};

void expect_exchanges(Chip& chip, std::initializer_list<Exchange> exchanges) {
  for (const Exchange& exchange : exchanges) {
    const std::string answer = ask(chip, exchange.command);
    EXPECT_TRUE(std::regex_match(answer, std::regex(exchange.answer)))
        << exchange.command << " answered " << answer << ", expected " << exchange.answer;
  }
}

TEST(ClientTranscript, OpenScProbesAllItsOtherDriversFirst) {  // §7.1
  Chip chip = powered_chip();
  expect_exchanges(chip, {{"00A4040007 627601FF000000", "6A82"},
                          {"00A4040006 A00000000101", "6A82"},
                          {"00A404000B E82B0601040181C31F0201 00", "6A82"},
                          {"00A4040C0F D23300000045737445494420763335", "6A82"},
                          {"00CADF3005", "6[A-F].."},
                          {"00CB3FFF03 5C017E 08", "6D00"},
                          {"00A4040009 A00000030800001000 00", "6A82"},
                          {"00A4040C07 A000000116DB00 00", "6A82"},
                          {"00A4040C07 A0000000791000 00", "6A82"},
                          {"00A404000C F276A288BCFBA69D34F31001", "6A82"},
                          {"00A4040009 A0000003974254465900", "6A82"},
                          {"00A4040006 D27600012401 00", "6A82"},
                          {"00A4040C0A D392F000260100000001", "9000"}});
}

TEST(ClientTranscript, OpenScBindsAndListsCertificates) {  // §7.2
  Chip chip = powered_chip();
  expect_exchanges(chip, {{"00A4040C0A D392F000260100000001", "9000"},
                          {"00A4020C02 0018", "9000"},
                          {"00200080", "63C3"},
                          {"00A4020C02 001B", "9000"},
                          {"00200080", "63C5"},
                          {"00A4020C02 000A", "9000"},
                          {"00B0000004", ".{8}9000"},
                          {"00B0000000", ".{512}9000"},
                          {"00A4020C02 0001", "9000"},
                          {"00B0000004", "6982"},
                          {"00A4020C02 000B", "9000"},
                          {"00B0000000", ".{512}9000"}});
}

TEST(ClientTranscript, Pkcs11ToolSignsWithBothKeys) {  // §7.4
  const std::string digest_info = "3031300D060960864801650304020105000420" + std::string(64, 'A');
  const std::string sign = "802A008033" + digest_info + "00";
  Chip chip = powered_chip(signing_image());
  expect_exchanges(chip, {{"00A4040C0A D392F000260100000001", "9000"},
                          {"00A4020C02 0018", "9000"},
                          {"0020008004 31323334", "9000"},
                          {"00A4020C02 0017", "9000"},
                          {sign.c_str(), ".{512}9000"},
                          {"00A4020C02 001B", "9000"},
                          {"00200080", "63C5"},
                          {"0020008006 414243313233", "9000"},
                          {"00A4020C02 001B", "9000"},
                          {"00200080", "63C5"},
                          {"0020008006 414243313233", "9000"},
                          {"00A4020C02 001A", "9000"},
                          {sign.c_str(), ".{512}9000"}});
}

TEST(ClientTranscript, MynaReadsTheLabelAndSevenBytesOfACertificate) {  // §7.5
  Chip chip = powered_chip();
  expect_exchanges(chip, {{"00A4040C0A D392F000260100000001", "9000"},
                          {"00A4020C02 0006", "9000"},
                          {"00B0000020", ".{64}9000"},
                          {"00A4020C02 000A", "9000"},
                          {"00B0000007", ".{14}9000"},
                          {"00B0000700", ".{512}9000"}});
}

TEST(ClientTranscript, PyjpkiReadsTo6B00) {  // §7.8
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, "00A4020C02 000A");
  std::size_t offset = 0;
  std::string answer;
  for (int block = 0; block < 20 && answer != "6B00"; ++block) {
    Bytes command = from_hex("00B0");
    command.push_back(static_cast<std::uint8_t>(offset >> 8));
    command.push_back(static_cast<std::uint8_t>(offset));
    command.push_back(0xFF);
    const Bytes bytes = chip.transmit(command).bytes;
    offset += bytes.size() - 2;
    answer = to_hex(bytes);
  }
  EXPECT_EQ(answer, "6B00");
  EXPECT_EQ(offset, 2048U);
}

}  // namespace client_transcripts_test
}  // namespace uketsuke::chip

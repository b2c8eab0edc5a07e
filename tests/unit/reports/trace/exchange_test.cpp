#include "reports/trace/exchange.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace uketsuke::trace {
namespace exchange_test {

Exchange command(std::string_view hex, Application application = Application::unknown,
                 std::uint16_t file = 0) {
  const Bytes bytes = from_hex(hex);
  Exchange exchange;
  std::copy_n(bytes.begin(), std::min(bytes.size(), exchange.head.size()), exchange.head.begin());
  exchange.sent = bytes.size();
  exchange.application = application;
  exchange.file = file;
  return exchange;
}

// ISO/IEC 7816-4, 5.1: one byte of Lc, or 00 and two bytes.
TEST(TraceExchange, DataBeginsBehindAShortOrAnExtendedLc) {
  EXPECT_EQ(command("00200080 04 31323334").data_begin(), 5U);
  EXPECT_EQ(command("00200080 00 0004 31323334").data_begin(), 7U);
  EXPECT_EQ(command("00200080 00 0104 31323334").data_begin(), 7U);
}

// A malformed VERIFY with Lc = 0 and the PIN behind it: its digits must not be taken for a length.
TEST(TraceExchange, DigitsBehindAZeroLcAreData) {
  EXPECT_EQ(command("00200080 00 31323334").data_begin(), 5U);
  EXPECT_EQ(command("00200080 00 02323334").data_begin(), 5U);
}

TEST(TraceExchange, TheStatusIsTheLastTwoBytes) {
  Exchange exchange;
  exchange.tail = {0x63, 0xC2};
  EXPECT_EQ(exchange.status(), 0x63C2);
}

TEST(TraceExchange, TheInstructionIsTheSecondByte) { EXPECT_EQ(command("80A40400").instruction(), 0xA4); }

// ISO/IEC 7816-4, 11.2.2 and 11.3.3: bits 5 to 1 of P1 where bit 8 is 1; P2 from bit 4 for records.
TEST(TraceExchange, AShortIdentifierNamesTheFile) {
  EXPECT_EQ(command("00B0 85 00 00", Application::jpki, 0x0A).addressed_file(), 0x05);
  EXPECT_EQ(command("00B2 01 3C 00", Application::jpki, 0x0A).addressed_file(), 0x07);  // 00111 100
  EXPECT_EQ(command("0020 00 98", Application::jpki, 0x0A).addressed_file(), 0x18);
  EXPECT_EQ(command("802A 00 97", Application::jpki, 0x0A).addressed_file(), 0x17);
}

TEST(TraceExchange, WithoutAShortIdentifierTheCurrentFileIsMeant) {
  EXPECT_EQ(command("00B0 01 05 00", Application::jpki, 0x0A).addressed_file(), 0x0A);  // an offset
  EXPECT_EQ(command("00B2 01 04 00", Application::jpki, 0x0A).addressed_file(), 0x0A);
  EXPECT_EQ(command("0020 00 80", Application::jpki, 0x18).addressed_file(), 0x18);
  EXPECT_EQ(command("0084 85 98", Application::jpki, 0x0A).addressed_file(),
            0x0A);  // GET CHALLENGE names none
}

TEST(TraceExchange, PinsNumbersAndKeysAreSecretInEveryClass) {
  for (const char* hex : {"0020", "0021", "0024", "0025", "002C", "002D", "8032", "80AE", "8020", "0C20"})
    EXPECT_TRUE(has_secret_data(command(std::string(hex) + "0080"))) << hex;
  for (const char* hex : {"00A4", "00B0", "0084", "802A", "0088", "00C0", "00CA"})
    EXPECT_FALSE(has_secret_data(command(std::string(hex) + "0080"))) << hex;
}

TEST(TraceExchange, AnAnswerIsSecretIfItsFileIs) {
  EXPECT_TRUE(has_secret_answer(command("00B00000", Application::text_support, 0x0001)));   // My Number
  EXPECT_FALSE(has_secret_answer(command("00B00000", Application::text_support, 0x0002)));  // name, address
  EXPECT_TRUE(has_secret_answer(command("00B08100", Application::text_support, 0x0002)));
  EXPECT_TRUE(has_secret_answer(command("00B2010C", Application::text_support, 0x0002)));
  EXPECT_FALSE(has_secret_answer(command("00B08A00", Application::jpki, 0)));
}

TEST(TraceExchange, AReadThatNamesItsFileInItsDataIsSecretWhateverIsSelected) {
  EXPECT_TRUE(has_secret_answer(command("00B10000", Application::jpki, 0x000A)));
  EXPECT_TRUE(has_secret_answer(command("00B30000", Application::jpki, 0x000A)));
}

TEST(TraceExchange, GetResponseContinuesWhatWasBefore) {
  Exchange rest = command("00C00000", Application::jpki, 0x000A);
  EXPECT_FALSE(has_secret_answer(rest));
  rest.after_secret = true;
  EXPECT_TRUE(has_secret_answer(rest));
}

}  // namespace exchange_test
}  // namespace uketsuke::trace

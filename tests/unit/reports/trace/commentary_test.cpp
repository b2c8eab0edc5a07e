#include "reports/trace/commentary.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace uketsuke::trace {
namespace commentary_test {

Exchange of(std::string_view hex, Application application = Application::unknown, std::uint16_t file = 0) {
  const Bytes bytes = from_hex(hex);
  Exchange exchange;
  std::copy_n(bytes.begin(), std::min(bytes.size(), exchange.head.size()), exchange.head.begin());
  exchange.sent = bytes.size();
  exchange.application = application;
  exchange.file = file;
  return exchange;
}

std::string said(std::string_view hex, Application application = Application::unknown,
                 std::uint16_t file = 0) {
  std::string text;
  put_command(text, of(hex, application, file));
  return text;
}

/// The comment on a response with this number of bytes, including SW1 SW2.
std::string answered(std::string_view command, std::size_t bytes, unsigned status) {
  Exchange exchange = of(command);
  exchange.received = bytes;
  exchange.tail = {static_cast<std::uint8_t>(status >> 8U), static_cast<std::uint8_t>(status)};
  std::string text;
  put_answer(text, exchange);
  return text;
}

TEST(TraceCommentary, ASelectNamesApplicationOrFile) {
  EXPECT_EQ(said("00A4040C0AD392F000260100000001"), "SELECT 公的個人認証 (JPKI)");
  EXPECT_EQ(said("00A4020C020018", Application::jpki), "SELECT 利用者証明用PIN (authentication PIN)");
  EXPECT_EQ(said("00A4020C02ABCD", Application::jpki), "SELECT EF ABCD");
}

TEST(TraceCommentary, ASelectOfAnotherKindSaysNoMore) {
  EXPECT_EQ(said("00A40000"), "SELECT");
  EXPECT_EQ(said("00A4020C0200"), "SELECT") << "half a file id";
  EXPECT_EQ(said("00A4040C0AD392"), "SELECT") << "half a name";
}

TEST(TraceCommentary, AReadSaysFileAndOffset) {
  EXPECT_EQ(said("00B0012C00", Application::jpki, 0x000A),
            "READ BINARY 利用者証明用証明書 (authentication certificate) from 300");  // 0x012C
  EXPECT_EQ(said("00B08A2000", Application::jpki, 0x0001),
            "READ BINARY 利用者証明用証明書 (authentication certificate) from 32");
  EXPECT_EQ(said("00B0000000"), "READ BINARY no EF selected from 0");
}

TEST(TraceCommentary, AVerifyWithoutDataAsksForTheTriesLeft) {
  EXPECT_EQ(said("00200080", Application::jpki, 0x0018),
            "VERIFY 利用者証明用PIN (authentication PIN): how many tries are left?");
  EXPECT_EQ(said("0020008004", Application::jpki, 0x0018), "VERIFY 利用者証明用PIN (authentication PIN)");
}

TEST(TraceCommentary, CommandsOfKeysNameTheirKey) {
  EXPECT_EQ(said("802A0080", Application::jpki, 0x0017),
            "COMPUTE DIGITAL SIGNATURE 利用者証明用秘密鍵 (authentication key)");
  EXPECT_EQ(said("00240080", Application::jpki, 0x001B),
            "CHANGE REFERENCE DATA 署名用パスワード (signing password)");
  EXPECT_EQ(said("00880099", Application::common),
            "INTERNAL AUTHENTICATE 内部認証用鍵 (internal-authentication key)");
}

TEST(TraceCommentary, OthersAreNamedAlone) {
  EXPECT_EQ(said("00840000"), "GET CHALLENGE");
  EXPECT_EQ(said("00C00000"), "GET RESPONSE");
  EXPECT_EQ(said("80A20000"), "SET PUBLIC IC KEY");
  EXPECT_EQ(said("002C0080"), "RESET RETRY COUNTER");
  EXPECT_EQ(said("00CA5F24"), "GET DATA 5F24");
  EXPECT_EQ(said("00EE0000"), "unknown instruction");
}

TEST(TraceCommentary, ACommandShorterThanItsHeaderIsNone) {
  EXPECT_EQ(said("00A404"), "a command without a whole header");
  EXPECT_EQ(said(""), "a command without a whole header");
}

TEST(TraceCommentary, AnAnswerSaysItsDataAndStatus) {
  EXPECT_EQ(answered("00B00000", 258, 0x9000), "READ BINARY: 256 bytes, 9000");
  EXPECT_EQ(answered("00A4040C", 2, 0x9000), "SELECT: 9000");
}

// ISO/IEC 7816-4, 5.6, tables 5 and 6.
TEST(TraceCommentary, AStatusWordIsExplained) {
  EXPECT_EQ(answered("00A4", 2, 0x6A82), "SELECT: 6A82, not found");
  EXPECT_EQ(answered("00B0", 2, 0x6982), "READ BINARY: 6982, a PIN or number must be verified before");
  EXPECT_EQ(answered("0020", 2, 0x6984), "VERIFY: 6984, blocked");
  EXPECT_EQ(answered("00B0", 2, 0x6B00), "READ BINARY: 6B00, behind the end of the file");
  EXPECT_EQ(answered("00B0", 2, 0x6700), "READ BINARY: 6700, wrong length");
  EXPECT_EQ(answered("00B0", 2, 0x6D00), "READ BINARY: 6D00, unknown instruction");
  EXPECT_EQ(answered("00B0", 2, 0x6F00), "READ BINARY: 6F00");
}

TEST(TraceCommentary, ACounterOfTriesIsCounted) {
  EXPECT_EQ(answered("0020", 2, 0x63C2), "VERIFY: 63C2, 2 tries left");
  EXPECT_EQ(answered("0020", 2, 0x63C1), "VERIFY: 63C1, 1 try left");
  EXPECT_EQ(answered("0020", 2, 0x63C0), "VERIFY: 63C0, 0 tries left");
  EXPECT_EQ(answered("0020", 2, 0x63CF), "VERIFY: 63CF, 15 tries left");
}

TEST(TraceCommentary, AnAnswerWithoutAStatusIsNone) {
  EXPECT_EQ(answered("0020", 1, 0x0090), "an answer without a whole status word");
}

TEST(TraceCommentary, IsAppendedToWhatIsThere) {
  std::string text = "before: ";
  put_command(text, of("00840000"));
  EXPECT_EQ(text, "before: GET CHALLENGE");
}

}  // namespace commentary_test
}  // namespace uketsuke::trace

#include "reports/trace/commentary.h"

#include <fmt/format.h>

#include "reports/trace/block.h"

namespace uketsuke::trace {

namespace {

constexpr std::size_t kHeader = 4;

std::string_view command_name(std::uint8_t instruction) {
  switch (instruction) {
    case instruction::kVerify:
    case instruction::kVerifyOdd:
      return "VERIFY";
    case instruction::kChangeReferenceData:
    case instruction::kChangeReferenceDataOdd:
      return "CHANGE REFERENCE DATA";
    case instruction::kResetRetryCounter:
    case instruction::kResetRetryCounterOdd:
      return "RESET RETRY COUNTER";
    case instruction::kSign:
      return "COMPUTE DIGITAL SIGNATURE";
    case instruction::kChangeKey:
      return "CHANGE KEY";
    case instruction::kGetChallenge:
      return "GET CHALLENGE";
    case instruction::kInternalAuthenticate:
      return "INTERNAL AUTHENTICATE";
    case instruction::kSetPublicKey:
      return "SET PUBLIC IC KEY";
    case instruction::kSelect:
      return "SELECT";
    case instruction::kSetSessionKey:
      return "SET SESSION KEY";
    case instruction::kReadBinary:
    case instruction::kReadBinaryOdd:
      return "READ BINARY";
    case instruction::kReadRecord:
    case instruction::kReadRecordOdd:
      return "READ RECORD";
    case instruction::kGetResponse:
      return "GET RESPONSE";
    case instruction::kGetData:
      return "GET DATA";
    default:
      return "unknown instruction";
  }
}

void put_number(std::string& out, std::size_t number) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

void put_hex(std::string& out, unsigned word) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[word >> static_cast<unsigned>(shift) & 0xFU];
}

void put_addressed(std::string& out, const Exchange& exchange) {
  put_file_name(out, exchange.application, exchange.addressed_file());
}

void put_select(std::string& out, const Exchange& exchange) {
  const unsigned p1 = exchange.head[2];
  const std::size_t lc = exchange.head[4];
  out += "SELECT";
  if (p1 == 0x02 && lc == 2 && exchange.sent >= 7) {
    out += ' ';
    put_file_name(out, exchange.application,
                  static_cast<std::uint16_t>(exchange.head[5] << 8 | exchange.head[6]));
  } else if (p1 == 0x04 && exchange.sent >= 5 + lc && 5 + lc <= exchange.head.size()) {
    out += ' ';
    out += application_name(application_of(&exchange.head[5], lc));
  }
}

void put_read(std::string& out, const Exchange& exchange) {
  const unsigned p1 = exchange.head[2];
  const unsigned p2 = exchange.head[3];
  out += "READ BINARY ";
  put_addressed(out, exchange);
  out += " from ";
  put_number(out, (p1 & 0x80U) != 0 ? p2 : p1 << 8U | p2);
}

std::string_view meaning(std::uint16_t status) {
  switch (status) {
    case 0x6300:
      return "wrong value";
    case 0x6700:
      return "wrong length";
    case 0x6982:
      return "a PIN or number must be verified before";
    case 0x6984:
      return "blocked";
    case 0x6985:
      return "conditions of use not satisfied";
    case 0x6986:
      return "no EF selected";
    case 0x6A82:
      return "not found";
    case 0x6A83:
      return "no such record";
    case 0x6A86:
      return "wrong P1 P2";
    case 0x6B00:
      return "behind the end of the file";
    case 0x6D00:
      return "unknown instruction";
    case 0x6E00:
      return "unknown class";
    default:
      return "";
  }
}

}  // namespace

void put_command(std::string& out, const Exchange& exchange) {
  if (exchange.sent < kHeader) {
    out += "a command without a whole header";
    return;
  }
  switch (exchange.instruction()) {
    case instruction::kSelect:
      put_select(out, exchange);
      return;
    case instruction::kReadBinary:
      put_read(out, exchange);
      return;
    case instruction::kVerify:
    case instruction::kReadRecord:
    case instruction::kChangeReferenceData:
    case instruction::kChangeKey:
    case instruction::kInternalAuthenticate:
    case instruction::kSign:
      out += command_name(exchange.instruction());
      out += ' ';
      put_addressed(out, exchange);
      if (exchange.instruction() == instruction::kVerify && exchange.sent == kHeader)
        out += ": how many tries are left?";
      return;
    case instruction::kGetData:
      out += "GET DATA ";
      put_hex(out, static_cast<unsigned>(exchange.head[2] << 8 | exchange.head[3]));
      return;
    default:
      out += command_name(exchange.instruction());
  }
}

void put_answer(std::string& out, const Exchange& exchange) {
  if (exchange.received < kStatus) {
    out += "an answer without a whole status word";
    return;
  }
  const std::uint16_t status = exchange.status();
  out += command_name(exchange.instruction());
  out += ": ";
  if (exchange.received > kStatus) {
    put_number(out, exchange.received - kStatus);
    out += " bytes, ";
  }
  put_hex(out, status);
  if ((status & 0xFFF0U) == 0x63C0) {
    const unsigned left = status & 0x0FU;
    out += ", ";
    put_number(out, left);
    out += left == 1 ? " try left" : " tries left";
  } else if (const std::string_view words = meaning(status); !words.empty()) {
    out += ", ";
    out += words;
  }
}

}  // namespace uketsuke::trace

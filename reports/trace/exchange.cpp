#include "reports/trace/exchange.h"

namespace uketsuke::trace {

namespace {

constexpr std::size_t kShortData = 5;     // after CLA INS P1 P2 Lc
constexpr std::size_t kExtendedData = 7;  // after a zero and two bytes of Lc
constexpr unsigned kShortIdentifier = 0x1F;

}  // namespace

std::size_t Exchange::data_begin() const {
  // No secret is longer than 511 bytes, and no digit or letter is below 2: so a malformed command whose data
  // directly follows Lc = 0 is not taken for one with an extended Lc.
  const bool extended = head[4] == 0 && head[5] < 2;
  return extended ? kExtendedData : kShortData;
}

std::uint16_t Exchange::addressed_file() const {
  const unsigned p1 = head[2];
  const unsigned p2 = head[3];
  unsigned short_identifier = 0;
  switch (instruction()) {
    case instruction::kReadBinary:
      if ((p1 & 0x80U) != 0) short_identifier = p1 & kShortIdentifier;
      break;
    case instruction::kReadRecord:
      short_identifier = p2 >> 3U;
      break;
    case instruction::kVerify:
    case instruction::kChangeReferenceData:
    case instruction::kChangeKey:
    case instruction::kSign:
    case instruction::kInternalAuthenticate:
      if ((p2 & 0x80U) != 0) short_identifier = p2 & kShortIdentifier;
      break;
    default:
      break;
  }
  return short_identifier != 0 ? static_cast<std::uint16_t>(short_identifier) : file;
}

bool has_secret_data(const Exchange& exchange) {
  switch (exchange.instruction()) {
    case instruction::kVerify:
    case instruction::kVerifyOdd:
    case instruction::kChangeReferenceData:
    case instruction::kChangeReferenceDataOdd:
    case instruction::kResetRetryCounter:
    case instruction::kResetRetryCounterOdd:
    case instruction::kChangeKey:
    case instruction::kSetSessionKey:
      return true;
    default:
      return false;
  }
}

bool has_secret_answer(const Exchange& exchange) {
  switch (exchange.instruction()) {
    case instruction::kReadBinary:
    case instruction::kReadRecord:
      return is_secret_file(exchange.application, exchange.addressed_file());
    case instruction::kReadBinaryOdd:  // the file is named in the data
    case instruction::kReadRecordOdd:
      return true;
    case instruction::kGetResponse:
      return exchange.after_secret;
    default:
      return false;
  }
}

}  // namespace uketsuke::trace

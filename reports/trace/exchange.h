#pragma once

#include <array>
#include <cstdint>

#include "reports/trace/card_names.h"

namespace uketsuke::trace {

/// One command APDU and its answer, as far as seen on the air, and what was selected before.
///
/// Stores only the beginning of the command: enough for its header, its length fields and the name in a
/// SELECT.
struct Exchange {
  std::array<std::uint8_t, 24> head{};  ///< the command's first bytes, zero after `sent`
  std::size_t sent = 0;                 ///< number of command bytes
  bool sent_whole = false;
  std::size_t received = 0;            ///< number of answer bytes, including SW1 SW2
  std::array<std::uint8_t, 2> tail{};  ///< the answer's last two bytes
  bool answered = false;
  Application application = Application::unknown;  ///< selected before the command
  std::uint16_t file = 0;     ///< current EF or key before the command; 0: none or unknown
  bool after_secret = false;  ///< the answer before this command had to be hidden

  std::uint8_t instruction() const { return head[1]; }
  /// Offset of the command's data: 5 with a short Lc, 7 with an extended one (ISO/IEC 7816-4 §5.1).
  std::size_t data_begin() const;
  std::uint16_t status() const { return static_cast<std::uint16_t>(tail[0] << 8 | tail[1]); }
  /// The EF that the command addresses: by its short identifier in P1 or P2, or the current one.
  std::uint16_t addressed_file() const;
};

namespace instruction {
enum : std::uint8_t {
  kVerify = 0x20,
  kVerifyOdd = 0x21,
  kChangeReferenceData = 0x24,
  kChangeReferenceDataOdd = 0x25,
  kSign = 0x2A,
  kResetRetryCounter = 0x2C,
  kResetRetryCounterOdd = 0x2D,
  kChangeKey = 0x32,
  kGetChallenge = 0x84,
  kInternalAuthenticate = 0x88,
  kSetPublicKey = 0xA2,
  kSelect = 0xA4,
  kSetSessionKey = 0xAE,
  kReadBinary = 0xB0,
  kReadBinaryOdd = 0xB1,
  kReadRecord = 0xB2,
  kReadRecordOdd = 0xB3,
  kGetResponse = 0xC0,
  kGetData = 0xCA,
};
}  // namespace instruction

/// Whether the command's data is a PIN, a password, a 照合番号 or a key: VERIFY, CHANGE REFERENCE DATA,
/// CHANGE KEY, RESET RETRY COUNTER, SET SESSION KEY, in any class.
bool has_secret_data(const Exchange& exchange);

/// Whether the answer's data may be a My Number, a 照合番号 or the photo.
bool has_secret_answer(const Exchange& exchange);

}  // namespace uketsuke::trace

#pragma once

#include <optional>
#include <string_view>

#include "sim/chip/byte_view.h"

namespace uketsuke::chip {

/// A parsed command APDU (ISO/IEC 7816-4 §5.1, cases 1 to 4, short and extended). Refers to the bytes it was
/// parsed from.
struct Command {
  std::uint8_t cla = 0;
  std::uint8_t ins = 0;
  std::uint8_t p1 = 0;
  std::uint8_t p2 = 0;
  ByteView data;  ///< Lc bytes; empty in cases 1 and 2
  /// Requested answer bytes: 1 to 256, or to 65536 extended; none in cases 1 and 3.
  std::optional<std::uint32_t> le;
  bool extended = false;  ///< Lc or Le was in the extended form
};

/// Why bytes are not a valid command.
enum class ApduError {
  none,
  too_short,    ///< fewer than the four bytes of a header
  zero_length,  ///< extended Lc of zero followed by data or Le
  truncated,    ///< fewer bytes than Lc announces, or half of an extended length
  trailing,     ///< more bytes than Lc and Le account for
};

/// Parses a command. If the header is complete but the body is wrong, the header fields are still filled in:
/// a card checks class and instruction first.
ApduError parse(ByteView bytes, Command& command);

/// `VERIFY`, `READ BINARY`, … for traces; empty if unknown (the caller then writes `INS xx`).
std::string_view command_name(std::uint8_t cla, std::uint8_t ins);

}  // namespace uketsuke::chip

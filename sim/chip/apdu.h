#pragma once

#include <optional>
#include <string_view>

#include "sim/chip/byte_view.h"

namespace uketsuke::chip {

/// A command APDU taken apart (ISO/IEC 7816-4 §5.1, cases 1 to 4, short and extended). Views the bytes it was
/// parsed from.
struct Command {
  std::uint8_t cla = 0;
  std::uint8_t ins = 0;
  std::uint8_t p1 = 0;
  std::uint8_t p2 = 0;
  ByteView data;                    ///< Lc bytes; empty in cases 1 and 2
  std::optional<std::uint32_t> le;  ///< answer bytes asked for: 1 to 256, or to 65536 extended; none in
                                    ///< cases 1 and 3
  bool extended = false;            ///< Lc or Le stood in the long form
};

/// Why bytes are not a command.
enum class ApduError {
  none,
  too_short,    ///< fewer than the four bytes of a header
  zero_length,  ///< extended Lc of zero with data or Le behind it
  truncated,    ///< fewer bytes than Lc announces, or half of an extended length
  trailing,     ///< more bytes than Lc and Le account for
};

/// Takes a command apart. Where the header is there but the body is wrong, the header fields are filled all
/// the same: a card judges class and instruction first.
ApduError parse(ByteView bytes, Command& command);

/// `VERIFY`, `READ BINARY`, … for traces; `INS xx` is left to the caller where nothing is known (empty).
std::string_view command_name(std::uint8_t cla, std::uint8_t ins);

}  // namespace uketsuke::chip

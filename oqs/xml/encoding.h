#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_names.h"

namespace uketsuke::oqs {

/// What an OQS file is written in. Everything inside this library is UTF-8.
UKETSUKE_ENUM(Encoding,
              utf8 UKETSUKE_NAME("utf-8"),  ///< CharacterCodeIdentifier 0
              shift_jis,                    ///< CharacterCodeIdentifier 1
)

/// `UTF-8` or `Shift_JIS`, as the XML declaration names it.
std::string_view iana_name(Encoding encoding);

/// Bytes of a file, and how much of the text they could not hold.
struct Encoded {
  std::string bytes;
  std::size_t replaced = 0;  ///< characters that became ●
};

/// Writes ● (U+25CF) for every character that the encoding has not, and for those that XML forbids.
///
/// Shift_JIS means glibc's SHIFT_JIS: ASCII, half-width kana, JIS X 0208, and no vendor's additions. Real
/// terminals print ● for 髙 and 﨑, which CP932 (Windows) has and JIS X 0208 has not. A character of
/// JIS X 0208 that Windows maps to another code point (～ for 〜, － for −) is that character, not a ●.
/// @throws SystemError where this machine's C library has no such conversion
Encoded encode(std::string_view utf8, Encoding encoding);

/// A text without the control characters that XML forbids: ● instead, counted in `replaced`.
std::string without_controls(std::string_view utf8, std::size_t& replaced);

/// What could not be decoded.
struct BadBytes {
  std::size_t offset = 0;  ///< of the first byte that is none of the encoding
  std::string before;      ///< text up to it, UTF-8
};

/// UTF-8, or where the bytes stop making sense. Strict, as `encode` is: no CP932.
struct Decoded {
  std::string text;
  std::optional<BadBytes> bad;
};

Decoded decode(std::string_view bytes, Encoding encoding);

/// Whether Windows' code page 932 reads these bytes: what many programs mean by Shift_JIS.
bool is_cp932(std::string_view bytes);

/// Bytes of the UTF-8 character that begins here; 1 where none does.
std::size_t length_of_character(std::string_view text, std::size_t at);

}  // namespace uketsuke::oqs

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_names.h"

namespace uketsuke::oqs {

/// Encoding of an OQS file. All texts inside this library are UTF-8.
UKETSUKE_ENUM(Encoding,
              utf8 UKETSUKE_NAME("utf-8"),  ///< CharacterCodeIdentifier 0
              shift_jis,                    ///< CharacterCodeIdentifier 1
)

/// `UTF-8` or `Shift_JIS`, as the XML declaration names it.
std::string_view iana_name(Encoding encoding);

/// The encoded bytes, and the number of characters that could not be encoded.
struct Encoded {
  std::string bytes;
  std::size_t replaced = 0;  ///< characters that became ●
};

/// Encodes a text; ● (U+25CF) replaces every character that the encoding lacks or XML forbids.
///
/// Shift_JIS means glibc's SHIFT_JIS: ASCII, half-width kana, JIS X 0208, without vendor extensions. Real
/// terminals print ● for 髙 and 﨑, which are in CP932 (Windows) but not in JIS X 0208. A character of JIS X
/// 0208 that Windows maps to another code point (～ for 〜, － for −) is encoded, not replaced.
/// @throws SystemError if this machine's C library lacks the conversion
Encoded encode(std::string_view utf8, Encoding encoding);

/// Replaces control characters that XML forbids by ● and counts them in `replaced`.
std::string without_controls(std::string_view utf8, std::size_t& replaced);

/// An error in decoding.
struct BadBytes {
  std::size_t offset = 0;  ///< of the first byte that is invalid in the encoding
  std::string before;      ///< text before it, UTF-8
};

/// UTF-8 text, or the first error. Strict, as `encode` is: CP932 is not accepted.
struct Decoded {
  std::string text;
  std::optional<BadBytes> bad;
};

Decoded decode(std::string_view bytes, Encoding encoding);

/// Whether these bytes are valid in Windows' code page 932, which many programs mean by Shift_JIS.
bool is_cp932(std::string_view bytes);

/// Number of bytes of the UTF-8 character that begins at `at`; 1 if none begins there.
std::size_t length_of_character(std::string_view text, std::size_t at);

}  // namespace uketsuke::oqs

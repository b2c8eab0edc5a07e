#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace uketsuke::reports {

/// Number of terminal columns of a text: two for wide and full-width characters (East Asian Width W and F,
/// UAX #11), none for combining marks, one for all others, including ambiguous ones.
/// @param text UTF-8, as returned by `printable`
std::size_t display_width(std::string_view text);

/// Makes everything visible that a terminal would interpret: control characters become `\x1b`, line breaks
/// and tabs a blank, characters that change the writing direction and bytes that are not UTF-8 U+FFFD.
std::string printable(std::string_view text);

/// The longest prefix that fits into `width` columns, ending in `…` if something was cut.
std::string fit(std::string_view text, std::size_t width);

/// As `fit`, then padded with blanks to `width`.
std::string pad(std::string_view text, std::size_t width);

}  // namespace uketsuke::reports

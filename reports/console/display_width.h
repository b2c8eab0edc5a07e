#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace uketsuke::reports {

/// Columns that a text takes on a terminal: two for wide and full-width characters (East Asian Width W and
/// F, UAX #11), none for combining marks, one for every other, ambiguous ones included.
/// @param text UTF-8, as `printable` returns it
std::size_t display_width(std::string_view text);

/// The text with everything that a terminal would obey made visible: control characters as `\x1b`, line
/// breaks and tabs as a blank, characters that turn the direction of writing and bytes that are not UTF-8 as
/// U+FFFD.
std::string printable(std::string_view text);

/// The longest beginning that fits into `width` columns, with `…` at its end where something was left out.
std::string fit(std::string_view text, std::size_t width);

/// `fit`, and blanks up to `width` behind it.
std::string pad(std::string_view text, std::size_t width);

}  // namespace uketsuke::reports
